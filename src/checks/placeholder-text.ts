/** Finds words that the editor's buttons write to be replaced, and that nobody has replaced: readers would see them. */

import type { Finding, TextRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'placeholder-text': true;
  }
}

/** Whole lines, in the languages of the editor. Words that a story may have too count in their block alone. */
const openings =
  /^::: (?:quote "(?:Who said it, and their office|谁说的，什么职务)"|(?:note|facts) "(?:Title|标题)")$/u;
const contents: Readonly<Record<string, readonly (readonly string[])[]>> = {
  quote: [['What was said.'], ['说了什么。']],
  note: [['Text'], ['正文']],
  facts: [['- 1', '- 2']],
};
const table = ['| A | B |', '| --- | ---: |', '| a | 1 |'];
const footnote = /^\[\^\d+\]: (?:Its note\.|注释内容。)$/u;

/** The numbers of such lines, from 0. Looked for by line: one pattern for all takes a tenth of the time of reading a story. */
function* placeholdersIn(rows: readonly string[]): Generator<number> {
  for (const [index, row] of rows.entries()) {
    if (row.startsWith('::: ')) {
      if (openings.test(row)) yield index;
      const kind = row.split(' ', 2)[1] ?? '';
      if (contents[kind]?.some((wanted) => standAt(rows, index + 1, wanted)) === true) yield index + 1;
    } else if (row.startsWith('[^') ? footnote.test(row) : row === table[0] && standAt(rows, index, table))
      yield index;
  }
}

function standAt(rows: readonly string[], index: number, wanted: readonly string[]): boolean {
  return wanted.every((line, place) => rows[index + place] === line);
}

export const placeholderText: TextRule = {
  code: 'placeholder-text',
  level: 'error',
  explanation: 'Words that a button of the editor has written wait for one’s own.',
  check: ({ text, displayPath }) => {
    const rows = text.split('\n');
    return [...placeholdersIn(rows)].map(
      (row): Finding => ({
        file: displayPath,
        line: row + 1,
        column: 1,
        endColumn: (rows[row] ?? '').length + 1,
        message: 'A button of the editor has written this for you to write over it.',
        hint: 'Write your own words in its place, or take the block out.',
      }),
    );
  },
};
