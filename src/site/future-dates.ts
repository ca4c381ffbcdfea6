/**
 * Dates of the future that nothing waits for: the story would be published at once, and lead every list and feed until
 * that day. Pure.
 */

import type { ArticleFile } from '../content/article.ts';
import type { SiteDate } from '../content/dates.ts';
import { dayAt, momentOf, offsetAt, printOffset } from '../content/local-time.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { once } from './once.ts';
import { appearanceOf } from './status.ts';

export function checkFutureDates(
  articles: readonly ArticleFile[],
  zone: string,
  nowMs: number,
): readonly Diagnostic[] {
  const today = once(() => dayAt(nowMs, zone));
  return articles.flatMap((article): Diagnostic[] => {
    const { timing, frontMatter, placeOf } = article;
    if (timing.draft) return [];
    const { date, updated, corrections } = frontMatter;
    const appearance = appearanceOf(timing);
    const fromMs = Math.max(nowMs, appearance?.timeMs ?? nowMs);
    const isFuture = (one: SiteDate) => one.timeMs > fromMs;
    const found = (path: readonly (string | number)[], message: string, hint: string): Diagnostic => ({
      code: 'future-date',
      severity: 'error',
      ...placeOf(path),
      message,
      hint,
    });
    const change = (name: string, path: readonly (string | number)[], one: SiteDate) =>
      found(
        path,
        `${name} is ${one.iso}, which ${appearance === undefined ? 'is in the future' : 'is after the story appears'}.`,
        appearance === undefined
          ? `Write the day of the change, such as today: ${name}: ${today()}`
          : `Write the day of the change; or let the story appear then: publishAt: ${publishAtFor(one, zone)}`,
      );
    return [
      ...(isFuture(date)
        ? [
            found(
              ['date'],
              appearance === undefined
                ? `The story is dated ${date.iso}, in the future, but would be published at once.`
                : `The story is dated ${date.iso}, but would be published before that, at ${appearance.iso}.`,
              `To publish it on that day, write publishAt: ${publishAtFor(date, zone)}; otherwise correct the date.`,
            ),
          ]
        : []),
      ...(updated !== undefined && isFuture(updated) ? [change('updated', ['updated'], updated)] : []),
      ...corrections.flatMap((correction, index) =>
        isFuture(correction.date) ? [change('date', ['corrections', index, 'date'], correction.date)] : [],
      ),
    ];
  });
}

/** The moment itself; of a day, its morning. */
function publishAtFor(date: SiteDate, zone: string): string {
  if (date.hasTime) return date.iso;
  const moment = momentOf(Date.parse(`${date.day}T08:00:00Z`), zone);
  return `${date.day}T08:00${printOffset(offsetAt(moment, zone))}`;
}
