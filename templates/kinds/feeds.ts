/** Feeds, each as Atom and as JSON: one for each language, and one for each topic in each language. */

import { atomFeed } from '../../src/feeds/atom.ts';
import { type FeedSource, jsonFeedUrl, maximumEntries } from '../../src/feeds/feed-source.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import type { Article, Edition, Topic } from '../../src/site/site.ts';
import { type PageKind, route } from '../page-kind.ts';

export const feeds: PageKind = {
  name: 'feeds',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const byUrl = new Map(edition.articles.map((article) => [article.url, article]));
      const whole = {
        title: edition.frame.siteName,
        feedUrl: `${edition.url}feed.xml`,
        pageUrl: edition.url,
        articles: edition.articles.slice(0, maximumEntries),
      };
      const sources = [whole, ...edition.topics.map((topic) => topicSource(topic, edition, byUrl))];
      return sources.flatMap((source) => [
        route(source.feedUrl, edition, { source }, atomFeed),
        route(jsonFeedUrl(source.feedUrl), edition, { source }, jsonFeed),
      ]);
    }),
};

function topicSource(topic: Topic, edition: Edition, byUrl: ReadonlyMap<string, Article>): FeedSource {
  return {
    title: `${topic.name} – ${edition.frame.siteName}`,
    feedUrl: topic.feedUrl,
    pageUrl: topic.url,
    articles: topic.articles.slice(0, maximumEntries).flatMap(({ url }) => byUrl.get(url) ?? []),
  };
}
