/** What was counted, without the addresses of stories that were taken down. Pure. */

import type { ViewHistory } from './view-history.ts';

type Counts = Readonly<Record<string, number>>;

export function forgetUrls(history: ViewHistory, urls: ReadonlySet<string>): ViewHistory {
  const forget = (counts: Counts): Counts =>
    Object.fromEntries(Object.entries(counts).filter(([url]) => !urls.has(url)));
  const inside = <T>(map: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
  return {
    ...history,
    before: { ...forget(history.before) },
    days: inside(history.days, (days) => inside(days, (counts) => ({ ...forget(counts) }))),
    reports: inside(history.reports, (counts) => ({ ...forget(counts) })),
  };
}
