/** What other counters have counted: GoAccess's JSON report, and the answer of GoatCounter's `/api/v0/stats/hits`. */

import { z } from 'zod';
import type { PageRegister } from './page-register.ts';
import { pathOfTarget } from './page-request.ts';
import type { DayCounts } from './view-history.ts';

export type CounterReport =
  /** GoAccess tells no days of a page. */
  | { readonly kind: 'goaccess'; readonly totals: ReadonlyMap<string, number> }
  | { readonly kind: 'goatcounter'; readonly days: DayCounts };

const goAccessSchema = z.object({
  requests: z.object({
    data: z.array(
      z.object({
        data: z.string(),
        method: z.string().optional(),
        // Each visitor once a day, as we count; older versions give the number itself.
        visitors: z.union([z.object({ count: z.number().int().min(0) }), z.number().int().min(0)]),
      }),
    ),
  }),
});

const goatCounterSchema = z.object({
  hits: z.array(
    z.object({
      path: z.string(),
      event: z.boolean().default(false),
      stats: z.array(
        z.object({
          day: z.iso.date(),
          daily: z.number().int().min(0).optional(),
          hourly: z.array(z.number().int().min(0)).default([]),
        }),
      ),
    }),
  ),
});

/** A log that hosts export as one value: a list, or an object that holds one. */
const exportSchema = z.union([
  z.array(z.looseObject({})),
  z.object({ records: z.array(z.looseObject({})) }).transform(({ records }) => records),
  z.object({ Records: z.array(z.looseObject({})) }).transform(({ Records }) => Records),
  z.object({ logs: z.array(z.looseObject({})) }).transform(({ logs }) => logs),
]);

/** Each request of such a log in a line of its own. Undefined for what is none. */
export function readExport(text: string): readonly string[] | undefined {
  return exportSchema.safeParse(parseJson(text)).data?.map((record) => JSON.stringify(record));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
}

/** Undefined when the text is the report of neither. */
export function readReport(text: string, register: PageRegister): CounterReport | undefined {
  const value = parseJson(text);
  const goAccess = goAccessSchema.safeParse(value);
  if (goAccess.success) {
    const totals = new Map<string, number>();
    for (const { data, method = 'GET', visitors } of goAccess.data.requests.data) {
      const url = method === 'GET' ? register.urlOf(pathOfTarget(data)) : undefined;
      if (url !== undefined) add(totals, url, typeof visitors === 'number' ? visitors : visitors.count);
    }
    return { kind: 'goaccess', totals };
  }
  const goatCounter = goatCounterSchema.safeParse(value);
  if (!goatCounter.success) return undefined;
  const days = new Map<string, Map<string, number>>();
  for (const { path, event, stats } of goatCounter.data.hits) {
    const url = event ? undefined : register.urlOf(path);
    if (url === undefined) continue;
    for (const { day, daily, hourly } of stats) {
      const counts = days.get(day) ?? new Map<string, number>();
      add(counts, url, daily ?? hourly.reduce((sum, views) => sum + views, 0));
      days.set(day, counts);
    }
  }
  return { kind: 'goatcounter', days };
}

function add(counts: Map<string, number>, url: string, views: number): void {
  if (views > 0) counts.set(url, (counts.get(url) ?? 0) + views);
}
