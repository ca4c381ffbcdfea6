/** Articles that belong together by their `series:`, first part first. */

import { type SlugStyle, slugOf } from '../content/slugs.ts';
import { type KnownSlugs, lastingSlugs } from './lasting-slugs.ts';
import type { Article, Series } from './site.ts';

/** @param articles newest first @param root the edition's url */
export function collectSeries(
  articles: readonly Article[],
  root: string,
  style: SlugStyle,
  known: KnownSlugs = new Map(),
  defaultLanguage?: string,
): Series[] {
  const parts = new Map<string, Article[]>();
  for (const article of articles.toReversed()) {
    if (article.series === undefined) continue;
    const known = parts.get(article.series);
    if (known === undefined) parts.set(article.series, [article]);
    else known.push(article);
  }
  const slugs = lastingSlugs([...parts.keys()], {
    slugOf: (name) => slugOf(name, style, defaultLanguage) || 'series',
    taken: [],
    known,
  });
  return [...parts].map(([name, list]): Series => {
    const slug = slugs.get(name) ?? '';
    return { slug, name, url: `${root}series/${slug}/`, parts: list.map(({ card }) => card) };
  });
}
