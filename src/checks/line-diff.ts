/** The difference between two texts of equally many lines, as `diff` shows it. Mending never adds or removes a line. */

export interface DiffColors {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
}

/** @param shown makes a line safe to print */
export function lineDiff(
  before: string,
  after: string,
  colors: DiffColors,
  shown: (text: string) => string,
): string {
  const old = before.split('\n');
  const lines = after.split('\n');
  const width = String(old.length).length;
  return old
    .flatMap((line, index) => {
      const next = lines[index] ?? '';
      if (line === next) return [];
      const number = String(index + 1).padStart(width);
      const [cutOld, cutNext] = around(line, next);
      return [
        colors.removed(`  ${number} - ${shown(cutOld)}`),
        colors.added(`  ${' '.repeat(width)} + ${shown(cutNext)}`),
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** A paragraph is one long line: only what lies around the changes is shown. */
function around(before: string, after: string): readonly [string, string] {
  const context = 30;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const shorter = Math.min(before.length, after.length) - start;
  while (end < shorter && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const cut = (text: string) => {
    const from = Math.max(0, start - context);
    const to = Math.min(text.length, text.length - end + context);
    return (from > 0 ? '…' : '') + text.slice(from, to) + (to < text.length ? '…' : '');
  };
  return [cut(before), cut(after)];
}
