/** The body of an article as its page shows it, put together only when a page asks for it. */

import { digestOf } from '../cache/digest.ts';
import type { ArticleFile } from '../content/article.ts';
import type { TextTerms } from '../content/text-terms.ts';
import type { BodyResolver } from './body-blocks.ts';
import type { ArticleBody, BodyBlock } from './site.ts';

export class ResolvedArticleBody implements ArticleBody {
  readonly digest: string;
  readonly #file: ArticleFile;
  readonly #resolver: BodyResolver;

  constructor(file: ArticleFile, resolver: BodyResolver, addresses: readonly string[]) {
    this.#file = file;
    this.#resolver = resolver;
    // What a body shows: its own text, its pictures, and the addresses of what it links to.
    this.digest = digestOf([file.file, file.hash, addresses, resolver.pictures]);
  }

  get blocks(): readonly BodyBlock[] {
    return this.#resolver.resolve(this.#file.body.blocks);
  }

  get terms(): TextTerms {
    return this.#file.body.terms;
  }

  /** In digests of pages the body stands as its own digest. */
  toJSON(): string {
    return this.digest;
  }
}
