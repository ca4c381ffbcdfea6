/** Changes of one Markdown file, made together: pieces of lines that go, and keys of the front matter. Pure. */

import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { BodyPlace } from '../markdown/block.ts';

interface Cut extends BodyPlace {
  readonly text: string;
}

export class DocumentEdit {
  readonly #text: string;
  readonly #lines: readonly string[];
  readonly #cuts: Cut[] = [];
  readonly #yamlEdits: ((yaml: Document) => void)[] = [];

  /** @param text the whole file with `\n` line ends */
  constructor(text: string) {
    this.#text = text;
    this.#lines = text.split('\n');
  }

  /** What stands at a place. */
  at({ line, column, endColumn }: BodyPlace): string {
    return this.line(line).slice(column - 1, endColumn - 1);
  }

  line(line: number): string {
    return this.#lines[line - 1] ?? '';
  }

  replace({ line, column, endColumn }: BodyPlace, text: string): void {
    const isCut = this.#cuts.some((cut) => cut.line === line && cut.column === column);
    if (!isCut) this.#cuts.push({ line, column, endColumn, text });
  }

  /** The value goes, and with it every list and map around it that is empty then. */
  removeKey(path: readonly (string | number)[]): void {
    this.#yamlEdits.push((yaml) => {
      yaml.deleteIn(path);
      for (let length = path.length - 1; length > 0; length -= 1) {
        const parent = yaml.getIn(path.slice(0, length), true);
        if ((isMap(parent) || isSeq(parent)) && parent.items.length === 0)
          yaml.deleteIn(path.slice(0, length));
      }
    });
  }

  result(): string {
    const body = this.#withoutCuts();
    if (this.#yamlEdits.length === 0) return body;
    const split = splitFrontMatter(body, '');
    if (!split.ok) return body;
    const yaml = parseDocument(split.file.yaml, { version: '1.2', schema: 'core' });
    // Later entries of a list first, so that the numbers of the others stay right.
    for (const edit of this.#yamlEdits.toReversed()) edit(yaml);
    return `---\n${yaml.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${split.file.body}`;
  }

  #withoutCuts(): string {
    if (this.#cuts.length === 0) return this.#text;
    const kept: string[] = [];
    let isAfterRemoval = false;
    for (const [index, line] of this.#lines.entries()) {
      const cuts = this.#cuts.filter((cut) => cut.line === index + 1).sort((a, b) => b.column - a.column);
      const after = cuts.reduce(
        (text, { column, endColumn, text: instead }) =>
          text.slice(0, column - 1) + instead + text.slice(endColumn - 1),
        line,
      );
      if (cuts.length > 0 && after.trim() === '') {
        isAfterRemoval = true;
      } else if (!(isAfterRemoval && after === '' && (kept.at(-1) ?? '') === '')) {
        kept.push(after);
        isAfterRemoval = false;
      }
    }
    return kept.join('\n').replace(/^(:{3,}) *gallery[^\n]*\n\s*\1 *(?:\n\n?|$)/gmu, '');
  }
}
