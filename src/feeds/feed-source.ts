/** What a feed is made from, whatever its format. */

import type { Assets } from '../site/assets.ts';
import type { Article, EditionFrame, SiteFrame } from '../site/site.ts';

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
  readonly context: { readonly edition: EditionFrame; readonly site: SiteFrame; readonly assets: Assets };
}

/** `/topics/art/feed.xml` to `/topics/art/feed.json`. */
export function jsonFeedUrl(feedUrl: string): string {
  return feedUrl.replace(/\.xml$/u, '.json');
}

/** `/topics/art/feed.xml` to `/topics/art/rss.xml`. */
export function rssFeedUrl(feedUrl: string): string {
  return feedUrl.replace(/feed\.xml$/u, 'rss.xml');
}
