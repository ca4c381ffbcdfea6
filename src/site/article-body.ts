/** The body of an article as its page shows it, put together only when a page asks for it. */

import { digestedAs, digestOf } from '../cache/digest.ts';
import type { ArticleFile } from '../content/article.ts';
import type { DataTables } from '../content/load-tables.ts';
import type { Transcript, Transcripts } from '../content/load-transcripts.ts';
import { countTerms, joinTerms, type TextTerms, textTermsOf } from '../content/text-terms.ts';
import { type BodyContext, type BodyPictures, resolveBlocks, resolveChart } from './body-blocks.ts';
import type { PageLinks } from './link-register.ts';
import { playersOf } from './players.ts';
import type { ArticleBody, BodyBlock, SiteChart } from './site.ts';

const nothing: readonly string[] = [];

export class ResolvedArticleBody implements ArticleBody {
  readonly #file: ArticleFile;
  readonly #pictures: BodyPictures;
  readonly #links: PageLinks;
  readonly #tables: DataTables;
  readonly #transcripts: Transcripts;
  /** Of what it links to. */
  readonly #addresses: readonly string[];
  #digest: string | undefined;

  constructor(
    file: ArticleFile,
    pictures: BodyPictures,
    { links, tables, transcripts }: Pick<BodyContext, 'links' | 'tables' | 'transcripts'>,
  ) {
    this.#file = file;
    this.#pictures = pictures;
    this.#links = links;
    this.#tables = tables;
    this.#transcripts = transcripts;
    const { figures, inserts, links: named } = file.body;
    const files = [
      ...figures.filter(({ media }) => media !== 'photo'),
      ...inserts.flatMap((insert) => (insert.kind === 'chart' ? [insert] : [])),
    ];
    this.#addresses =
      named.length + files.length === 0
        ? nothing
        : [
            ...named.map(({ target }) => links.hrefOf(target)),
            ...files.map((figure) => links.hrefOfFile(figure.file)),
          ];
  }

  /** What a body shows: its own text, its pictures, and the addresses of what it links to. */
  get digest(): string {
    const { file, hash } = this.#file;
    const figures = [
      ...this.charts.map(({ table }) => table.hash),
      ...this.#spoken.map(({ hash: words }) => words),
    ];
    this.#digest ??= digestOf([
      ...[file, hash, this.#addresses, this.#pictures.pictures],
      ...(figures.length === 0 ? [] : [figures]),
    ]);
    return this.#digest;
  }

  get blocks(): readonly BodyBlock[] {
    return resolveBlocks(this.#file.body.blocks, this.#pictures.byFigure, {
      links: this.#links,
      tables: this.#tables,
      transcripts: this.#transcripts,
    });
  }

  get players(): readonly string[] {
    return playersOf(this.#file.body.inserts);
  }

  get charts(): readonly SiteChart[] {
    const { inserts } = this.#file.body;
    if (inserts.length === 0) return [];
    return inserts.flatMap((insert) =>
      insert.kind === 'chart' ? resolveChart(insert, this.#links, this.#tables) : [],
    );
  }

  get #spoken(): readonly Transcript[] {
    return this.#file.body.figures.flatMap(
      ({ transcript }) => (transcript === undefined ? undefined : this.#transcripts.get(transcript)) ?? [],
    );
  }

  /** Of its text, and of what is said in its recordings. */
  get terms(): TextTerms {
    const { terms } = this.#file.body;
    const spoken = this.#spoken;
    if (spoken.length === 0) return terms;
    return joinTerms([terms, ...spoken.map(({ text }) => textTermsOf(countTerms(text, this.#file.lang)))]);
  }

  /** In digests of pages the body stands as its own digest. */
  get [digestedAs](): string {
    return this.digest;
  }
}
