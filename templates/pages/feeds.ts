/**
 * Feeds, each as Atom and as JSON: for each language, and in it for each topic, each series, and each person's work of
 * all kinds. What portals take over (everything, a topic, a series) is there as RSS too.
 */

import { digestOnce } from '../../src/cache/digest.ts';
import { atomFeed } from '../../src/feeds/atom.ts';
import { type FeedSource, jsonFeedUrl, maximumEntries, rssFeedUrl } from '../../src/feeds/feed-source.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { podcastFeed, podcastUrl, soundOf } from '../../src/feeds/podcast.ts';
import { rssFeed } from '../../src/feeds/rss.ts';
import { feedUrlOf } from '../../src/site/permalinks.ts';
import { newestPublishedFirst } from '../../src/site/publication.ts';
import type { Article, ArticleCard, Site } from '../../src/site/site.ts';
import { type PageTemplate, route } from '../page-template.ts';

/** More is seldom published between two looks, and a site has hundreds of people: whole stories, each in two formats. */
const entriesOfPerson = 12;

/** Programs show them all, the first one too. */
const maximumEpisodes = 300;

export const feeds: PageTemplate = {
  name: 'feeds',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const newest = edition.articles.toSorted(newestPublishedFirst);
      const places = new Map(newest.map(({ url }, index) => [url, index]));
      const placeOf = ({ url }: ArticleCard) => places.get(url) ?? newest.length;
      /** What was published last comes first, whatever day the story is dated. */
      const followed = (cards: readonly ArticleCard[], count: number) =>
        [...new Set(cards.map(placeOf))]
          .sort((a, b) => a - b)
          .slice(0, count)
          .flatMap((place) => newest[place] ?? []);
      const lists = [
        ...edition.topics.map(({ name, url, articles: cards }) => ({
          name,
          url,
          cards,
          count: maximumEntries,
        })),
        ...edition.series.map(({ name, url, parts: cards }) => ({ name, url, cards, count: maximumEntries })),
        ...edition.people.map(({ name, url, contributions }) => {
          const cards = contributions.flatMap(({ articles }) => articles);
          return { name, url, cards, count: entriesOfPerson };
        }),
      ];
      const sources: readonly FeedSource[] = [
        {
          title: edition.frame.siteName,
          feedUrl: feedUrlOf(edition.url),
          pageUrl: edition.url,
          articles: newest.slice(0, maximumEntries),
        },
        ...lists.map(({ name, url, cards, count }) => ({
          title: `${name} – ${edition.frame.siteName}`,
          feedUrl: feedUrlOf(url),
          pageUrl: url,
          articles: followed(cards, count),
        })),
      ];
      const people = new Set(edition.people.map(({ url }) => url));
      const podcasts = edition.series.flatMap(({ name, url, parts }) => {
        const articles = followed(parts, maximumEpisodes).filter(
          ({ body }) => soundOf(body.blocks) !== undefined,
        );
        const source = { title: name, feedUrl: podcastUrl(url), pageUrl: url, articles };
        return articles.length === 0
          ? []
          : [route(podcastUrl(url), edition, { source, bytes: soundBytes(site, articles) }, podcastFeed)];
      });
      const feedRoutes = sources
        .map((source) => digestOnce(source))
        .flatMap((source) => [
          route(source.feedUrl, edition, { source }, atomFeed),
          route(jsonFeedUrl(source.feedUrl), edition, { source }, jsonFeed),
          ...(people.has(source.pageUrl)
            ? []
            : [route(rssFeedUrl(source.feedUrl), edition, { source }, rssFeed)]),
        ]);
      return [...feedRoutes, ...podcasts];
    }),
};

/** Of the episodes alone: a podcast is made anew only when they change. */
function soundBytes(
  { soundBytes: known }: Site,
  episodes: readonly Article[],
): Readonly<Record<string, number>> {
  const urls = episodes.flatMap(({ body }) => soundOf(body.blocks)?.url ?? []);
  return Object.fromEntries(urls.map((url) => [url, known?.get(url) ?? 0]));
}
