/**
 * The words of a body as they stand in its file, line by line, for rules that judge and fix what is typed. Markup
 * that readers do not see (code, addresses, photos, escapes) is covered by a mark of the same length, so that a
 * place in a line's text is a place in the file, and a replacement in it can never touch code or an address.
 * A line whose place cannot be told for certain is left out. Columns count from 1 in UTF-16 units.
 */

import type Token from 'markdown-it/lib/token.mjs';
import { cover, coverStretches, opaqueStretches } from './cover.ts';
import { dialect } from './dialect.ts';
import { DialectState, type Stretch } from './dialect-state.ts';
import { findUnreadPhotos } from './unread-photos.ts';

export interface ProseLine {
  readonly line: number;
  readonly column: number;
  /** Covered markup is a row of `cover`. */
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'caption' | 'alt' | 'headline' | 'summary';
  /** Lines of one paragraph have one number; they follow each other. */
  readonly block: number;
}

/** Addresses that are typed as plain text, and what looks like a file: each with what tells quickly that there is none. */
const bareAddresses: readonly { readonly hint: RegExp; readonly pattern: RegExp }[] = [
  { hint: /:\/\/|www\./u, pattern: /(?:https?:\/\/|www\.)[^\s<>"“”，。（）]+/giu },
  { hint: /@/u, pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    hint: /\w\.[a-z]{2}/iu,
    pattern: /\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|edu|org|net|jpe?g|png|pdf|md|html?)\b/giu,
  },
];

/** @param firstLine line in the file of the source's first line, from 1 */
export function readProse(source: string, firstLine: number): ProseLine[] {
  const state = new DialectState();
  let tokens: Token[];
  try {
    tokens = dialect.parse(source, state);
  } catch {
    // The parser has its own diagnostic for such a text.
    return [];
  }
  return new ProseReader(source, firstLine, opaqueStretches(state)).read(tokens);
}

class ProseReader {
  readonly #lines: readonly string[];
  readonly #firstLine: number;
  readonly #covered: ReadonlyMap<object, readonly Stretch[]>;
  readonly #output: ProseLine[] = [];
  #block = 0;
  /** Of the table row that is being read: its line from 0, and where its next cell may begin. */
  #row: { readonly line: number; cursor: number } | undefined;

  constructor(source: string, firstLine: number, covered: ReadonlyMap<object, readonly Stretch[]>) {
    this.#lines = source.split('\n');
    this.#firstLine = firstLine;
    this.#covered = covered;
  }

  read(tokens: readonly Token[]): ProseLine[] {
    let kind: ProseLine['kind'] = 'paragraph';
    for (const token of tokens) {
      if (token.type === 'heading_open') kind = 'heading';
      else if (token.type === 'paragraph_open') kind = 'paragraph';
      else if (token.type === 'tr_open')
        this.#row = token.map === null ? undefined : { line: token.map[0], cursor: 0 };
      else if (token.type === 'tr_close') this.#row = undefined;
      else if (token.type === 'inline') this.#inline(token, kind);
    }
    return this.#output;
  }

  #inline(token: Token, kind: ProseLine['kind']): void {
    this.#block += 1;
    const { content, children } = token;
    const covered = children === null ? [] : (this.#covered.get(children) ?? []);
    const shown = coverAddresses(coverRows(coverStretches(content, covered), content));
    if (this.#row !== undefined) {
      const start = this.#lines[this.#row.line]?.indexOf(content, this.#row.cursor) ?? -1;
      if (content === '' || start === -1) return;
      this.#add(this.#row.line, start, shown, 'cell');
      this.#row.cursor = start + content.length;
      return;
    }
    // Notes that stand in the middle of a sentence have no lines of their own: the sentence's are read.
    if (token.map === null) return;
    const places: (number | undefined)[] = [];
    let offset = 0;
    for (const [index, row] of content.split('\n').entries()) {
      const line = this.#lines[token.map[0] + index] ?? '';
      const start = line.lastIndexOf(row);
      places.push(start === -1 ? undefined : start);
      if (start !== -1 && row !== '') {
        this.#add(token.map[0] + index, start, shown.slice(offset, offset + row.length), kind);
      }
      offset += row.length + 1;
    }
    this.#photos(token, places);
  }

  /** Descriptions and captions of the photos in an inline token. */
  #photos({ map, content, children }: Token, places: readonly (number | undefined)[]): void {
    const opaque = children === null ? [] : (this.#covered.get(children) ?? []);
    for (const { start, end } of opaque) {
      const source = content.slice(start, end);
      if (!source.startsWith('![') || source.includes('\n')) continue;
      const row = content.slice(0, start).split('\n').length - 1;
      const rowStart = content.lastIndexOf('\n', start - 1) + 1;
      const column = places[row];
      if (column === undefined || map === null) continue;
      const parts = photo.exec(source);
      if (parts?.indices === undefined) continue;
      for (const [kind, group] of [
        ['alt', parts.indices[1]],
        ['caption', parts.indices[2] ?? parts.indices[3] ?? parts.indices[4]],
      ] as const) {
        if (group === undefined) continue;
        const text = source.slice(group[0], group[1]);
        // Escapes and code are rare here: such a text is left to its editor.
        if (text === '' || /[\\`[\]&<]/u.test(text)) continue;
        this.#block += 1;
        this.#add(map[0] + row, column + start - rowStart + group[0], coverAddresses(text), kind);
      }
    }
  }

  #add(line: number, start: number, text: string, kind: ProseLine['kind']): void {
    this.#output.push({ line: this.#firstLine + line, column: start + 1, text, kind, block: this.#block });
  }
}

/** `![alt](file "caption")`, with other marks around the caption too. */
const photo =
  /^!\[([^\]]*)\]\((?:<[^<>]*>|[^\s()"]*)(?:\s+(?:"([^"]*)"|'([^']*)'|\(([^()]*)\)))?\s*\)(?:\{[^{}]*\})?$/du;

/** Lines with markup that is not read have to be typed anew first: their words are no prose yet. */
function coverRows(covered: string, content: string): string {
  const rows = findUnreadPhotos(content, covered).map(({ start, end }) => ({
    start: content.lastIndexOf('\n', start - 1) + 1,
    end: content.indexOf('\n', end) === -1 ? content.length : content.indexOf('\n', end),
  }));
  return coverStretches(covered, rows);
}

function coverAddresses(text: string): string {
  return bareAddresses.reduce(
    (covered, { hint, pattern }) =>
      hint.test(covered) ? covered.replace(pattern, (address) => cover.repeat(address.length)) : covered,
    text,
  );
}
