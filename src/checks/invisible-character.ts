/**
 * Finds characters without a shape that were pasted along: zero-width spaces, stray byte order marks. A soft hyphen
 * between two letters says where a long word may break, which is meant: only others are found.
 */

import { readingCodes } from '../diagnostics/codes.ts';
import type { Edit } from '../diagnostics/diagnostic.ts';
import type { CheckedText, Finding, TextRule } from './rule.ts';

/**
 * The joiners U+200C and U+200D shape Persian, Indian scripts and emoji, and marks of direction belong into
 * right-to-left text: they do not belong only between Latin letters or Chinese characters.
 */
const invisible =
  /(?<!\p{L}\p{M}*)\u00ad|\u00ad(?!\p{L})|[\u200b\u2060\ufeff\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]|(?<=[\p{Script=Latin}\p{Script=Han}\d\s])[\u200c-\u200f](?=[\p{Script=Latin}\p{Script=Han}\d\s]|$)/gu;

/** Joiners that a typesetter puts between letters: "Auf\u200clage" without a ligature. Only a person can tell. */
const joiners = /\u200c|\u200d|\u2060/u;

/** The same as escapes of HTML, which are read in the text; a soft hyphen and a space are typed so on purpose. */
const escapes =
  /&(?:#(?:x0*(?:200[b-f]|2060|feff|fffd|d[89a-f][0-9a-f]{2}|0)|0*(?:820[3-7]|8288|65279|65533|0));|(?:ZeroWidthSpace|NoBreak|zwj|zwnj|lrm|rlm);)/giu;

const names: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark',
  '\ufffd': 'a mark for a letter that was lost',
};

export const invisibleCharacter: TextRule = {
  code: 'invisible-character',
  level: 'warning',
  explanation: readingCodes['invisible-character'],
  check: (text) => {
    const isClean = !new RegExp(invisible.source, 'u').test(text.text) && !text.text.includes('&');
    if (isClean) return [];
    return text.text
      .split('\n')
      .flatMap((line, index) => [
        ...findingsOfLine(text, line, index + 1),
        ...escapesInLine(text, line, index + 1),
      ]);
  },
};

function findingsOfLine(text: CheckedText, line: string, number: number): Finding[] {
  const found = [...line.matchAll(invisible)];
  const [first] = found;
  if (first === undefined) return [];
  const prose = text.prose.filter((candidate) => candidate.line === number);
  const fix = found.flatMap(({ index, 0: character }): Edit[] => {
    // A lost letter has to be typed, not only taken out.
    const isProse =
      character !== '\ufffd' &&
      !joiners.test(character) &&
      prose.some(({ column, text: words }) => words[index - column + 1] === character);
    return isProse ? [{ line: number, column: index + 1, endColumn: index + 2, text: '' }] : [];
  });
  const name = names[first[0]] ?? 'a control character';
  return [
    {
      file: text.displayPath,
      line: number,
      column: first.index + 1,
      endColumn: first.index + 2,
      message: `Here stands ${name}, which cannot be seen.`,
      hint: 'Put the cursor behind the letter before it and press Delete once.',
      ...(fix.length === 0 ? {} : { fix }),
    },
  ];
}

function escapesInLine(text: CheckedText, line: string, number: number): Finding[] {
  if (!line.includes('&') || text.prose.every((candidate) => candidate.line !== number)) return [];
  return [...line.matchAll(escapes)].flatMap(({ index, 0: typed }): Finding[] => {
    const isCode = line.slice(0, index).split('`').length % 2 === 0;
    if (isCode) return [];
    return [
      {
        file: text.displayPath,
        line: number,
        column: index + 1,
        endColumn: index + typed.length + 1,
        message: `${typed} stands for a character that cannot be seen, or for none.`,
        hint: 'Delete it.',
      },
    ];
  });
}
