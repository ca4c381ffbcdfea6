/** The index of one block of articles, made from their texts. Made once, however many of its files ask for it. */

import { digestOf, digestOnce } from '../cache/digest.ts';
import '../content/stemmers.ts';
import { termsOf } from '../content/terms.ts';
import type { Photo, Rendition } from '../photos/photo.ts';
import { aiNote } from '../site/ai-note.ts';
import { machineMark } from '../site/machine-mark.ts';
import type { Article, ArticleBody, Edition, EditionFrame, SiteFrame } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { simplified } from './chinese-variants.ts';
import {
  type BlockRange,
  levels,
  planBlocks,
  type SearchFacets,
  type SearchResult,
  type SearchShard,
  searchFormat,
  shardOf,
} from './search-format.ts';

/** What the search knows of an article. */
interface SearchedArticle extends Omit<SearchResult, 'href'> {
  readonly url: string;
  readonly topics: readonly { readonly slug: string; readonly name: string }[];
  readonly people: readonly { readonly slug: string; readonly name: string }[];
  readonly captions: readonly string[];
  readonly body: ArticleBody;
}

export interface SearchBlock extends BlockRange {
  readonly lang: string;
  readonly version: string;
  readonly articles: readonly SearchedArticle[];
}

/** The blocks of an edition. What is not published is in none of them, in a preview either. */
export function searchBlocks({ articles, lang, frame }: Edition): SearchBlock[] {
  const published = articles.filter(({ status }) => status === 'published').toReversed();
  return planBlocks(published.length).map((range) => {
    const content = {
      format: searchFormat,
      lang,
      ...range,
      articles: published
        .slice(range.from, range.to)
        .map((article) => digestOnce(searchedArticle(article, frame))),
    };
    const digest = digestOf(content);
    return digestOnce({ ...content, version: digest.slice(0, 10) }, [digest]);
  });
}

/** Nothing that changes from day to day, such as views: the index would have to be made anew for it. */
function searchedArticle(article: Article, { messages }: EditionFrame): SearchedArticle {
  const { url, title, summary, date, topics, credits, pictures, image, body, ai } = article;
  const people = new Map(credits.flatMap((credit) => credit.people).map(({ slug, name }) => [slug, name]));
  const [topic] = topics;
  const rendition = image === undefined ? undefined : thumbnail(image.photo);
  return {
    url,
    title,
    summary,
    day: date.day,
    ...(topic === undefined ? {} : { topic: topic.name }),
    ...(rendition === undefined
      ? {}
      : {
          photo: {
            src: `/${rendition.path}`,
            widthPx: rendition.widthPx,
            heightPx: rendition.heightPx,
            ...defined({ mark: machineMark(image?.sourceType, messages) }),
          },
        }),
    topics: topics.map(({ slug, name }) => ({ slug, name })),
    people: [...people].map(([slug, name]) => ({ slug, name })),
    captions: [
      ...pictures.flatMap(({ captionText }) => captionText ?? []),
      // What machines made is found by the words that say so.
      ...new Set(pictures.flatMap(({ sourceType }) => machineMark(sourceType, messages) ?? [])),
      ...(ai === undefined ? [] : aiNote(ai, messages).map(({ text }) => text)),
    ],
    body,
  };
}

/** Twice the width at which a result shows it, in a format that every browser with this search reads. */
function thumbnail({ renditions }: Photo): Rendition | undefined {
  const webp = renditions.filter(({ format }) => format === 'webp');
  const candidates = webp.length > 0 ? webp : renditions;
  return candidates.find(({ widthPx }) => widthPx >= 320) ?? candidates.at(-1);
}

interface BlockFile {
  readonly block: SearchBlock;
  readonly context: { readonly site: SiteFrame };
}

/** One shard as JSON. */
export function searchShard({ block, shard }: BlockFile & { readonly shard: number }): string {
  return `${JSON.stringify(indexOf(block)[shard] ?? {})}\n`;
}

interface PartFile {
  readonly articles: readonly SearchedArticle[];
  readonly context: { readonly site: SiteFrame };
}

/** Some of the articles, as results show them. An edit in its block makes no other part anew. */
export function searchPart({ articles, context }: PartFile): string {
  const { href } = context.site;
  const results = articles.map(
    ({ url, title, summary, day, topic, photo }): SearchResult => ({
      href: href(url),
      title,
      summary,
      day,
      ...defined({ topic }),
      ...(photo === undefined ? {} : { photo: { ...photo, src: href(photo.src) } }),
    }),
  );
  return `${JSON.stringify(results)}\n`;
}

export function searchFacets({ block }: BlockFile): string {
  const facets: SearchFacets = {
    topics: groups(block, ({ topics }) => topics.map(({ slug }) => slug)),
    people: groups(block, ({ people }) => people.map(({ slug }) => slug)),
    months: groups(block, ({ day }) => [day.slice(0, 7)]),
  };
  return `${JSON.stringify(facets)}\n`;
}

function groups(
  { articles }: SearchBlock,
  keysOf: (article: SearchedArticle) => readonly string[],
): Record<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [number, article] of articles.entries()) {
    for (const key of keysOf(article)) {
      const list = numbers.get(key);
      if (list === undefined) numbers.set(key, [number]);
      else list.push(number);
    }
  }
  return Object.fromEntries([...numbers].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const indexes = new WeakMap<SearchBlock, readonly SearchShard[]>();

function indexOf(block: SearchBlock): readonly SearchShard[] {
  const known = indexes.get(block);
  if (known !== undefined) return known;
  const made = makeIndex(block);
  indexes.set(block, made);
  return made;
}

/** An article of a term, and the article last noted: what the next distance is counted from. */
interface Postings {
  readonly list: number[];
  last: number;
}

function makeIndex({ articles, lang, shards }: SearchBlock): readonly SearchShard[] {
  const postings = new Map<string, Postings>();
  const isChinese = lang.startsWith('zh');
  for (const [number, article] of articles.entries()) {
    for (const [written, weight] of weighTerms(article, lang)) {
      const term = isChinese ? simplified(written) : written;
      const known = postings.get(term) ?? { list: [], last: 0 };
      if (known.list.length === 0) postings.set(term, known);
      known.list.push((number - known.last) * levels + weight);
      known.last = number;
    }
  }
  const made = Array.from({ length: shards }, (): [string, readonly number[]][] => []);
  for (const [term, { list }] of postings) made[shardOf(term, shards)]?.push([term, list]);
  // Names such as `constructor` are words too: entries make own properties of them all.
  return made.map((entries) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

function weighTerms(article: SearchedArticle, lang: string): ReadonlyMap<string, number> {
  const { once, repeated } = article.body.terms;
  const weights = new Map<string, number>();
  for (const term of once) weights.set(term, 0);
  for (const term of repeated) weights.set(term, 1);
  const { captions, topics, people, summary, title } = article;
  const named = [...topics, ...people].map(({ name }) => name);
  for (const text of [summary, ...captions, ...named]) {
    for (const term of termsOf(text, lang)) weights.set(term, 2);
  }
  for (const term of termsOf(title, lang)) weights.set(term, 3);
  return weights;
}
