/**
 * What has been counted so far: `content/.views.json`, beside the totals that pages show. A day is counted from all logs
 * that a run is given, and merged into what is known by the larger number of each address: importing a file again, or
 * files that overlap, changes nothing, in whatever order. Days that no log will speak of any more are summed up, so the
 * file does not grow with the years. Holds numbers of addresses, never anything of a visitor.
 */

import { z } from 'zod';

/** Hosts keep logs for two to eight weeks. */
const openDays = 60;

const count = z.number().int().min(0);
const countsByUrl = z.record(z.string(), count);

const historySchema = z.strictObject({
  version: z.literal(1),
  /** The last day that is summed up in `before`; what logs say of it and earlier days comes too late. */
  until: z.iso.date().optional(),
  /** By url. */
  before: countsByUrl,
  /** By source, day and url. Sources are added up: the logs of two servers that share the readers. */
  days: z.record(z.string(), z.record(z.iso.date(), countsByUrl)),
  /** By source and url: reports that tell no days. */
  reports: z.record(z.string(), countsByUrl),
});

export type ViewHistory = Readonly<z.output<typeof historySchema>>;

/** By day, then by url. */
export type DayCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Undefined when it is none. */
export function readHistory(text: string): ViewHistory | undefined {
  try {
    return historySchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function printHistory(history: ViewHistory): string {
  return `${JSON.stringify(sorted(history), null, 1)}\n`;
}

/** Keys in one order, so that git shows what changed. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** What was counted in days that are open; and how many views came too late. */
export interface Merged {
  readonly history: ViewHistory;
  readonly late: number;
}

export function mergeDays(history: ViewHistory, source: string, counts: DayCounts): Merged {
  const { until = '' } = history;
  const known = new Map(Object.entries(history.days[source] ?? {}).map(([day, urls]) => [day, mapOf(urls)]));
  let late = 0;
  for (const [day, urls] of counts) {
    if (day <= until) {
      late += sum(urls.values());
      continue;
    }
    const before = known.get(day) ?? new Map<string, number>();
    for (const [url, views] of urls) before.set(url, Math.max(views, before.get(url) ?? 0));
    known.set(day, before);
  }
  const days = Object.fromEntries([...known].map(([day, urls]) => [day, Object.fromEntries(urls)]));
  return { history: closeDays({ ...history, days: { ...history.days, [source]: days } }), late };
}

/** A report of another program: what it counts once, it counts again in its next report. */
export function mergeReport(
  history: ViewHistory,
  source: string,
  counts: ReadonlyMap<string, number>,
): ViewHistory {
  const known = mapOf(history.reports[source] ?? {});
  for (const [url, views] of counts) known.set(url, Math.max(views, known.get(url) ?? 0));
  return { ...history, reports: { ...history.reports, [source]: Object.fromEntries(known) } };
}

/** The newest day of which something is known. */
export function newestDay({ until, days }: ViewHistory): string | undefined {
  const all = [
    ...Object.values(days).flatMap((byDay) => Object.keys(byDay)),
    ...(until === undefined ? [] : [until]),
  ];
  return all.sort().at(-1);
}

function closeDays(history: ViewHistory): ViewHistory {
  const newest = newestDay(history);
  if (newest === undefined) return history;
  const until = [history.until ?? '', dayBefore(newest, openDays)].sort().at(-1) ?? '';
  const before = mapOf(history.before);
  const days = Object.fromEntries(
    Object.entries(history.days).map(([source, byDay]) => {
      const open = Object.entries(byDay).filter(([day, urls]) => {
        if (day > until) return true;
        for (const [url, views] of Object.entries(urls)) before.set(url, (before.get(url) ?? 0) + views);
        return false;
      });
      return [source, Object.fromEntries(open)];
    }),
  );
  return { ...history, until, before: Object.fromEntries(before), days };
}

export interface StoryViews {
  readonly total: number;
  readonly lastSevenDays: number;
}

/** @param idOf the story of an address, undefined where there is none any more */
export function viewsByStory(
  history: ViewHistory,
  idOf: (url: string) => string | undefined,
): ReadonlyMap<string, StoryViews> {
  const newest = newestDay(history);
  const firstOfWeek = newest === undefined ? '' : dayBefore(newest, 6);
  const views = new Map<string, { total: number; lastSevenDays: number }>();
  const add = (urls: Readonly<Record<string, number>>, isRecent: boolean) => {
    for (const [url, number] of Object.entries(urls)) {
      const id = idOf(url);
      if (id === undefined) continue;
      const story = views.get(id) ?? { total: 0, lastSevenDays: 0 };
      story.total += number;
      if (isRecent) story.lastSevenDays += number;
      views.set(id, story);
    }
  };
  add(history.before, false);
  for (const urls of Object.values(history.reports)) add(urls, false);
  for (const byDay of Object.values(history.days)) {
    for (const [day, urls] of Object.entries(byDay)) add(urls, day >= firstOfWeek);
  }
  return views;
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function mapOf(record: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(Object.entries(record));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
