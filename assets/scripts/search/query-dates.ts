/** Dates in a query: `2024`, `October 2024`, `2 January 2024`, `2024-01-02`, `2025年3月`. Pure. */

import { fold, type Word, wordsOf } from '../../../src/content/terms.ts';

/** The beginning of a civil date, as far as the reader named it: `2024`, `2024-10` or `2024-10-02`. */
export interface QueryDate {
  readonly day: string;
  /** Where it stands in the query. */
  readonly from: number;
  readonly to: number;
}

const patterns = [
  /(?<![\d.-])(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d-])/gu,
  /(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日號号일])?)?/gu,
  // Vietnamese numbers its months: `2 tháng 3 năm 2024`.
  /(?:(?<days>\d{1,2})[\s,]+)?tháng\s*(?<months>\d{1,2})[\s,/]*(?:năm\s*)?(?<years>\d{4})(?!\d)/giu,
];
const year = /^(?:19|20)\d\d$/u;
const dayOfMonth = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/u;
/** What stands between the parts of a date: `2 de enero de 2024`. */
const between = new Set(['of', 'de', 'del', 'di', 'do']);
/** The noughts of the digits that keyboards of Arabic, Persian and Hindi, and wide ones, write. */
const noughts = [0x0660, 0x06f0, 0x0966, 0xff10];

/** @param locales whose names of months count, such as that of the page and English */
export function findDates(query: string, locales: readonly string[]): readonly QueryDate[] {
  const plain = plainDigits(query);
  if (!/\d{4}/u.test(plain)) return [];
  const dates: QueryDate[] = [];
  for (const pattern of patterns) {
    for (const match of plain.matchAll(pattern)) {
      const [text, ...numbers] = match;
      const { years = '', months, days } = match.groups ?? datePartsOf(numbers);
      const day = isoDay(years, months, days);
      if (day !== undefined) dates.push({ day, from: match.index, to: match.index + text.length });
    }
  }
  const isFree = ({ from }: Word) => !dates.some((date) => from >= date.from && from < date.to);
  const words = wordsOf(plain).filter((word) => isFree(word) && !between.has(fold(word.text)));
  const months = monthNames(locales);
  for (const [index, word] of words.entries()) {
    if (!year.test(word.text)) continue;
    const before = words.slice(Math.max(0, index - 2), index).reverse();
    const [first = '', second = ''] = before.map((one) => one.text);
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

function datePartsOf([years, months, days]: readonly (string | undefined)[]) {
  return { years, months, days };
}

/** Each digit in its place, so that dates are found where they stand. */
function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const nought = noughts.find((first) => code >= first && code < first + 10);
    return nought === undefined ? digit : String(code - nought);
  });
}

function isoDay(years: string, months?: string, days?: string): string | undefined {
  const parts = [months, days].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const [month = '01', day = '01'] = parts;
  if (month < '01' || month > '12' || day < '01' || day > '31') return undefined;
  return [years, ...parts].join('-');
}

/** By locales: asking for the names takes milliseconds, and a query is read at every letter. */
const namesByLocales = new Map<string, ReadonlyMap<string, number>>();

/** Numbers of months by their folded names, long and short, alone and as they stand in a date ("März", "марта"). */
function monthNames(locales: readonly string[]): ReadonlyMap<string, number> {
  const key = locales.join();
  const known = namesByLocales.get(key);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { month: 'long', day: 'numeric' },
      { month: 'short', day: 'numeric' },
    ] as const) {
      // Names are those of the calendar in which stories are dated, whatever that of the locale is.
      const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
        const text = parts.find(({ type }) => type === 'month')?.value ?? '';
        const [name, ...more] = wordsOf(text).map((word) => word.text);
        // A name of several words says its number ("tháng 3"), which a pattern reads.
        if (name !== undefined && more.length === 0 && !/^\p{N}/u.test(name)) names.set(fold(name), month);
      }
    }
  }
  namesByLocales.set(key, names);
  return names;
}
