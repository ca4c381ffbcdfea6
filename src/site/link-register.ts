/** The addresses of all documents of the site: gives links their href, and says which lead nowhere. */

import path from 'node:path/posix';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/diagnostic.ts';
import type { DocumentLink, Heading, LinkTarget } from '../markdown/block.ts';
import {
  explainMissingDocument,
  explainMissingFile,
  explainMissingHeading,
  type LinkExplanation,
} from './explain-link.ts';
import { editionUrl, hrefOf, urlOfArticle } from './permalinks.ts';

/** First parts of addresses that the site itself uses: no page may be called so. */
const reservedNames = [
  '404',
  'archive',
  'assets',
  'corrections',
  'people',
  'photos',
  'search',
  'series',
  'topics',
];

export class LinkRegister {
  readonly diagnostics: Diagnostic[] = [];
  readonly #urls = new Map<string, string>();
  readonly #headings = new Map<string, readonly Heading[]>();
  readonly #attachments = new Map<string, string>();
  readonly #files: ReadonlySet<string>;
  readonly #pathPrefix: string;
  readonly #shownFolder: string;

  /** @param articles those that this build shows; a link to another one leads nowhere yet */
  constructor(content: Content, articles: readonly ArticleFile[], shownFolder: string) {
    const { config } = content;
    this.#files = content.files;
    this.#shownFolder = shownFolder;
    this.#pathPrefix = config.pathPrefix;
    const owners = new Map<string, string>();
    const add = (file: string, url: string, headings: readonly Heading[]) => {
      const key = url.toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined) {
        this.diagnostics.push({
          code: 'duplicate-permalink',
          severity: 'error',
          ...startOf(`${shownFolder}/${file}`),
          message: `The address ${url} already belongs to ${shownFolder}/${owner}.`,
          hint: 'Give one of the two another address: add  slug: another-name  to its front matter.',
        });
        return;
      }
      owners.set(key, file);
      this.#urls.set(file, url);
      this.#headings.set(file, headings);
    };
    for (const article of articles) {
      add(article.file, urlOfArticle(article, config), article.body.headings);
    }
    for (const page of content.pages) {
      if (reservedNames.includes(page.slug) || page.slug in config.languages) {
        this.diagnostics.push({
          code: 'duplicate-permalink',
          severity: 'error',
          ...startOf(`${shownFolder}/${page.file}`),
          message: `The address /${page.slug}/ is one that the site itself uses.`,
          hint: 'Give the file another name.',
        });
        continue;
      }
      const root = editionUrl(page.lang, config.defaultLanguage);
      add(page.file, `${root}${page.slug}/`, page.body.headings);
    }
    for (const article of articles) {
      for (const [index, alias] of article.frontMatter.aliases.entries()) {
        const key = redirectFrom(alias).toLowerCase();
        const owner = owners.get(key) ?? (isOwnAddress(key, content) ? 'site.yaml' : undefined);
        if (owner === undefined) {
          owners.set(key, article.file);
          continue;
        }
        this.diagnostics.push({
          code: 'duplicate-permalink',
          severity: 'error',
          ...article.placeOf(['aliases', index]),
          message: `The old address ${alias} already belongs to ${shownFolder}/${owner}.`,
          hint: 'Delete it from one of the two.',
        });
      }
    }
  }

  urlOfFile(file: string): string | undefined {
    return this.#urls.get(file);
  }

  /** The href of a link target on the page at `pageUrl`, not yet escaped for HTML. */
  resolverFor(pageUrl: string): (target: LinkTarget) => string {
    return (target) => {
      switch (target.kind) {
        case 'document': {
          const url = this.#urls.get(target.file);
          const fragment = target.fragment === '' ? '' : `#${encodeURIComponent(target.fragment)}`;
          return url === undefined ? '#' : hrefOf(url, this.#pathPrefix) + fragment;
        }
        case 'attachment':
          return hrefOf(this.attachmentUrl(target.file, pageUrl), this.#pathPrefix);
        case 'path':
          return hrefOf(target.path, this.#pathPrefix);
        case 'refused':
          return '#';
      }
    };
  }

  /** Where a file that is copied as it is will be: under the page that names it first. */
  attachmentUrl(file: string, pageUrl: string): string {
    const known = this.#attachments.get(file);
    if (known !== undefined) return known;
    const url = pageUrl + path.basename(file);
    if (this.#files.has(file)) this.#attachments.set(file, url);
    return url;
  }

  attachments(): readonly { readonly file: string; readonly url: string }[] {
    return [...this.#attachments].map(([file, url]) => ({ file, url }));
  }

  /** What is wrong with the links of one file. */
  check(links: readonly DocumentLink[], shownFile: string): Diagnostic[] {
    const from = path.relative(this.#shownFolder, shownFile);
    return links.flatMap(({ target, place }): Diagnostic[] => {
      const broken = (explanation: LinkExplanation): Diagnostic[] => [
        { code: 'broken-link', severity: 'error', file: shownFile, ...place, ...explanation },
      ];
      if (target.kind === 'attachment' && !this.#files.has(target.file)) {
        return broken(explainMissingFile(target.file, from, this.#files));
      }
      if (target.kind !== 'document') return [];
      if (!this.#urls.has(target.file)) {
        return this.#files.has(target.file)
          ? broken({
              message: `The link leads to ${target.file}, which is not published.`,
              hint: 'Publish that article first, or take the link out.',
            })
          : broken(explainMissingDocument(target.file, from, this.#urls.keys()));
      }
      const ids = (this.#headings.get(target.file) ?? []).map(({ id }) => id);
      return target.fragment === '' || ids.includes(target.fragment)
        ? []
        : broken(explainMissingHeading(target.file, target.fragment, ids));
    });
  }
}

/** The url at which an old address answers: one that names no file is a folder, as web servers see it. */
export function redirectFrom(alias: string): string {
  return alias.endsWith('/') || path.basename(alias).includes('.') ? alias : `${alias}/`;
}

/** Whether the site has a page of its own there: home, topics, people, archive and what is below them. */
export function isOwnAddress(url: string, { config }: Pick<Content, 'config'>): boolean {
  const [first = '', ...rest] = url.slice(1).split('/');
  if (first in config.languages) return isOwnAddress(`/${rest.join('/')}`, { config });
  return url === '/' ||
    /^\/(?:(?:404|index)\.html|feed\.(?:xml|json)|(?:news-)?sitemap\.xml|robots\.txt|(?:manifest|due)\.json|site\.webmanifest|_redirects|_headers|_nginx\.conf)$/u.test(
      url,
    )
    ? true
    : reservedNames.includes(first) && !path.basename(url).includes('.');
}
