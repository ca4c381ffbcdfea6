/** Dates as readers of a language write them. A civil date has no zone: its day is the same everywhere. */

import { DateTime } from 'luxon';
import type { SiteDate } from '../../src/content/dates.ts';

interface DateLineProps {
  readonly date: SiteDate;
  readonly locale: string;
}

export function DateLine({ date, locale }: DateLineProps) {
  return <time dateTime={date.iso}>{formatDay(date.day, locale)}</time>;
}

const formattedDays = new Map<string, string>();

/** `2024-01-02` as "January 2, 2024". An archive of twenty years has few days and shows each of them often. */
export function formatDay(day: string, locale: string): string {
  const key = `${locale} ${day}`;
  const known = formattedDays.get(key);
  if (known !== undefined) return known;
  const text = DateTime.fromISO(day, { zone: 'utc', locale }).toLocaleString(DateTime.DATE_FULL);
  formattedDays.set(key, text);
  return text;
}

/** "January 2024". */
export function formatMonth(year: number, month: number, locale: string): string {
  return DateTime.fromObject({ year, month }, { zone: 'utc', locale }).toLocaleString({
    year: 'numeric',
    month: 'long',
  });
}

/** "January". */
export function formatMonthName(month: number, locale: string): string {
  return DateTime.fromObject({ year: 2024, month }, { zone: 'utc', locale }).toLocaleString({
    month: 'long',
  });
}
