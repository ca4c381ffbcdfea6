/** What a takedown is about: a story in all its languages, a picture in all its copies, or a person. Pure. */

import path from 'node:path/posix';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import { personSlugOf } from '../content/slugs.ts';
import { nameKey } from '../site/people-register.ts';
import type { Site } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { namePattern } from './name-pattern.ts';

export type Subject =
  | { readonly kind: 'article'; readonly id: string; readonly articles: readonly ArticleFile[] }
  /** Every file with the picture's bytes, relative to `content/`. `hash` is undefined where no document shows it. */
  | { readonly kind: 'photo'; readonly files: readonly string[]; readonly hash: string | undefined }
  | {
      readonly kind: 'person';
      readonly slug: string;
      /** In every language, as stories write them. */
      readonly names: readonly string[];
      readonly email?: string;
      /** In `content/people/`. */
      readonly file?: string;
    };

export interface SubjectContext {
  readonly content: Content;
  /** With what is hidden, so that drafts are found too. */
  readonly site: Site;
  /** How people name the content folder. */
  readonly displayFolder: string;
}

const photoEnding = /\.(?:jpe?g|png|webp|avif|tiff?|gif)$/iu;

/**
 * @param typed a file, a story's folder or address, a person's name or slug
 * @returns undefined when nothing of the content is meant by it
 */
export function findSubject(typed: string, context: SubjectContext): Subject | undefined {
  const wanted = typed.normalize('NFC');
  const { content, site, displayFolder } = context;
  const prefix = `${displayFolder.replace(/\/$/u, '')}/`;
  const named = path.normalize(wanted.startsWith(prefix) ? wanted.slice(prefix.length) : wanted);
  const file = [named, `articles/${named}`].find((candidate) => content.files.has(candidate));
  if (file !== undefined && photoEnding.test(file)) return photoSubject(file, site);
  const person = findPerson(named, context);
  const id = articleId(named, wanted, site);
  const articles = content.articles.filter((article) => article.id === id);
  if (id !== undefined && articles.length > 0) return { kind: 'article', id, articles };
  return person ?? formerPerson(named, context);
}

function photoSubject(file: string, { photos }: Site): Subject {
  const hash = photos.find((photo) => photo.file === file)?.hash;
  const copies = photos.filter((photo) => photo.hash === hash).map((photo) => photo.file);
  return { kind: 'photo', hash, files: [...new Set([file, ...copies])].sort() };
}

function articleId(named: string, wanted: string, { config, editions, redirects }: Site): string | undefined {
  const articles = editions.flatMap((edition) => edition.articles);
  const bare = named
    .replace(/^articles\//u, '')
    .replace(/\/index(?:\.[\w-]+)?\.md$/u, '')
    .replace(/\/$/u, '');
  if (/^\d{4}\/[^/]+$/u.test(bare)) return bare;
  const address = wanted.startsWith(config.baseUrl) ? wanted.slice(config.baseUrl.length) : wanted;
  const inside = address.startsWith(config.pathPrefix)
    ? `/${address.slice(config.pathPrefix.length)}`
    : address;
  const url = `${inside.replace(/\/?(?:index\.html)?$/u, '')}/`;
  const target = redirects.find(({ from }) => from === url)?.to ?? url;
  const slugs = articles.filter(({ id }) => id.slice(id.indexOf('/') + 1) === bare);
  return (articles.find((article) => article.url === target) ?? (isOne(slugs) ? slugs[0] : undefined))?.id;
}

/** One folder's name in two years may mean either story. */
function isOne(articles: readonly { readonly id: string }[]): boolean {
  return new Set(articles.map(({ id }) => id)).size === 1;
}

/** A person who was taken down before, or whom texts name without a credit. */
function formerPerson(
  name: string,
  { content: { articles, config, tombstones } }: SubjectContext,
): Subject | undefined {
  const slug = personSlugOf(name, config.slugs, config.defaultLanguage);
  const hasGrave = tombstones.some(({ path: url }) => url.endsWith(`/people/${slug}/`));
  const pattern = namePattern(name);
  const isNamed = !name.includes('/') && articles.some(({ body }) => pattern.test(body.text));
  return hasGrave || isNamed ? { kind: 'person', slug, names: [name] } : undefined;
}

function findPerson(named: string, { content, site }: SubjectContext): Subject | undefined {
  const slug = named.replace(/^people\//u, '').replace(/\.md$/u, '');
  const isMeant = (candidate: string, names: readonly string[]) =>
    candidate === slug || names.some((name) => nameKey(name) === nameKey(named));
  for (const { slug: known, file, frontMatter } of content.people) {
    const names = [frontMatter.name, ...Object.values(frontMatter.names)];
    if (!isMeant(known, names)) continue;
    const { email } = frontMatter;
    return { kind: 'person', slug: known, names, file, ...defined({ email }) };
  }
  const credited = site.editions.flatMap(({ people }) => people);
  const found = credited.find((person) => isMeant(person.slug, [person.name]));
  if (found === undefined) return undefined;
  return { kind: 'person', slug: found.slug, names: [found.name] };
}
