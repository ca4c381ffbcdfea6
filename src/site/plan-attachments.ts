/**
 * Gives every file that is copied as it is one address: under the page that names it first, in the order of articles,
 * pages and people. Planned once, before anything is rendered, so that the order of rendering does not matter.
 */

import path from 'node:path/posix';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { Body, LinkTarget } from '../markdown/block.ts';
import { parseInline } from '../markdown/parse-inline.ts';
import type { AddressClaims } from './address-claims.ts';
import { downloadEnding, isDownload } from './downloads.ts';
import type { PeopleRegister } from './people-register.ts';
import { editionUrl } from './permalinks.ts';

interface AttachmentContext {
  readonly content: Content;
  readonly register: PeopleRegister;
  readonly claims: AddressClaims;
  readonly urlOfFile: (file: string) => string | undefined;
}

/** By file relative to `content/`. @param articles those that have a page */
export function planAttachments(
  articles: readonly ArticleFile[],
  { content, register, claims, urlOfFile }: AttachmentContext,
): ReadonlyMap<string, string> {
  const { config, files, pages } = content;
  const planned = new Map<string, string>();
  const plan = (file: string, pageUrl: string): void => {
    if (planned.has(file) || !files.has(file) || !isDownload(file)) return;
    const { name } = path.parse(file);
    const ending = downloadEnding(file);
    let url = `${pageUrl}${name}${ending}`;
    // A page may name files of several folders.
    for (let suffix = 2; !claims.claim(url, file).ok; suffix += 1)
      url = `${pageUrl}${name}-${suffix}${ending}`;
    planned.set(file, url);
  };
  for (const article of articles) {
    const url = urlOfFile(article.file) ?? editionUrl(article.lang, config.defaultLanguage);
    for (const file of filesNamedBy(article)) plan(file, url);
  }
  const languages = Object.keys(config.languages).sort((a, b) =>
    a === config.defaultLanguage ? -1 : b === config.defaultLanguage ? 1 : 0,
  );
  for (const lang of languages) {
    for (const page of pages.filter((one) => one.lang === lang)) {
      const url = urlOfFile(page.file) ?? editionUrl(lang, config.defaultLanguage);
      for (const file of filesOf(page.body)) plan(file, url);
    }
  }
  const people = content.people.filter(({ body }) => filesOf(body).length > 0);
  for (const lang of people.length === 0 ? [] : languages) {
    const credited = slugsCredited(
      articles.filter((article) => article.lang === lang),
      register,
    );
    for (const { slug, body } of people.filter((person) => credited.has(person.slug))) {
      const url = `${editionUrl(lang, config.defaultLanguage)}people/${slug}/`;
      for (const file of filesOf(body)) plan(file, url);
    }
  }
  return planned;
}

/** The files that an article offers, in its text and in the captions of its front matter. */
export function filesNamedBy({ body, file, folder, frontMatter }: ArticleFile): readonly string[] {
  const captions = Object.values(frontMatter.photos).flatMap(({ caption }) =>
    caption?.includes('](') === true ? parseInline(caption, { file, folder, firstLine: 1 }).html : [],
  );
  return [
    ...filesOf(body),
    ...captions.flatMap((piece) => (typeof piece === 'string' ? [] : attachmentOf(piece))),
  ];
}

export function filesOf({
  figures,
  inserts,
  links,
}: Pick<Body, 'figures' | 'inserts' | 'links'>): readonly string[] {
  return [
    ...figures.filter(({ media }) => media !== 'photo').map(({ file }) => file),
    ...figures.flatMap(({ transcript }) => transcript ?? []),
    ...inserts.flatMap((insert) => (insert.kind === 'chart' ? [insert.file] : [])),
    ...links.flatMap(({ target }) => attachmentOf(target)),
  ];
}

function attachmentOf(target: LinkTarget): readonly string[] {
  return target.kind === 'attachment' ? [target.file] : [];
}

function slugsCredited(articles: readonly ArticleFile[], register: PeopleRegister): ReadonlySet<string> {
  const names = new Set(articles.flatMap(({ frontMatter }) => Object.values(frontMatter.credits).flat()));
  return new Set(
    [...names].flatMap((name) => {
      const found = register.find(name);
      return found.ok ? [found.person.slug] : [];
    }),
  );
}
