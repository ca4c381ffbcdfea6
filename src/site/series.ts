/** Articles that belong together by their `series:`, first part first. */

import { freeSlug, type SlugStyle, slugOf } from '../content/slugs.ts';
import type { Article, Series } from './site.ts';

/** @param articles newest first @param root the edition's url */
export function collectSeries(articles: readonly Article[], root: string, style: SlugStyle): Series[] {
  const parts = new Map<string, Article[]>();
  for (const article of articles.toReversed()) {
    if (article.series === undefined) continue;
    const known = parts.get(article.series);
    if (known === undefined) parts.set(article.series, [article]);
    else known.push(article);
  }
  const used = new Set<string>();
  return [...parts].map(([name, list]): Series => {
    const slug = freeSlug(slugOf(name, style) || 'series', used);
    used.add(slug);
    return { slug, name, url: `${root}series/${slug}/`, parts: list.map(({ card }) => card) };
  });
}
