/** Facts of an article's publication that feeds, sitemaps and structured data tell alike. Pure. */

import type { SiteDate } from '../content/dates.ts';
import type { Article, PersonLink } from './site.ts';

/** Its last change that readers should know of, corrections too; its own date when there was none. */
export function lastChange({ date, updated, corrections }: Article): SiteDate {
  const dates = [
    ...(updated === undefined ? [] : [updated]),
    ...corrections.map((correction) => correction.date),
  ];
  return dates.reduce((last, next) => (next.timeMs > last.timeMs ? next : last), date);
}

export function updatedMs(article: Article): number {
  return lastChange(article).timeMs;
}

/** Who wrote the article. */
export function writersOf({ credits }: Article): readonly PersonLink[] {
  return credits.find(({ role }) => role === 'draft')?.people ?? [];
}

/** Who else had a part in it, each once. */
export function contributorsOf(article: Article): readonly PersonLink[] {
  const writers = new Set(writersOf(article).map(({ slug }) => slug));
  const others = article.credits.flatMap(({ people }) => people).filter(({ slug }) => !writers.has(slug));
  return [...new Map(others.map((person) => [person.slug, person])).values()];
}
