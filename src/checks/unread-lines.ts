/**
 * Lines that were meant as a heading, a list, a table, a box or a photo and miss a mark or a space of it: readers would
 * see what was typed. Only what hardly stands in a text by intention is found.
 */

import type { ProseLine } from '../markdown/prose.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding } from './rule.ts';

/** A longer line that begins with "#" is a sentence with a tag. */
const longestHeading = 80;

const slips: readonly {
  readonly pattern: RegExp;
  /** Undefined for what other programs read. */
  readonly what: string | undefined;
  readonly hint: (match: RegExpExecArray) => string;
  /** Whether one line tells nothing, and the next has to look the same. */
  readonly isRow?: true;
}[] = [
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
    pattern: /^([-•·])(\p{L}.*)$/u,
    what: 'a list',
    hint: ([, , words = '']) => `Write - ${words}`,
    isRow: true,
  },
  {
    pattern: /^(\d{1,2})[.、．)](\p{L}.*)$/u,
    what: 'a list',
    hint: ([, number = '', words = '']) => `Write ${number}. ${words}`,
    isRow: true,
  },
  {
    pattern: /^\|.*\|$/u,
    what: 'a table',
    hint: ([row = '']) =>
      `Put below its first line: |${' --- |'.repeat(Math.max(1, row.split('|').length - 2))}`,
    isRow: true,
  },
  {
    pattern: /\{\{[<%].*[>%]\}\}|\{%.*%\}/u,
    what: undefined,
    hint: () => 'Take it out. A photo is ![What is to be seen](photo.jpg "Caption") on a line of its own.',
  },
];

export function unreadLines(text: CheckedText): Finding[] {
  const lines = text.text.split('\n');
  const typed = (line: number) => (lines[line - 1] ?? '').trimEnd();
  let passed = 0;
  return text.prose.flatMap((prose: ProseLine): Finding[] => {
    if (prose.kind !== 'paragraph' || prose.line <= passed) return [];
    const own = typed(prose.line);
    for (const { pattern, what, hint, isRow } of slips) {
      const match = pattern.exec(own);
      if (match === null || (what === 'a heading' && own.length > longestHeading)) continue;
      passed = prose.line;
      if (isRow === true) {
        while (pattern.test(typed(passed + 1))) passed += 1;
        if (passed === prose.line) continue;
      }
      return [
        {
          ...placeIn(text, prose, 0, prose.text.length),
          message:
            what === undefined
              ? 'This is a code of another program: readers would see it as it is typed.'
              : `This is not read as ${what}: readers would see it as it is typed.`,
          hint: hint(match),
        },
      ];
    }
    return [];
  });
}
