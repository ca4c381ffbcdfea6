/**
 * Text of a story as its bytes have it, edited without touching what stays: the byte order mark, and each line's own end.
 * An editor sees `\n` alone; offsets of its edits are turned into those of the original. Pure; runs in a browser.
 */

/** One replacement; offsets count in the text with `\n` line ends and without a byte order mark. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const lineEnd = /\r\n?|\n/gu;

/** The text as editors and the parser see it. */
export function plainTextOf(raw: string): string {
  return raw.replace(/^\uFEFF/u, '').replace(lineEnd, '\n');
}

/** Applies edits to the original text. @param edits in order, without overlap, all in offsets before the first of them */
export function applyToRaw(raw: string, edits: readonly TextEdit[]): string {
  // Nearly all: there is nothing to tell apart.
  if (!raw.includes('\r') && !raw.startsWith('\uFEFF')) return applyToText(raw, edits);
  const toRaw = rawOffsets(raw);
  const end = usualLineEnd(raw);
  let result = '';
  let done = 0;
  // A single \r that comes to stand before a \n would be one line end with it.
  const append = (text: string): void => {
    result += result.endsWith('\r') && text.startsWith('\n') ? `\r${text}` : text;
  };
  for (const { from, to, insert } of edits) {
    append(raw.slice(done, toRaw(from)));
    append(end === '\n' ? insert : insert.replaceAll('\n', end));
    done = toRaw(to);
  }
  append(raw.slice(done));
  return result;
}

/** Applies edits to a plain text. */
export function applyToText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, insert } of edits) {
    result += text.slice(done, from) + insert;
    done = to;
  }
  return result + text.slice(done);
}

/** The smallest single edit that turns one text into another; undefined where they are the same. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** Offsets of the plain text as offsets of the original: a mark moves all by one, each `\r\n` those behind it. */
function rawOffsets(raw: string): (offset: number) => number {
  const mark = raw.startsWith('\uFEFF') ? 1 : 0;
  const pairs = [...raw.matchAll(/\r\n/gu)].map(({ index }, before) => index - mark - before);
  if (pairs.length === 0) return (offset) => offset + mark;
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + mark + low;
  };
}

/** The line end that most lines have: `\n` or `\r\n`. */
function usualLineEnd(raw: string): string {
  const pairs = raw.match(/\r\n/gu)?.length ?? 0;
  const singles = raw.match(/(?<!\r)\n/gu)?.length ?? 0;
  return pairs > singles ? '\r\n' : '\n';
}
