/** A text whose lines know the lines of the source that they came from. */

export interface LineText {
  readonly text: string;
  /** For each line of the text, the line of the source that it came from. */
  readonly lines: readonly number[];
}

export class LineWriter {
  readonly #lines: { text: string; line: number }[];

  /** @param firstLine of the source */
  constructor(firstLine: number) {
    this.#lines = [{ text: '', line: firstLine }];
  }

  /** @param line on which the text begins in the source */
  append(text: string, line: number): void {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) this.#lines.push({ text: part, line: line + index });
      else {
        const last = this.#lines.at(-1);
        if (last !== undefined) this.#lines[this.#lines.length - 1] = { ...last, text: last.text + part };
      }
    }
  }

  /** A block stands alone, whatever stood around its tag; all of it is on one line of the source. */
  appendBlock(text: string, line: number): void {
    for (const part of ['', ...text.split('\n'), '', '']) this.#lines.push({ text: part, line });
  }

  finish(): LineText {
    return {
      text: this.#lines.map(({ text }) => text).join('\n'),
      lines: this.#lines.map(({ line }) => line),
    };
  }
}
