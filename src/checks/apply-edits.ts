/**
 * Types the replacements of diagnostics into a text. Every other character, line ends and byte order mark included,
 * stays as it is. Of two edits that overlap the first wins: the other is found again in the new text.
 */

import type { Edit } from '../diagnostics/diagnostic.ts';

/** @param text the file as it is on disk: lines may end with `\n`, `\r\n` or `\r`, which edits do not count */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts = text.split(/(\r\n?|\n)/u);
  const mark = parts[0]?.startsWith('\uFEFF') === true ? 1 : 0;
  const byLine = new Map<number, Edit[]>();
  for (const edit of edits) {
    const list = byLine.get(edit.line);
    if (list === undefined) byLine.set(edit.line, [edit]);
    else list.push(edit);
  }
  for (const [line, list] of byLine) {
    const index = (line - 1) * 2;
    const source = parts[index];
    if (source === undefined) continue;
    const shift = (line === 1 ? mark : 0) - 1;
    let output = '';
    let from = 0;
    for (const { column, endColumn, text: replacement } of [...list].sort((a, b) => a.column - b.column)) {
      const start = column + shift;
      if (start < from || endColumn < column || endColumn + shift > source.length) continue;
      output += source.slice(from, start) + replacement;
      from = endColumn + shift;
    }
    parts[index] = output + source.slice(from);
  }
  return parts.join('');
}
