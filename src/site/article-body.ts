/** The body of an article as its page shows it, put together only when a page asks for it. */

import { digestOf } from '../cache/digest.ts';
import type { ArticleFile } from '../content/article.ts';
import type { TextTerms } from '../content/text-terms.ts';
import { type BodyPictures, resolveBlocks } from './body-blocks.ts';
import type { PageLinks } from './link-register.ts';
import type { ArticleBody, BodyBlock } from './site.ts';

export class ResolvedArticleBody implements ArticleBody {
  readonly digest: string;
  readonly #file: ArticleFile;
  readonly #byFigure: BodyPictures['byFigure'];
  readonly #links: PageLinks;

  constructor(file: ArticleFile, { pictures, byFigure }: BodyPictures, links: PageLinks) {
    this.#file = file;
    this.#byFigure = byFigure;
    this.#links = links;
    const { figures, links: named } = file.body;
    const addresses = [
      ...named.map(({ target }) => links.hrefOf(target)),
      ...figures.filter(({ media }) => media !== 'photo').map((figure) => links.hrefOfFile(figure.file)),
    ];
    // What a body shows: its own text, its pictures, and the addresses of what it links to.
    this.digest = digestOf([file.file, file.hash, addresses, pictures]);
  }

  get blocks(): readonly BodyBlock[] {
    return resolveBlocks(this.#file.body.blocks, this.#byFigure, this.#links);
  }

  get terms(): TextTerms {
    return this.#file.body.terms;
  }

  /** In digests of pages the body stands as its own digest. */
  toJSON(): string {
    return this.digest;
  }
}
