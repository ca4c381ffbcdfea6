/** From offsets in inline text to lines and columns of the Markdown file. */

import type Token from 'markdown-it/lib/token.mjs';
import type { BodyPlace } from './block.ts';
import type { Stretch } from './dialect-state.ts';

interface InlineText {
  readonly token: Token;
  /** Line of the source where it begins, from 0. */
  readonly line: number;
}

export class TextPlaces {
  readonly #lines: readonly string[];
  readonly #firstLine: number;
  readonly #texts = new Map<object, InlineText>();

  /** @param firstLine line in the file of the source's first line, from 1 */
  constructor(source: string, tokens: readonly Token[], firstLine: number) {
    this.#lines = source.split('\n');
    this.#firstLine = firstLine;
    let line = 0;
    for (const token of tokens) {
      line = token.map?.[0] ?? line;
      if (token.type === 'inline' && token.children !== null)
        this.#texts.set(token.children, { token, line });
    }
  }

  /** @param children of the inline token; undefined when they are not of this text */
  ofStretch(children: object, stretch: Stretch): BodyPlace | undefined {
    const text = this.#texts.get(children);
    if (text === undefined) return undefined;
    const before = text.token.content.slice(0, stretch.start).split('\n');
    const row = before.length - 1;
    const column = this.#columnOfRow(text, row) + (before.at(-1)?.length ?? 0);
    const marked = text.token.content.slice(stretch.start, stretch.end).split('\n')[0] ?? '';
    return {
      line: this.#firstLine + text.line + row,
      column: column + 1,
      endColumn: column + 1 + Math.max(1, marked.length),
    };
  }

  /** The whole of a line of the source, which counts from 0. */
  ofLine(line: number): BodyPlace {
    const text = this.#lines[line] ?? '';
    const start = text.length - text.trimStart().length;
    const end = Math.max(text.trimEnd().length, start + 1);
    return { line: this.#firstLine + line, column: start + 1, endColumn: end + 1 };
  }

  /** Where a row of the inline text begins in its line: what stands before it belongs to lists and quotations. */
  #columnOfRow({ token, line }: InlineText, row: number): number {
    const content = token.content.split('\n')[row] ?? '';
    return Math.max(0, (this.#lines[line + row] ?? '').indexOf(content));
  }
}
