/** From offsets in inline text to lines and columns of the Markdown file. */

import type Token from 'markdown-it/lib/token.mjs';
import type { BodyPlace } from './block.ts';
import type { DialectState, Stretch } from './dialect-state.ts';

interface InlineText {
  readonly content: string;
  /** Where each row of the content begins in it. */
  readonly rowStarts: readonly number[];
  /** By row, where it begins in its line: found once, asked for by every link of a paragraph. */
  readonly columns: Map<number, number>;
  /** Line of the source where it begins, from 0. */
  readonly line: number;
  /** In a cell of a table: where in its line to look for it, because cells share one. Other rows end their line. */
  readonly cellFrom?: number;
}

export class TextPlaces {
  readonly #lines: readonly string[];
  readonly #firstLine: number;
  readonly #texts = new Map<object, InlineText>();
  readonly #nested: DialectState['nested'];

  /** @param firstLine line in the file of the source's first line, from 1 */
  constructor(source: string, tokens: readonly Token[], firstLine: number, { nested }: DialectState) {
    this.#nested = nested;
    this.#lines = source.split('\n');
    this.#firstLine = firstLine;
    let line = 0;
    let cellFrom: number | undefined;
    for (const { type, map, content, children } of tokens) {
      line = map?.[0] ?? line;
      if (type === 'tr_open') cellFrom = 0;
      if (type === 'tr_close') cellFrom = undefined;
      if (type !== 'inline' || children === null) continue;
      const cell = cellFrom === undefined ? {} : { cellFrom };
      this.#texts.set(children, {
        content,
        rowStarts: rowStartsOf(content),
        columns: new Map(),
        line,
        ...cell,
      });
      if (cellFrom === undefined) continue;
      const start = (this.#lines[line] ?? '').indexOf(content, cellFrom);
      if (start >= 0) cellFrom = start + content.length;
    }
  }

  /** @param children of the inline token; undefined when they are not of this text */
  ofStretch(children: object, stretch: Stretch): BodyPlace | undefined {
    const outer = this.#nested.get(children);
    if (outer !== undefined) {
      const { tokens, start } = outer;
      return this.ofStretch(tokens, { start: start + stretch.start, end: start + stretch.end });
    }
    const text = this.#texts.get(children);
    if (text === undefined) return undefined;
    const row = lastNotAfter(text.rowStarts, stretch.start);
    const rowStart = text.rowStarts[row] ?? 0;
    const rowEnd = (text.rowStarts[row + 1] ?? text.content.length + 1) - 1;
    const known = text.columns.get(row);
    const rowColumn = known ?? this.#columnOfRow(text, row, text.content.slice(rowStart, rowEnd));
    if (known === undefined) text.columns.set(row, rowColumn);
    const column = rowColumn + stretch.start - rowStart + 1;
    const length = Math.min(stretch.end, rowEnd) - stretch.start;
    return { line: this.#firstLine + text.line + row, column, endColumn: column + Math.max(1, length) };
  }

  /** The whole of a line of the source, which counts from 0. */
  ofLine(line: number): BodyPlace {
    const text = this.#lines[line] ?? '';
    const start = text.length - text.trimStart().length;
    const end = Math.max(text.trimEnd().length, start + 1);
    return { line: this.#firstLine + line, column: start + 1, endColumn: end + 1 };
  }

  /** Where a row of the inline text begins in its line: what stands before it belongs to lists and quotations. */
  #columnOfRow({ line, cellFrom }: InlineText, row: number, words: string): number {
    const text = (this.#lines[line + row] ?? '').trimEnd();
    const isLineEnd = cellFrom === undefined && text.endsWith(words.trimEnd());
    return isLineEnd
      ? text.length - words.trimEnd().length
      : Math.max(0, text.indexOf(words.trimEnd(), cellFrom));
  }
}

function rowStartsOf(content: string): number[] {
  const starts = [0];
  for (let end = content.indexOf('\n'); end !== -1; end = content.indexOf('\n', end + 1))
    starts.push(end + 1);
  return starts;
}

/** Index of the last number that is not greater than `wanted`; the numbers ascend and the first is 0. */
function lastNotAfter(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
