/**
 * Finds lines that were meant as a heading, a list, a table, a box or a link and miss a mark or a space of it, or were
 * pasted from a program that has other marks. Only what hardly stands in a text by intention is found.
 */

import type { ProseLine } from '../markdown/prose.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding } from './rule.ts';

/** A longer line that begins with "#" is a sentence with a tag. */
const longestHeading = 80;

interface UnreadLine {
  readonly pattern: RegExp;
  /** Undefined for what other programs read. */
  readonly what: string | undefined;
  readonly hint: (match: RegExpExecArray) => string;
  /** Whether one line tells nothing, and the next has to look the same. */
  readonly isRow?: true;
}

const cells = (row: string) => row.split(/\t+/u).map((cell) => cell.trim());
const tableHead = (row: readonly string[]) => `|${' --- |'.repeat(Math.max(1, row.length))}`;
/** Bullets of word processors; two of them stand in fonts of symbols, in private places of Unicode. */
const bullets = '•‣◦⁃∙●○▪▫■□◆◇►▶➢✓✔\uF0B7\uF0A7\uF0D8\uF0A8';

const unread: readonly UnreadLine[] = [
  {
    pattern: /^[:：]{1,2}[ \t]*(quote|note|facts|gallery)\b(.*)$/u,
    what: 'a box',
    hint: ([, name = '', rest = '']) => `Three colons begin a box, and three end it: ::: ${name}${rest}`,
  },
  {
    pattern: /^(#{1,6})([\p{Lu}\p{Lo}][^#]*)$/u,
    what: 'a heading',
    hint: ([, marks = '', words = '']) => `A space follows the #: ${marks === '#' ? '##' : marks} ${words}`,
  },
  {
    pattern: /^(\*\*|__)((?:(?!\1).)*[^\s.。!！?？:：,，;；*_])\1$/u,
    what: 'a heading',
    hint: ([, , words = '']) => `If it is the heading of what follows, write ## ${words}`,
  },
  {
    pattern: new RegExp(`^[${bullets}][ \\t\\u00a0]*(\\S.*)$`, 'u'),
    what: 'a list',
    hint: ([, words = '']) => `Write - ${words}`,
  },
  {
    // Of fonts of symbols that word processors use for bullets.
    pattern: /^[o§üØ](?:\t|\u00a0| {2})\s*(\S.*)$/u,
    what: 'a list',
    hint: ([, words = '']) => `Write - ${words}`,
  },
  {
    pattern: /^([-·–—])[ \t\u00a0]*(\p{L}.*)$/u,
    what: 'a list',
    hint: ([, , words = '']) => `Write - ${words}`,
    isRow: true,
  },
  {
    pattern: /^\*(\p{L}[^*]*)$/u,
    what: 'a list',
    hint: ([, words = '']) => `Write - ${words}`,
    isRow: true,
  },
  {
    // Letters and Roman numbers, and numbers in brackets: Markdown counts 1. and 1) alone.
    pattern: /^(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4})\)|[ivx]{1,4}\.)[ \t\u00a0]+(\S.*)$/iu,
    what: 'a list',
    hint: ([, words = '']) =>
      `Write - ${words}; or leave an empty line between them, where the letters matter.`,
    isRow: true,
  },
  {
    pattern: /^(\d{1,2})[.、．)](\p{L}.*)$/u,
    what: 'a list',
    hint: ([, number = '', words = '']) => `Write ${number}. ${words}`,
    isRow: true,
  },
  {
    pattern: /^(?:\[ \]|\[[xX]\]) (.*)$/u,
    what: 'a list of tasks',
    hint: ([, words = '']) => `Write - ${words}`,
  },
  {
    pattern: /^\|.*\|$/u,
    what: 'a table',
    hint: ([row = '']) => `Put below its first line: ${tableHead(row.split('|').slice(2))}`,
    isRow: true,
  },
  {
    pattern: /^\S.*?\t.*\S$/u,
    what: 'a table',
    hint: ([row = '']) =>
      `Write | ${cells(row).join(' | ')} | and below the first row ${tableHead(cells(row))}`,
  },
  {
    pattern: /\[\[([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\]/u,
    what: 'a link',
    hint: ([, target = '', words]) =>
      `Link to a story by its file: [${words ?? target}](../../${/^\d{4}\//u.test(target) ? target : '2024/its-folder'}/index.md)`,
  },
  {
    pattern: /\{\{[<%].*[>%]\}\}|\{%.*%\}|\{:[ .#][^{}]*\}|(?<![\d%])%%[^%]+%%/u,
    what: undefined,
    hint: () => 'Take it out. A photo is ![What is to be seen](photo.jpg "Caption") on a line of its own.',
  },
  {
    pattern: /^\[(?:TOC|toc|!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]?)\]?.*$/u,
    what: undefined,
    hint: () => 'Take it out. A box is ::: note above its text and ::: below it.',
  },
  {
    pattern: /^\[[^[\]]+\]\([^()\s]+\.(?:jpe?g|png|heic|webp|gif|avif|tiff?)\s+"[^"]*"\)(?:\{[^{}]*\})?$/iu,
    what: 'a photo',
    hint: ([typed = '']) => `An exclamation mark begins a photo: !${typed}`,
  },
  {
    pattern: /(?<![\\$\p{L}\p{N}])(\${1,2})(?=[^\s$])[^$\n]*[=^_+\\][^$\n]*(?<=[^\s$\\])\1(?![\p{N}$])/u,
    what: undefined,
    hint: () => 'Write the formula in signs and words, such as *E* = *mc*², or as a picture.',
  },
  {
    pattern: /(?<=[\p{L}\p{N})])([~^])(?=[^\s~^])[\p{L}\p{N}+−-]{1,4}\1(?![~^])/u,
    what: undefined,
    hint: () => 'Type the raised or lowered sign itself: CO₂, x².',
  },
  {
    pattern: /(?<![=\w])==(?=\S)[^=\n]+(?<=\S)==(?![=\w])/u,
    what: undefined,
    hint: () => 'Write **two stars** around words that matter.',
  },
];

/** A line right below one is a part of it. */
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/u;

export function unreadLines(text: CheckedText): Finding[] {
  const lines = text.text.split('\n');
  const typed = (line: number) => (lines[line - 1] ?? '').trimEnd();
  let passed = 0;
  return text.prose.flatMap((prose: ProseLine): Finding[] => {
    if (prose.kind !== 'paragraph' || prose.line <= passed) return [];
    // Behind the marks of a list or a quotation, in which the line may stand.
    const own = typed(prose.line).slice(prose.column - 1);
    for (const { pattern, what, hint, isRow } of unread) {
      const match = pattern.exec(own);
      if (match === null || (what === 'a heading' && own.length > longestHeading)) continue;
      // What the parser covers is code, or read as something.
      if (match[0] !== own && isCovered(prose.text, match.index)) continue;
      if (what === 'a heading' && own.startsWith('*') && !isAlone(prose, text.prose)) continue;
      passed = prose.line;
      while (isSameAgain(pattern, typed(passed + 1))) passed += 1;
      if (isRow === true && passed === prose.line && !listItem.test(typed(prose.line - 1))) continue;
      return [
        {
          ...placeIn(text, prose, match[0] === own ? 0 : match.index, match.index + match[0].length),
          message:
            what === undefined
              ? 'This is a code of another program: readers would see it as it is typed.'
              : `This is not read as ${what}: readers would see ${what === 'a photo' ? 'a link' : 'it as it is typed'}.`,
          hint: hint(match),
        },
      ];
    }
    return [];
  });
}

function isSameAgain(pattern: RegExp, line: string): boolean {
  return line !== '' && pattern.test(line);
}

function isCovered(text: string, index: number): boolean {
  return text[index] === '\uFFFC';
}

/** A bold line that is a paragraph of its own, with another one below it. */
function isAlone(line: ProseLine, prose: readonly ProseLine[]): boolean {
  const same = prose.filter(({ block }) => block === line.block);
  return same.length === 1 && prose.some(({ block, kind }) => block > line.block && kind === 'paragraph');
}
