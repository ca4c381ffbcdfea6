/** Atom feeds: one for each language, and one for each topic in each language. */

import { atomFeed, type FeedSource, maximumEntries } from '../../src/feeds/atom.ts';
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
      return [
        route(whole.feedUrl, edition, { source: whole }, atomFeed),
        ...edition.topics.map((topic) =>
          route(topic.feedUrl, edition, { source: topicSource(topic, edition, byUrl) }, atomFeed),
        ),
      ];
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
