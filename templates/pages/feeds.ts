/**
 * Feeds, each as Atom and as JSON: for each language, and in it for each topic, each series, and each person's work of
 * all kinds.
 */

import { atomFeed } from '../../src/feeds/atom.ts';
import { type FeedSource, jsonFeedUrl, maximumEntries } from '../../src/feeds/feed-source.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { feedUrlOf } from '../../src/site/permalinks.ts';
import type { ArticleCard, Person } from '../../src/site/site.ts';
import { type PageTemplate, route } from '../page-template.ts';

/** Nobody publishes more between two looks, and a site has hundreds of people: whole stories, each in two formats. */
const entriesOfPerson = 12;

export const feeds: PageTemplate = {
  name: 'feeds',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const places = new Map(edition.articles.map(({ url }, index) => [url, index]));
      const placeOf = ({ url }: ArticleCard) => places.get(url) ?? edition.articles.length;
      const followed = [
        ...edition.topics.map(({ name, url, articles }) => ({ name, url, cards: articles })),
        ...edition.series.map(({ name, url, parts }) => ({ name, url, cards: parts.toReversed() })),
        ...edition.people.map((person) => ({
          name: person.name,
          url: person.url,
          cards: newestWork(person)
            .sort((a, b) => placeOf(a) - placeOf(b))
            .slice(0, entriesOfPerson),
        })),
      ];
      const sources: readonly FeedSource[] = [
        {
          title: edition.frame.siteName,
          feedUrl: feedUrlOf(edition.url),
          pageUrl: edition.url,
          articles: edition.articles.slice(0, maximumEntries),
        },
        ...followed.map(({ name, url, cards }) => ({
          title: `${name} – ${edition.frame.siteName}`,
          feedUrl: feedUrlOf(url),
          pageUrl: url,
          articles: cards.slice(0, maximumEntries).flatMap((card) => edition.articles[placeOf(card)] ?? []),
        })),
      ];
      return sources.flatMap((source) => [
        route(source.feedUrl, edition, { source }, atomFeed),
        route(jsonFeedUrl(source.feedUrl), edition, { source }, jsonFeed),
      ]);
    }),
};

/** What could stand in the person's feed, each article once, in no order. */
function newestWork({ contributions }: Person): ArticleCard[] {
  const cards = contributions.flatMap(({ articles }) => articles.slice(0, entriesOfPerson));
  return [...new Map(cards.map((card) => [card.url, card])).values()];
}
