/** Characters without a shape that were pasted along: zero-width spaces, soft hyphens, stray byte order marks. */

import type { Edit } from '../diagnostics/diagnostic.ts';
import type { CheckedText, Finding, TextRule } from './rule.ts';

/**
 * The joiners U+200C and U+200D shape Persian, Indian scripts and emoji, and marks of direction belong into
 * right-to-left text: they are strangers only between Latin letters or Chinese characters.
 */
const invisible =
  /[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]|(?<=[\p{Script=Latin}\p{Script=Han}\d\s])[\u200c-\u200f](?=[\p{Script=Latin}\p{Script=Han}\d\s]|$)/gu;

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
};

export const invisibleCharacter: TextRule = {
  code: 'invisible-character',
  check: (text) => {
    if (!new RegExp(invisible.source, 'u').test(text.text)) return [];
    return text.text.split('\n').flatMap((line, index) => findingsOfLine(text, line, index + 1));
  },
};

function findingsOfLine(text: CheckedText, line: string, number: number): Finding[] {
  const found = [...line.matchAll(invisible)];
  const [first] = found;
  if (first === undefined) return [];
  const prose = text.prose.filter((candidate) => candidate.line === number);
  const fix = found.flatMap(({ index, 0: character }): Edit[] => {
    const isProse = prose.some(({ column, text: words }) => words[index - column + 1] === character);
    return isProse ? [{ line: number, column: index + 1, endColumn: index + 2, text: '' }] : [];
  });
  const name = names[first[0]] ?? 'a control character';
  return [
    {
      file: text.shownFile,
      line: number,
      column: first.index + 1,
      endColumn: first.index + 2,
      message: `Here stands ${name}, which nobody can see.`,
      hint: 'Put the cursor behind the letter before it and press Delete once.',
      ...(fix.length === 0 ? {} : { fix }),
    },
  ];
}
