/** Finds paragraphs that are program code only because they were typed or pasted with four spaces before them. */

import { splitFrontMatter } from '../content/front-matter.ts';
import { indentedCode } from '../markdown/indented-code.ts';
import type { CheckedText, Finding } from './rule.ts';

/** What programs have and sentences have not. */
const program = /[{};=<>\\$]|\(\)|^\s*(?:#|\/\/|npm|npx|git|cd|sudo)\b/mu;
const sentence = /\p{L}{2,}[^\n]*\s\p{L}+[^\n]*\s\p{L}+|\p{Script=Han}{4,}/u;

export function indentedParagraphs({ text, displayPath }: CheckedText): Finding[] {
  const split = splitFrontMatter(text, displayPath);
  if (!split.ok) return [];
  return indentedCode(split.file.body, split.file.bodyLine).flatMap(({ line, text: code }): Finding[] => {
    if (program.test(code) || !sentence.test(code)) return [];
    const typed = text.split('\n')[line - 1] ?? '';
    const spaces = typed.length - typed.trimStart().length;
    return [
      {
        file: displayPath,
        line,
        column: 1,
        endColumn: spaces + 1,
        message:
          'Four spaces or a tab before a paragraph make it program code, which readers see as it is typed.',
        hint: 'Delete the spaces: paragraphs begin at the edge.',
      },
    ];
  });
}
