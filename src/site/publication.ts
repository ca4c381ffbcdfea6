/** Facts of an article's publication that feeds, sitemaps and structured data tell alike. Pure. */

import type { ArticleFile } from '../content/article.ts';
import { endOfDay, printMoment } from '../content/local-time.ts';
import type { Article, Moment, PersonLink } from './site.ts';
import { publicationOf } from './status.ts';

/** When an article was published and last changed, in the site's own offset. */
export function publicationTimes(
  file: ArticleFile,
  zone: string,
  nowMs: number,
): { readonly published: Moment; readonly modified: Moment } {
  const publishedMs = publicationOf(file.timing).timeMs;
  const latestMs = Math.max(publishedMs, Math.floor(nowMs / 1000) * 1000);
  // A change of a day without a time counts as the end of the day, and never as later than now.
  const changesMs = changeDates(file).map(({ day, hasTime, timeMs }) =>
    Math.min(latestMs, hasTime ? timeMs : endOfDay(day, zone)),
  );
  const modifiedMs = Math.max(publishedMs, ...changesMs);
  const moment = (timeMs: number): Moment => ({ iso: printMoment(timeMs, zone), timeMs });
  const published = moment(publishedMs);
  return { published, modified: modifiedMs === publishedMs ? published : moment(modifiedMs) };
}

/** The ends of days, still to come, until which an article counts as changed just now. */
export function openDayEnds(file: ArticleFile, zone: string, nowMs: number): readonly number[] {
  return changeDates(file)
    .filter(({ hasTime, timeMs }) => !hasTime && timeMs <= nowMs)
    .map(({ day }) => endOfDay(day, zone))
    .filter((endMs) => endMs > nowMs);
}

function changeDates({ frontMatter: { updated, corrections } }: ArticleFile) {
  return [...(updated === undefined ? [] : [updated]), ...corrections.map(({ date }) => date)];
}

/** By the moment of publication, the newest first; of one moment by address. */
export function newestPublishedFirst(a: Article, b: Article): number {
  return b.published.timeMs - a.published.timeMs || (a.url < b.url ? -1 : 1);
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
