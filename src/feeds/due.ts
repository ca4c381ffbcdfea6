/**
 * `due.json`: the moments at which the site changes by itself, for the timer that builds it next. It is public and says
 * nothing else: neither what becomes due nor how much of it.
 */

import { timestamp } from '../content/machine-time.ts';
import { newsEndMs } from '../seo/news-sitemap.ts';
import type { Site } from '../site/site.ts';

/** In UTC, the next first, each once. */
export function dueMoments({ editions, changesMs, nowMs }: Site): readonly string[] {
  const newsEnds = editions.flatMap(({ articles }) => articles.map(newsEndMs)).filter((ms) => ms > nowMs);
  return [...new Set([...changesMs, ...newsEnds])].sort((a, b) => a - b).map(timestamp);
}

export function dueFile({ moments }: { readonly moments: readonly string[] }): string {
  return `${JSON.stringify({ version: 1, next: moments[0] ?? null, moments }, null, 1)}\n`;
}
