/** The difference between two texts, as `diff` shows it. */

import { defined } from '../text/defined.ts';

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
  const width = String(before.split('\n').length).length;
  return changedLines(before.split('\n'), after.split('\n'))
    .flatMap(({ number, old, next }) => {
      const [cutOld, cutNext] = old !== undefined && next !== undefined ? around(old, next) : [old, next];
      return [
        ...(cutOld === undefined
          ? []
          : [colors.removed(`  ${String(number).padStart(width)} - ${shown(cutOld)}`)]),
        ...(cutNext === undefined ? [] : [colors.added(`  ${' '.repeat(width)} + ${shown(cutNext)}`)]),
      ];
    })
    .map((line) => `${line}\n`)
    .join('');
}

interface ChangedLine {
  /** Of the old text, from 1. */
  readonly number: number;
  readonly old?: string;
  readonly next?: string;
}

function changedLines(old: readonly string[], lines: readonly string[]): readonly ChangedLine[] {
  const changed: ChangedLine[] = [];
  const kept = old.length === lines.length ? [] : commonLines(old, lines);
  let [at, nextAt] = [0, 0];
  for (const [end, nextEnd] of [...kept, [old.length, lines.length] as const]) {
    while (at < end || nextAt < nextEnd) {
      const [line, next] = [at < end ? old[at] : undefined, nextAt < nextEnd ? lines[nextAt] : undefined];
      const number = at + 1;
      if (line !== undefined) at += 1;
      if (next !== undefined) nextAt += 1;
      if (line === next) continue;
      changed.push({
        number,
        ...defined({ old: line, next }),
      });
    }
    at = end + 1;
    nextAt = nextEnd + 1;
  }
  return changed;
}

/** Pairs of places that have the same line: as many as there can be in their order. */
function commonLines(
  old: readonly string[],
  lines: readonly string[],
): readonly (readonly [number, number])[] {
  const row = lines.length + 1;
  const most = new Uint32Array((old.length + 1) * row);
  const mostAt = (at: number, nextAt: number) => most[at * row + nextAt] ?? 0;
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let nextAt = lines.length - 1; nextAt >= 0; nextAt -= 1) {
      most[at * row + nextAt] =
        old[at] === lines[nextAt]
          ? mostAt(at + 1, nextAt + 1) + 1
          : Math.max(mostAt(at + 1, nextAt), mostAt(at, nextAt + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [at, nextAt] = [0, 0];
  while (at < old.length && nextAt < lines.length) {
    if (old[at] === lines[nextAt]) pairs.push([at++, nextAt++]);
    else if (mostAt(at + 1, nextAt) >= mostAt(at, nextAt + 1)) at += 1;
    else nextAt += 1;
  }
  return pairs;
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
