/** What a page tells machines of its article: meta elements and structured data. Pure; never throws. */

import type { CheerioAPI } from 'cheerio';
import { z } from 'zod';
import { decodePath } from '../../text/decode-address.ts';
import { defined } from '../../text/defined.ts';
import { looksLikeNames } from '../../text/name-words.ts';
import { findDate } from '../facts/find-date.ts';
import { cleanText, isSameWords } from '../fold-text.ts';
import type { ImportedCredit, Sourced } from '../imported-article.ts';
import { lineOf } from './html-tree.ts';

export interface PageFacts {
  readonly title?: Sourced<string>;
  readonly date?: Sourced<string>;
  readonly summary?: Sourced<string>;
  readonly topics: readonly Sourced<string>[];
  readonly credits: readonly ImportedCredit[];
}

export interface PageMetadata extends PageFacts {
  readonly lang?: Sourced<string>;
  readonly aliases: readonly Sourced<string>[];
  /** The same for all languages of the page. */
  readonly translation?: string;
  /** The host that the page says it stands on. */
  readonly host?: string;
}

/** @param siteName which pages name as their author */
export function readPageMetadata($: CheerioAPI, siteName: string): PageMetadata {
  const meta = (...names: readonly string[]): Sourced<string> | undefined => {
    for (const name of names) {
      const element = $(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`).first();
      const value = cleanText(element.attr('content') ?? '');
      if (value !== '') return { value, line: lineOf(element[0]) };
    }
    return undefined;
  };
  const data = readLinkedData($);
  const time = $('time[datetime]').first();
  const written =
    data?.date ??
    meta(
      'article:published_time',
      'datePublished',
      'pubdate',
      'publishdate',
      'PubDate',
      'date',
      'DC.date.issued',
    ) ??
    (time.length === 0 ? undefined : { value: time.attr('datetime') ?? '', line: lineOf(time[0]) });
  const stamp = $('[property~="dc:created"][content], [itemprop~="datePublished"][content]').first();
  const dateText =
    written ??
    (stamp.length === 0 ? undefined : { value: stamp.attr('content') ?? '', line: lineOf(stamp[0]) });
  const day = dateText === undefined ? undefined : findDate(dateText.value);
  const author =
    data?.author ??
    meta(
      'author',
      'article:author',
      'byl',
      'parsely-author',
      'sailthru.author',
      'DC.creator',
      'dcterms.creator',
    );
  const section = data?.section ?? meta('article:section');
  const lang = $('html').attr('lang');
  const canonical = $('link[rel="canonical"]').first();
  const address = canonical.attr('href') ?? meta('og:url')?.value;
  const title = data?.title ?? meta('og:title', 'ArticleTitle');
  const summary = meta('og:description', 'description');
  return {
    ...defined({ title, summary }),
    ...defined({ date: day && dateText && { value: day.day, line: dateText.line } }),
    topics: section === undefined ? tagsOf($) : [section],
    credits:
      author === undefined || !looksLikeNames(author.value) || isSameWords(author.value, siteName)
        ? []
        : [{ role: 'draft', name: author.value, line: author.line }],
    ...(lang === undefined || lang === '' ? {} : { lang: { value: lang, line: lineOf($('html')[0]) } }),
    ...defined({ translation: alternatesOf($, address) }),
    ...(address !== undefined && URL.canParse(address) ? { host: new URL(address).host } : {}),
    aliases:
      address === undefined || !URL.canParse(address, 'https://old.invalid')
        ? []
        : aliasOf(address, lineOf(canonical[0])),
  };
}

/** Links to the topics of a story, as systems mark them. */
const tags =
  'a[rel~="tag"], [rel="dc:subject"] a, [class*="field--name-field-tags"] a, [class*="field-name-field-tags"] a, [class*="field-name-field-topic"] a, [class*="field--name-field-topic"] a';

function tagsOf($: CheerioAPI): Sourced<string>[] {
  return $(tags)
    .filter((_, link) => $(link).closest('nav, aside, footer').not('article footer').length === 0)
    .toArray()
    .map((link) => ({ value: cleanText($(link).text()), line: lineOf(link) }))
    .filter(({ value }) => value !== '');
}

/** The addresses of the page in its languages, itself among them. */
function alternatesOf($: CheerioAPI, own: string | undefined): string | undefined {
  const others = $('link[rel~="alternate"][hreflang][href]')
    .toArray()
    .filter(({ attribs }) => attribs.hreflang?.toLowerCase() !== 'x-default')
    .map(({ attribs }) => attribs.href ?? '')
    .filter((href) => URL.canParse(href, 'https://old.invalid'));
  const all = new Set([...others, ...(own === undefined ? [] : [own])].map((one) => withoutHost(one)));
  return others.length === 0 || all.size < 2 ? undefined : `hreflang ${[...all].sort().join(' ')}`;
}

function withoutHost(address: string): string {
  const { pathname, search } = new URL(address, 'https://old.invalid');
  return pathname + search;
}

interface LinkedData {
  readonly title?: Sourced<string>;
  readonly date?: Sourced<string>;
  readonly author?: Sourced<string>;
  readonly section?: Sourced<string>;
}

/** What the page tells search engines, when it is an article. */
function readLinkedData($: CheerioAPI): LinkedData | undefined {
  for (const script of $('script[type="application/ld+json"]').toArray()) {
    const line = lineOf(script);
    const sourced = (value: string | undefined) =>
      value === undefined || value.trim() === '' ? undefined : { value: cleanText(value), line };
    const entries = flatten(parseJson($(script).text()));
    for (const entry of entries) {
      const article = articleSchema.safeParse(entry);
      if (!article.success) continue;
      const { headline, datePublished, author, articleSection } = article.data;
      const found = {
        title: sourced(headline),
        date: sourced(datePublished),
        author: sourced(namesOf(author, entries).join(', ')),
        section: sourced(articleSection?.[0]),
      };
      return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
    }
  }
  return undefined;
}

const personSchema = z.object({ name: z.union([z.string(), z.array(z.string())]) });
const referenceSchema = z.object({ '@id': z.string() });

/** Names in any of the shapes that sites use: texts, persons, lists of them, references to an entry beside. */
function namesOf(value: unknown, entries: readonly unknown[]): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => namesOf(entry, entries));
  const person = personSchema.safeParse(value);
  if (person.success) return [person.data.name].flat();
  const reference = referenceSchema.safeParse(value);
  if (!reference.success) return [];
  return entries.flatMap((entry) => {
    const own = personSchema.and(referenceSchema).safeParse(entry);
    return own.success && own.data['@id'] === reference.data['@id'] ? [own.data.name].flat() : [];
  });
}

const articleSchema = z.object({
  '@type': z
    .union([z.string(), z.array(z.string()).transform((types) => types.join(' '))])
    .refine((type) => /Article|BlogPosting/u.test(type)),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  author: z.unknown().optional(),
  articleSection: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .catch(undefined),
});

function parseJson(text: string): unknown {
  try {
    // Old pages hide it from browsers of their time, or mark it as text for XML.
    return JSON.parse(text.replace(/^[\s/*]*(?:<!\[CDATA\[|<!--)[\s*/]*|[\s/*]*(?:\]\]>|-->)[\s*/]*$/gu, ''));
  } catch {
    return undefined;
  }
}

function flatten(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value === 'object' && value !== null && '@graph' in value) return flatten(value['@graph']);
  return [value];
}

function aliasOf(address: string, line: number): Sourced<string>[] {
  const { pathname, search } = new URL(address, 'https://old.invalid');
  return pathname === '/' && search === '' ? [] : [{ value: decodePath(pathname) + search, line }];
}
