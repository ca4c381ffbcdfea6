/** Dates in a query: `2024`, `October 2024`, `2 January 2024`, `2024-01-02`, `2025年3月`. Pure. */

import { fold, wordsOf } from '../../../src/content/terms.ts';

/** The beginning of a civil date, as far as the reader named it: `2024`, `2024-10` or `2024-10-02`. */
export interface QueryDate {
  readonly day: string;
  /** Where it stands in the query. */
  readonly from: number;
  readonly to: number;
}

const numeric = /(?<![\d-])(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])/gu;
const chinese = /(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日號号일])?)?/gu;
const year = /^(?:19|20)\d\d$/u;
const dayOfMonth = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/u;

/** @param locales whose names of months count, such as that of the page and English */
export function findDates(query: string, locales: readonly string[]): readonly QueryDate[] {
  const dates: QueryDate[] = [];
  for (const pattern of [numeric, chinese]) {
    for (const match of query.matchAll(pattern)) {
      const [text, years = '', months, days] = match;
      const day = isoDay(years, months, days);
      if (day !== undefined) dates.push({ day, from: match.index, to: match.index + text.length });
    }
  }
  const isFree = (from: number) => !dates.some((date) => from >= date.from && from < date.to);
  const words = wordsOf(query).filter(({ from }) => isFree(from));
  const months = monthNames(locales);
  for (const [index, word] of words.entries()) {
    if (!year.test(word.text)) continue;
    const before = words.slice(Math.max(0, index - 2), index).reverse();
    const [first = '', second = ''] = before.map(({ text }) => text);
    const [month, days, taken] = dayOfMonth.test(first)
      ? [months.get(fold(second)), Number.parseInt(first, 10), 2]
      : [months.get(fold(first)), dayOfMonth.test(second) ? Number.parseInt(second, 10) : undefined, 1];
    const isDated = month !== undefined;
    const count = !isDated ? 0 : taken === 1 && days !== undefined ? 2 : taken;
    const day = isDated
      ? isoDay(word.text, String(month), days === undefined ? undefined : String(days))
      : word.text;
    if (day === undefined) continue;
    const from = before[count - 1]?.from ?? word.from;
    dates.push({ day, from, to: word.from + word.text.length });
  }
  return dates.sort((a, b) => a.from - b.from);
}

function isoDay(years: string, months?: string, days?: string): string | undefined {
  const parts = [months, days].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const [month = '01', day = '01'] = parts;
  if (month < '01' || month > '12' || day < '01' || day > '31') return undefined;
  return [years, ...parts].join('-');
}

/** Numbers of months by their folded names, long and short. */
function monthNames(locales: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const [name = ''] = wordsOf(format.format(Date.UTC(2024, month - 1, 15))).map(({ text }) => text);
        if (name !== '' && !/^\d/u.test(name)) names.set(fold(name), month);
      }
    }
  }
  return names;
}
