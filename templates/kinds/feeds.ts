/** Atom feeds: one for each language, and one for each topic in each language. */

import { atomFeed } from '../../src/feeds/atom.ts';
import type { PageKind } from '../page-kind.ts';

export const feeds: PageKind = {
  name: 'feeds',
  routes: (site) =>
    site.editions.flatMap((edition) => [
      {
        url: `${edition.url}feed.xml`,
        edition,
        render: () =>
          atomFeed(
            {
              title: edition.siteName,
              feedUrl: `${edition.url}feed.xml`,
              pageUrl: edition.url,
              articles: edition.articles,
            },
            edition,
            site,
          ),
      },
      ...edition.topics.map((topic) => ({
        url: topic.feedUrl,
        edition,
        render: () =>
          atomFeed(
            {
              title: `${topic.name} – ${edition.siteName}`,
              feedUrl: topic.feedUrl,
              pageUrl: topic.url,
              articles: topic.articles,
            },
            edition,
            site,
          ),
      })),
    ]),
};
