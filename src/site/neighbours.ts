/** What was published before and after an article. Pure. */

import type { ArticleLink } from './site.ts';

/** The next newer and the next older article of the edition. */
export interface ArticleNeighbours {
  readonly newer?: ArticleLink;
  readonly older?: ArticleLink;
}

/** @param articles newest first */
export function neighboursOf(articles: readonly ArticleLink[], index: number): ArticleNeighbours {
  const [newer, older] = [articles[index - 1], articles[index + 1]];
  return {
    ...(newer === undefined ? {} : { newer: { title: newer.title, url: newer.url } }),
    ...(older === undefined ? {} : { older: { title: older.title, url: older.url } }),
  };
}
