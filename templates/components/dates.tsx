/** Dates as readers of a language write them. A civil date has no zone: its day is the same everywhere. */

import type { SiteDate } from '../../src/content/dates.ts';

interface DateLineProps {
  readonly date: SiteDate;
  readonly locale: string;
}

export function DateLine({ date, locale }: DateLineProps) {
  return <time dateTime={date.iso}>{formatDay(date.day, locale)}</time>;
}

const formattedDays = new Map<string, Map<string, string>>();

/** `2024-01-02` as "January 2, 2024". An archive of twenty years has few days and shows each of them often. */
export function formatDay(day: string, locale: string): string {
  // A key of both would be a new string, hashed anew, for each date of each card.
  const days = formattedDays.get(locale) ?? new Map<string, string>();
  const known = days.get(day);
  if (known !== undefined) return known;
  const format = dateFormat(locale, { year: 'numeric', month: 'long', day: 'numeric' });
  const text = format.format(Date.parse(`${day}T00:00Z`));
  formattedDays.set(locale, days.set(day, text));
  return text;
}

/**
 * "January 2024". The archive is split by months of the Gregorian calendar; where readers of a language have another one,
 * as in Persian, the heading names the months of theirs that lie in it, so that it agrees with the dates of its stories.
 */
export function formatMonth(year: number, month: number, locale: string): string {
  const firstMs = Date.UTC(year, month - 1, 1);
  const lastMs = Date.UTC(year, month, 0);
  const whole = dateFormat(locale, { year: 'numeric', month: 'long' });
  const first = whole.format(firstMs);
  if (calendarOf(locale) === 'gregory' || first === whole.format(lastMs)) return first;
  // Persian has no pattern for two months of one year, and a range of them reads as the first alone.
  const range = whole.formatRange(firstMs, lastMs);
  if (range !== first) return range;
  return `${formatMonthName(month, locale, year)} ${dateFormat(locale, { year: 'numeric' }).format(firstMs)}`;
}

/** "January". */
export function formatMonthName(month: number, locale: string, year = 2024): string {
  return formatSpan(Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0), locale, { month: 'long' });
}

/** "2024", or the two years of another calendar that lie in it. */
export function formatYear(year: number, locale: string): string {
  if (calendarOf(locale) === 'gregory') return String(year);
  return formatSpan(Date.UTC(year, 0, 1), Date.UTC(year, 11, 31), locale, { year: 'numeric' });
}

function formatSpan(
  firstMs: number,
  lastMs: number,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const format = dateFormat(locale, options);
  return calendarOf(locale) === 'gregory' ? format.format(firstMs) : format.formatRange(firstMs, lastMs);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Makes each format once: to make one takes as long as to write twenty dates. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join(' ')}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}

function calendarOf(locale: string): string {
  return dateFormat(locale, {}).resolvedOptions().calendar;
}
