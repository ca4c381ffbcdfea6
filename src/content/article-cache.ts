/**
 * Articles that were read without a mistake, so that the next build need not parse them. An entry is named by the
 * file's path and bytes, the settings that its schema knows, and the generator's own version: nothing else goes into
 * an article. It is kept in three parts, because a build needs the head of every article, and blocks and text of few, for different ends.
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

type Content = Pick<Body, 'blocks' | 'text'>;

const parts = ['head', 'blocks', 'text'] as const;

export class ArticleCache {
  readonly #store: PackStore;
  readonly #version: string;

  /** @param context everything besides the file that decides what an article is */
  constructor(store: PackStore, context: readonly unknown[]) {
    this.#store = store;
    this.#version = createHash('sha256').update(JSON.stringify(context)).digest('base64url');
  }

  has(file: string, hash: string): boolean {
    return parts.every((part) => this.#store.has(this.#key(part, file, hash)));
  }

  /** @param parse reads the body from the file: for the case that it is damaged in the cache */
  find(file: string, hash: string, parse: () => Content): ParsedArticle | undefined {
    if (!this.has(file, hash)) return undefined;
    const bytes = this.#store.get(this.#key('head', file, hash));
    if (bytes === undefined) return undefined;
    // What the store gives is what this version of the code has put in, or nothing.
    const head: Head = JSON.parse(bytes.toString('utf8'));
    const read = (part: 'blocks' | 'text'): Buffer => {
      const found = this.#store.get(this.#key(part, file, hash));
      if (found !== undefined) return found;
      this.#putBody(file, hash, parse());
      const made = this.#store.get(this.#key(part, file, hash));
      if (made === undefined) throw new Error('The cache does not have what it was given.');
      return made;
    };
    return { ...head, body: new CachedBody(head.body, read) };
  }

  put(file: string, hash: string, { body, ...rest }: ParsedArticle): void {
    const { blocks, text, figures, headings, links } = body;
    const head: Head = { ...rest, body: { figures, headings, links } };
    this.#store.put(this.#key('head', file, hash), Buffer.from(JSON.stringify(head)));
    this.#putBody(file, hash, { blocks, text });
  }

  #putBody(file: string, hash: string, { blocks, text }: Content): void {
    this.#store.put(this.#key('blocks', file, hash), Buffer.from(JSON.stringify(blocks)));
    this.#store.put(this.#key('text', file, hash), Buffer.from(text));
  }

  #key(part: (typeof parts)[number], file: string, hash: string): string {
    return `${part} ${this.#version} ${hash} ${file}`;
  }
}

/** A body that is read from the cache when somebody asks for it. */
class CachedBody implements Body {
  readonly figures: Body['figures'];
  readonly headings: Body['headings'];
  readonly links: Body['links'];
  readonly #read: (part: 'blocks' | 'text') => Buffer;

  constructor(
    { figures, headings, links }: Omit<Body, 'blocks' | 'text'>,
    read: (part: 'blocks' | 'text') => Buffer,
  ) {
    this.figures = figures;
    this.headings = headings;
    this.links = links;
    this.#read = read;
  }

  get blocks(): readonly Block[] {
    return JSON.parse(this.#read('blocks').toString('utf8'));
  }

  get text(): string {
    return this.#read('text').toString('utf8');
  }
}
