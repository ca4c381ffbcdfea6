/** The addresses of all documents of the site: gives links their href, and says which lead nowhere. */

import path from 'node:path/posix';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/diagnostic.ts';
import type { DocumentLink, Heading, LinkTarget } from '../markdown/block.ts';
import { AddressClaims, redirectFrom } from './address-claims.ts';
import { isDownload, refuseDownload } from './downloads.ts';
import {
  explainMissingDocument,
  explainMissingFile,
  explainMissingHeading,
  type LinkExplanation,
} from './explain-link.ts';
import { explainShorterLife, explainUnseen, lifetimeOf } from './lifetime.ts';
import { optionalPages } from './optional-pages.ts';
import type { PeopleRegister } from './people-register.ts';
import { editionUrl, hrefOf, urlOfArticle } from './permalinks.ts';
import { planAttachments } from './plan-attachments.ts';

const nothing: readonly Diagnostic[] = [];
/** Of one file: what a link could have meant is looked for in the whole site, and a hostile file has 200,000 links. */
const maximumGuesses = 50;

export class LinkRegister {
  readonly diagnostics: Diagnostic[] = [];
  readonly #urls = new Map<string, string>();
  readonly #headings = new Map<string, readonly Heading[]>();
  /** Urls by file, as planned. */
  readonly attachments: ReadonlyMap<string, string>;
  readonly #files: ReadonlySet<string>;
  readonly #guesses = new Map<string, number>();
  readonly #pathPrefix: string;
  readonly #displayFolder: string;
  readonly #articles: ReadonlyMap<string, ArticleFile>;
  readonly #nowMs: number;

  /** @param visible the articles that have an address; of two that want the same, one that readers see gets it */
  constructor(
    content: Content,
    visible: readonly ArticleFile[],
    register: PeopleRegister,
    displayFolder: string,
    nowMs: number,
  ) {
    const hasFuture = (article: ArticleFile) => lifetimeOf(article.timing, nowMs) !== undefined;
    const articles = [...visible.filter(hasFuture), ...visible.filter((article) => !hasFuture(article))];
    this.#articles = new Map(content.articles.map((article) => [article.file, article]));
    this.#nowMs = nowMs;
    const { config } = content;
    this.#files = content.files;
    this.#displayFolder = displayFolder;
    this.#pathPrefix = config.pathPrefix;
    const claims = new AddressClaims(config, optionalPages(content));
    const add = (file: string, url: string, headings: readonly Heading[], hint: string) => {
      const claim = claims.claim(url, file);
      if (!claim.ok) {
        this.diagnostics.push({
          code: 'duplicate-permalink',
          severity: 'error',
          ...startOf(`${displayFolder}/${file}`),
          message:
            claim.owner === undefined
              ? `The address ${url} is one that the site itself uses.`
              : `The address ${url} already belongs to ${displayFolder}/${claim.owner}.`,
          hint,
        });
        return;
      }
      this.#urls.set(file, url);
      this.#headings.set(file, headings);
    };
    const versions = new Map<string, string>();
    for (const article of articles) {
      const version = `${article.folder} ${article.lang}`;
      const other = versions.get(version);
      const hint =
        other === undefined
          ? 'Give one of the two another address: add  slug: another-name  to its front matter.'
          : `Both are the ${config.languages[article.lang]?.name ?? article.lang} text of one story. Join them in one file and delete the other.`;
      add(article.file, urlOfArticle(article, config), article.body.headings, hint);
      versions.set(version, article.file);
    }
    for (const page of content.pages) {
      const url = `${editionUrl(page.lang, config.defaultLanguage)}${page.slug}/`;
      add(page.file, url, page.body.headings, 'Give the file another name.');
    }
    for (const article of articles) {
      const own = new Set<string>();
      for (const [index, alias] of article.frontMatter.aliases.entries()) {
        // Two branches may each have added the same one.
        if (own.has(redirectFrom(alias))) continue;
        own.add(redirectFrom(alias));
        const claim = claims.claim(redirectFrom(alias), article.file);
        if (claim.ok) continue;
        this.diagnostics.push({
          code: 'duplicate-permalink',
          severity: 'error',
          ...article.placeOf(['aliases', index]),
          message: `The old address ${alias} already belongs to ${displayFolder}/${claim.owner ?? 'site.yaml'}.`,
          hint:
            claim.owner === article.file
              ? 'Delete it here: the story has this address already.'
              : 'Delete it from one of the two.',
        });
      }
    }
    const urlOfFile = (file: string) => this.#urls.get(file);
    this.attachments = planAttachments(visible, { content, register, claims, urlOfFile });
  }

  urlOfFile(file: string): string | undefined {
    return this.#urls.get(file);
  }

  /** Addresses as the page at a url writes them. */
  seenFrom(pageUrl: string): PageLinks {
    return new PageLinks(this, this.#pathPrefix, pageUrl);
  }

  /** Where a file that is copied as it is lies; of one that is not published, where the page would have it. */
  urlOfAttachment(file: string, pageUrl: string): string {
    return this.attachments.get(file) ?? `${pageUrl}${path.basename(file)}`;
  }

  /** Of a document that has kept its address. */
  renewHeadings(file: string, headings: readonly Heading[]): void {
    this.#headings.set(file, headings);
  }

  /** What is wrong with the links of one file. */
  check(links: readonly DocumentLink[], displayPath: string): readonly Diagnostic[] {
    if (links.length === 0) return nothing;
    const from = displayPath.slice(this.#displayFolder.length + 1);
    return links.flatMap(({ target, place }): Diagnostic[] => {
      const broken = (explanation: LinkExplanation): Diagnostic[] => [
        { code: 'broken-link', severity: 'error', file: displayPath, ...place, ...explanation },
      ];
      if (target.kind === 'attachment' && !this.#files.has(target.file)) {
        return broken(explainMissingFile(target.file, from, this.#near(from, this.#files)));
      }
      if (target.kind === 'attachment' && !isDownload(target.file)) {
        return [
          {
            code: 'unsafe-download',
            severity: 'error',
            file: displayPath,
            ...place,
            ...refuseDownload(target.file),
          },
        ];
      }
      if (target.kind !== 'document') return [];
      if (!this.#urls.has(target.file)) {
        return this.#files.has(target.file)
          ? broken({
              message: `The link leads to ${target.file}, which is not published.`,
              hint: 'Publish that article first, or take the link out.',
            })
          : broken(explainMissingDocument(target.file, from, this.#near(from, this.#urls.keys())));
      }
      const article = this.#articles.get(target.file);
      const shorter =
        article && explainShorterLife(this.#articles.get(from)?.timing, article.timing, this.#nowMs);
      if (shorter !== undefined) return broken(explainUnseen(target.file, shorter));
      const ids = (this.#headings.get(target.file) ?? []).map(({ id }) => id);
      return target.fragment === '' || ids.includes(target.fragment)
        ? []
        : broken(explainMissingHeading(target.file, target.fragment, this.#near(from, ids)));
    });
  }

  /** What a link could have meant; nothing once the file has had enough guesses. */
  #near<T>(from: string, candidates: Iterable<T>): readonly T[] {
    const guesses = (this.#guesses.get(from) ?? 0) + 1;
    this.#guesses.set(from, guesses);
    return guesses > maximumGuesses ? [] : [...candidates];
  }
}

/** Addresses as they stand on one page, not yet escaped for HTML. */
export class PageLinks {
  readonly #register: LinkRegister;
  readonly #pathPrefix: string;
  readonly #pageUrl: string;

  constructor(register: LinkRegister, pathPrefix: string, pageUrl: string) {
    this.#register = register;
    this.#pathPrefix = pathPrefix;
    this.#pageUrl = pageUrl;
  }

  hrefOf(target: LinkTarget): string {
    switch (target.kind) {
      case 'document': {
        const url = this.#register.urlOfFile(target.file);
        const fragment = target.fragment === '' ? '' : `#${encodeURIComponent(target.fragment)}`;
        return url === undefined ? '#' : hrefOf(url, this.#pathPrefix) + fragment;
      }
      case 'attachment':
        return this.hrefOfFile(target.file);
      case 'path':
        return hrefOf(target.path, this.#pathPrefix);
      case 'refused':
        return '#';
    }
  }

  /** Of a file that is copied as it is. */
  hrefOfFile(file: string): string {
    return hrefOf(this.#register.urlOfAttachment(file, this.#pageUrl), this.#pathPrefix);
  }
}
