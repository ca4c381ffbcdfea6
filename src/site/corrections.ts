/** Everything that was put right, of all articles of an edition. */

import type { Article, PublishedCorrection } from './site.ts';

/** The newest correction first; of one day in the order of the articles. */
export function collectCorrections(articles: readonly Article[]): PublishedCorrection[] {
  return articles
    .flatMap(({ title, url, corrections }) =>
      corrections.map((correction) => ({ ...correction, article: { title, url } })),
    )
    .sort((a, b) => b.date.timeMs - a.date.timeMs);
}
