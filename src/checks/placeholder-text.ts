/** Finds words that the editor's buttons write to be replaced, and that nobody has replaced: readers would see them. */

import type { Finding, TextRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'placeholder-text': true;
  }
}

/** Whole lines, in the languages of the editor. Words that a story may have too count in their block alone. */
const lines: readonly RegExp[] = [
  /^::: quote "(?:Who said it, and their office|谁说的，什么职务)"$/u,
  /(?<=^::: quote [^\n]*\n)(?:What was said\.|说了什么。)$/u,
  /^::: (?:note|facts) "(?:Title|标题)"$/u,
  /(?<=^::: note [^\n]*\n)(?:Text|正文)$/u,
  /(?<=^::: facts [^\n]*\n)- 1\n- 2$/u,
  /^\| A \| B \|\n\| --- \| ---: \|\n\| a \| 1 \|$/u,
  /^\[\^\d+\]: (?:Its note\.|注释内容。)$/u,
];
const placeholder = new RegExp(lines.map(({ source }) => `(?:${source})`).join('|'), 'gmu');

export const placeholderText: TextRule = {
  code: 'placeholder-text',
  level: 'error',
  explanation: 'Words that a button of the editor has written wait for one’s own.',
  check: ({ text, displayPath }) =>
    [...text.matchAll(placeholder)].map(({ 0: typed, index }): Finding => {
      const [first = ''] = typed.split('\n');
      return {
        file: displayPath,
        line: text.slice(0, index).split('\n').length,
        column: 1,
        endColumn: first.length + 1,
        message: 'A button of the editor has written this for you to write over it.',
        hint: 'Write your own words in its place, or take the block out.',
      };
    }),
};
