/** Headings of the archive in the calendars of readers: what a month is called agrees with the dates of its stories. */

import { describe, expect, test } from 'vitest';
import { formatDay, formatMonth, formatYear } from '../../templates/components/dates.tsx';

const months = Array.from({ length: 48 }, (_, index) => ({
  year: 2023 + Math.floor(index / 12),
  month: (index % 12) + 1,
}));
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year: number, month: number, day: number) =>
  [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** The month of a day as its date says it, without the number of the day. */
function partsOf(day: string, locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format
    .formatToParts(Date.parse(day))
    .filter(({ type }) => type === 'month' || type === 'year')
    .map(({ value }) => value);
}

describe.each(['en-US', 'de-DE', 'zh-CN', 'fa-IR', 'th-TH', 'ar-SA-u-ca-islamic-umalqura', 'en-u-ca-hebrew'])(
  'the archive in %s',
  (locale) => {
    test('names in the heading of a month every month and year that its stories are dated in', () => {
      for (const { year, month } of months) {
        const heading = formatMonth(year, month, locale);
        for (const day of [1, 15, lastDay(year, month)])
          for (const part of partsOf(iso(year, month, day), locale)) expect(heading).toContain(part);
      }
    });
  },
);

test('a month of the Persian calendar is named once, two are joined as Persian joins them', () => {
  expect(formatMonth(2025, 2, 'fa-IR')).toBe('بهمن تا اسفند ۱۴۰۳');
  expect(formatMonth(2025, 3, 'fa-IR')).toBe('اسفند ۱۴۰۳ تا فروردین ۱۴۰۴');
  expect(formatDay('2025-02-20', 'fa-IR')).toBe('۲ اسفند ۱۴۰۳');
  expect(formatYear(2025, 'fa-IR')).toBe('۱۴۰۳ تا ۱۴۰۴');
});

test('a month of the Gregorian calendar is one, in its own words', () => {
  expect(formatMonth(2024, 1, 'en-US')).toBe('January 2024');
  expect(formatMonth(2024, 1, 'zh-CN')).toBe('2024年1月');
});
