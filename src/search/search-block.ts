/** Blocks of articles as the search knows them, and the files of a block that no words stand in. */

import { digestOf, digestOnce } from '../cache/digest.ts';
import type { Photo, Rendition } from '../photos/photo.ts';
import { aiNote } from '../site/ai-note.ts';
import { machineMark } from '../site/machine-mark.ts';
import type { Article, ArticleBody, ArticleCard, Edition, EditionFrame, SiteFrame } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import {
  type BlockRange,
  planBlocks,
  type SearchFacets,
  type SearchResult,
  searchFormat,
} from './search-format.ts';

/** What an article is found by. */
export interface SearchedArticle {
  readonly title: string;
  readonly summary: string;
  /** Of topics and people. */
  readonly names: readonly string[];
  readonly captions: readonly string[];
  readonly body: ArticleBody;
}

export interface SearchBlock extends BlockRange {
  readonly lang: string;
  readonly version: string;
  readonly frame: Pick<EditionFrame, 'messages'>;
  readonly articles: readonly Article[];
  /** Of all that the search knows of each article. */
  readonly digests: readonly string[];
  /** The digest of what all articles are read by. */
  readonly basis: string;
}

/** The blocks of an edition. What is not published is in none of them, in a preview either. */
export function searchBlocks({ articles, lang, frame }: Edition): SearchBlock[] {
  const published = articles.filter(({ status }) => status === 'published').toReversed();
  const basis = digestOf([searchFormat, lang, frame.messages]);
  return planBlocks(published.length).map((range) => {
    const own = published.slice(range.from, range.to);
    const digests = own.map(digestOfSearched);
    const digest = digestOf([basis, range, digests]);
    const block = { ...range, lang, version: digest.slice(0, 10), frame, articles: own, digests, basis };
    return digestOnce(block, [digest]);
  });
}

/** Nothing that changes from day to day, such as views: the index would have to be made anew for it. */
function digestOfSearched({ card, credits, body, ai }: Article): string {
  // The digest of a body is that of its pictures, too.
  return digestOf([card, credits, body, ai]);
}

export function searchedArticle(
  article: Article,
  { messages }: Pick<EditionFrame, 'messages'>,
): SearchedArticle {
  const { title, summary, topics, credits, pictures, body, ai } = article;
  return {
    title,
    summary,
    names: [...topics.map(({ name }) => name), ...peopleOf(credits).values()],
    captions: [
      ...pictures.flatMap(({ captionText }) => captionText ?? []),
      // What machines made is found by the words that say so.
      ...new Set(pictures.flatMap(({ sourceType }) => machineMark(sourceType, messages) ?? [])),
      ...(ai === undefined ? [] : aiNote(ai, messages).map(({ text }) => text)),
    ],
    body,
  };
}

function peopleOf(credits: Article['credits']): ReadonlyMap<string, string> {
  return new Map(credits.flatMap(({ people }) => people).map(({ slug, name }) => [slug, name]));
}

interface PartFile {
  readonly cards: readonly ArticleCard[];
  readonly context: { readonly site: SiteFrame; readonly edition: Pick<EditionFrame, 'messages'> };
}

/** Some of the articles, as results show them: the edit of a text makes none of them anew. */
export function searchPart({ cards, context }: PartFile): string {
  const { href } = context.site;
  const results = cards.map(({ url, title, summary, date, topics: [topic], image }): SearchResult => {
    const rendition = image === undefined ? undefined : thumbnail(image.photo);
    return {
      href: href(url),
      title,
      summary,
      day: date.day,
      ...defined({ topic: topic?.name }),
      ...(rendition === undefined
        ? {}
        : {
            photo: {
              src: href(`/${rendition.path}`),
              widthPx: rendition.widthPx,
              heightPx: rendition.heightPx,
              ...defined({ mark: machineMark(image?.sourceType, context.edition.messages) }),
            },
          }),
    };
  });
  return `${JSON.stringify(results)}\n`;
}

/** Twice the width at which a result shows it, in a format that every browser with this search reads. */
function thumbnail({ renditions }: Photo): Rendition | undefined {
  const webp = renditions.filter(({ format }) => format === 'webp');
  const candidates = webp.length > 0 ? webp : renditions;
  return candidates.find(({ widthPx }) => widthPx >= 320) ?? candidates.at(-1);
}

export function searchFacets({ block }: { readonly block: SearchBlock }): string {
  const facets: SearchFacets = {
    topics: groups(block, ({ topics }) => topics.map(({ slug }) => slug)),
    people: groups(block, ({ credits }) => [...peopleOf(credits).keys()]),
    months: groups(block, ({ date }) => [date.day.slice(0, 7)]),
  };
  return `${JSON.stringify(facets)}\n`;
}

function groups(
  { articles }: SearchBlock,
  keysOf: (article: Article) => readonly string[],
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
