/** What a feed is made from, whatever its format. */

import type { SiteDate } from '../content/dates.ts';
import type { Article, EditionFrame, PersonLink, SiteFrame } from '../site/site.ts';

/** Readers fetch a feed every hour: it holds what is new, the archive holds the rest. */
export const maximumEntries = 30;

export interface FeedSource {
  readonly title: string;
  /** The url of the Atom feed and the url of the page that both feeds follow. */
  readonly feedUrl: string;
  readonly pageUrl: string;
  /** Newest first, `maximumEntries` at most. */
  readonly articles: readonly Article[];
}

export interface FeedContext {
  readonly source: FeedSource;
  readonly context: { readonly edition: EditionFrame; readonly site: SiteFrame };
}

/** `/topics/art/feed.xml` to `/topics/art/feed.json`. */
export function jsonFeedUrl(feedUrl: string): string {
  return feedUrl.replace(/\.xml$/u, '.json');
}

/** Its last change that readers should know of, corrections too; its own date when there was none. */
export function lastChange({ date, updated, corrections }: Article): SiteDate {
  const dates = [
    ...(updated === undefined ? [] : [updated]),
    ...corrections.map((correction) => correction.date),
  ];
  return dates.reduce((last, next) => (next.timeMs > last.timeMs ? next : last), date);
}

export function updatedMs(article: Article): number {
  return lastChange(article).timeMs;
}

/** Who wrote the article. */
export function writersOf({ credits }: Article): readonly PersonLink[] {
  return credits.find(({ role }) => role === 'draft')?.people ?? [];
}

/** Who else had a part in it, each once. */
export function contributorsOf(article: Article): readonly PersonLink[] {
  const writers = new Set(writersOf(article).map(({ slug }) => slug));
  const others = article.credits.flatMap(({ people }) => people).filter(({ slug }) => !writers.has(slug));
  return [...new Map(others.map((person) => [person.slug, person])).values()];
}
