/**
 * Articles that were read without a mistake, so that the next build need not parse them. An entry is named by the
 * file's path and bytes, the settings that its schema knows, and the generator's own version: nothing else goes into
 * an article. It is kept in two parts, because a build needs the head of every article and the text of few.
 */

import { createHash } from 'node:crypto';
import type { PackStore } from '../cache/pack-store.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Block, Body } from '../markdown/block.ts';
import type { FrontMatter } from './article.ts';
import type { Excerpt } from './excerpt.ts';

/** An article as it stands in its file, without what the file's place says. */
export interface ParsedArticle {
  readonly frontMatter: FrontMatter;
  readonly lang: string;
  readonly excerpt: Excerpt;
  readonly body: Body;
  /** Warnings; what has an error is not kept. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Head extends Omit<ParsedArticle, 'body'> {
  readonly body: Omit<Body, 'blocks' | 'text'>;
}

interface Text {
  readonly blocks: readonly Block[];
  readonly text: string;
}

export class ArticleCache {
  readonly #store: PackStore;
  readonly #version: string;

  /** @param context everything besides the file that decides what an article is */
  constructor(store: PackStore, context: readonly unknown[]) {
    this.#store = store;
    this.#version = createHash('sha256').update(JSON.stringify(context)).digest('base64url');
  }

  has(file: string, hash: string): boolean {
    return this.#store.has(this.#key('head', file, hash)) && this.#store.has(this.#key('text', file, hash));
  }

  /** @param parse reads the body from the file: for the case that its text in the cache is damaged */
  find(file: string, hash: string, parse: () => Text): ParsedArticle | undefined {
    const textKey = this.#key('text', file, hash);
    const bytes = this.#store.get(this.#key('head', file, hash));
    if (bytes === undefined || !this.#store.has(textKey)) return undefined;
    // What the store gives is what this version of the code has put in, or nothing.
    const head: Head = JSON.parse(bytes.toString('utf8'));
    return { ...head, body: new CachedBody(head.body, () => this.#text(textKey, parse)) };
  }

  put(file: string, hash: string, { body, ...rest }: ParsedArticle): void {
    const { blocks, text, figures, headings, links } = body;
    const head: Head = { ...rest, body: { figures, headings, links } };
    const whole: Text = { blocks, text };
    this.#store.put(this.#key('head', file, hash), Buffer.from(JSON.stringify(head)));
    this.#store.put(this.#key('text', file, hash), Buffer.from(JSON.stringify(whole)));
  }

  #text(key: string, parse: () => Text): Text {
    const bytes = this.#store.get(key);
    if (bytes !== undefined) return JSON.parse(bytes.toString('utf8'));
    const { blocks, text } = parse();
    this.#store.put(key, Buffer.from(JSON.stringify({ blocks, text })));
    return { blocks, text };
  }

  #key(part: 'head' | 'text', file: string, hash: string): string {
    return `${part} ${this.#version} ${hash} ${file}`;
  }
}

/** A body whose blocks are read from the cache when somebody asks for them. */
class CachedBody implements Body {
  readonly figures: Body['figures'];
  readonly headings: Body['headings'];
  readonly links: Body['links'];
  readonly #read: () => Text;

  constructor({ figures, headings, links }: Omit<Body, 'blocks' | 'text'>, read: () => Text) {
    this.figures = figures;
    this.headings = headings;
    this.links = links;
    this.#read = read;
  }

  get blocks(): readonly Block[] {
    return this.#read().blocks;
  }

  get text(): string {
    return this.#read().text;
  }
}
