/**
 * Articles that were read without a mistake, so that the next build need not parse them. An entry is named by the
 * file's path and bytes, the settings that its schema knows, and the generator's own version: nothing else goes into
 * an article. It is kept in two values, because a build needs the head of every article, and the body of few.
 */

import { createHash } from 'node:crypto';
import type { PackStore } from '../cache/pack-store.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Block, Body } from '../markdown/block.ts';
import type { ArticleFileBody, FrontMatter } from './article.ts';
import type { Excerpt } from './excerpt.ts';
import { parseTextTerms, printTextTerms, type TextTerms } from './text-terms.ts';

/** An article as it stands in its file, without what the file's place says. */
export interface ParsedArticle {
  readonly frontMatter: FrontMatter;
  readonly lang: string;
  readonly excerpt: Excerpt;
  readonly body: ArticleFileBody;
  /** Warnings; what has an error is not kept. */
  readonly diagnostics: readonly Diagnostic[];
}

type HeadOfBody = Pick<Body, 'figures' | 'inserts' | 'headings' | 'links'>;
type RestOfBody = Omit<ArticleFileBody, keyof HeadOfBody>;

interface Head extends Omit<ParsedArticle, 'body'> {
  readonly body: HeadOfBody;
}

const lineEnd = 10;

export class ArticleCache {
  readonly #store: PackStore;
  readonly #version: string;

  /** @param context everything besides the file that decides what an article is */
  constructor(store: PackStore, context: readonly unknown[]) {
    this.#store = store;
    this.#version = createHash('sha256').update(JSON.stringify(context)).digest('base64url').slice(0, 22);
  }

  has(file: string, hash: string): boolean {
    return this.#store.has(this.#key('head', file, hash));
  }

  /** @param parse reads the body from the file: for the case that it is damaged in the cache */
  find(file: string, hash: string, parse: (lang: string) => RestOfBody): ParsedArticle | undefined {
    // Asked for both, so that both count as used.
    const isKept = this.has(file, hash) && this.#store.has(this.#key('body', file, hash));
    const head = isKept ? this.#readHead(file, hash) : undefined;
    if (head === undefined) return undefined;
    const read = (): Buffer =>
      this.#store.get(this.#key('body', file, hash)) ?? this.#putBody(file, hash, parse(head.lang));
    const { frontMatter, lang, excerpt, diagnostics } = head;
    return { frontMatter, lang, excerpt, diagnostics, body: new CachedBody(head.body, read) };
  }

  #readHead(file: string, hash: string): Head | undefined {
    const bytes = this.#store.get(this.#key('head', file, hash));
    // What the store gives is what this version of the code has put in, or nothing.
    return bytes === undefined ? undefined : JSON.parse(bytes.toString('utf8'));
  }

  put(file: string, hash: string, { body, ...rest }: ParsedArticle): void {
    const { figures, inserts, headings, links } = body;
    const head: Head = { ...rest, body: { figures, inserts, headings, links } };
    this.#store.put(this.#key('head', file, hash), Buffer.from(JSON.stringify(head)));
    this.#putBody(file, hash, body);
  }

  /** A line for each of what is asked for alone; JSON has no line ends of its own. */
  #putBody(file: string, hash: string, { terms, text, blocks }: RestOfBody): Buffer {
    const bytes = Buffer.from(`${printTextTerms(terms)}\n${JSON.stringify(text)}\n${JSON.stringify(blocks)}`);
    this.#store.put(this.#key('body', file, hash), bytes);
    return bytes;
  }

  #key(part: 'head' | 'body', file: string, hash: string): string {
    return `${part} ${this.#version} ${hash} ${file}`;
  }
}

/** A body that is read from the cache on first use. */
class CachedBody implements ArticleFileBody {
  readonly figures: Body['figures'];
  readonly inserts: Body['inserts'];
  readonly headings: Body['headings'];
  readonly links: Body['links'];
  readonly #read: () => Buffer;

  constructor({ figures, inserts, headings, links }: HeadOfBody, read: () => Buffer) {
    this.figures = figures;
    this.inserts = inserts;
    this.headings = headings;
    this.links = links;
    this.#read = read;
  }

  get terms(): TextTerms {
    const bytes = this.#read();
    return parseTextTerms(bytes.toString('utf8', 0, bytes.indexOf(lineEnd)));
  }

  get text(): string {
    const bytes = this.#read();
    const from = bytes.indexOf(lineEnd) + 1;
    return JSON.parse(bytes.toString('utf8', from, bytes.indexOf(lineEnd, from)));
  }

  get blocks(): readonly Block[] {
    const bytes = this.#read();
    return JSON.parse(bytes.toString('utf8', bytes.lastIndexOf(lineEnd) + 1));
  }
}
