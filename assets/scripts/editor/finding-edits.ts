/** Turns the fix of a finding into edits of the text. Pure. */

import type { Finding } from '../../../src/editor/store-messages.ts';
import type { TextEdit } from '../../../src/editor/story-text.ts';

/** @returns edits that apply one after the other: the last place first */
export function fixEdits(text: string, { fix = [] }: Finding): readonly TextEdit[] {
  const starts = [0];
  for (const line of text.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  return fix
    .map(({ line, column, endColumn, text: insert }) => {
      const start = starts[line - 1] ?? 0;
      return { from: start + column - 1, to: start + endColumn - 1, insert };
    })
    .sort((a, b) => b.from - a.from);
}
