/** Dates in a query: `2024`, `October 2024`, `2 January 2024`, `2024-01-02`, `1/2/2024`, `2025年3月`. Pure. */

import type { Word } from '../../../src/content/terms.ts';

/** Handed in, because the search has them loaded. */
export interface DateTools {
  readonly fold: (text: string) => string;
  readonly wordsOf: (text: string) => readonly Word[];
}

/** The beginning of a civil date, as far as the reader named it: `2024`, `2024-10` or `2024-10-02`. */
export interface QueryDate {
  readonly day: string;
  /** Where it stands in the query. */
  readonly from: number;
  readonly to: number;
}

const patterns = [
  /(?<![\d.-])(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d-])/gu,
  /(?<!\d)(?<years>(?:19|20)\d\d)(?<months>0[1-9]|1[0-2])(?<days>0[1-9]|[12]\d|3[01])(?!\d)/gu,
  /(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日號号일])?)?/gu,
  // Vietnamese numbers its months: `2 tháng 3 năm 2024`.
  /(?:(?<days>\d{1,2})[\s,]+)?tháng\s*(?<months>\d{1,2})[\s,/]*(?:năm\s*)?(?<years>\d{4})(?!\d)/giu,
];
const chineseDate =
  /([〇零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号號])?)?/gu;
const chineseDigits = '零一二三四五六七八九';
/** Day and month in the order of the language: `1/2/2024`, `2.1.2024`, `06/2025`. */
const yearLast = /(?<![\d./-])(?:(\d{1,2})([./-]))?(\d{1,2})[./-]((?:19|20)\d\d)(?![./-]?\d)/gu;
/** Shorter beginnings of names are other words. */
const prefixLetters = 3;
const year = /^(?:19|20)\d\d$/u;
const dayOfMonth = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/u;
/** What stands between the parts of a date: `2 de enero de 2024`. */
const between = new Set(['of', 'de', 'del', 'di', 'do']);
/** The noughts of the digits that keyboards of Arabic, Persian and Hindi, and wide ones, write. */
const noughts = [0x0660, 0x06f0, 0x0966, 0xff10];

/** @param locales whose names of months count, such as that of the page and English */
export function findDates(query: string, locales: readonly string[], tools: DateTools): readonly QueryDate[] {
  const { fold, wordsOf } = tools;
  const plain = plainDigits(query);
  const dates: QueryDate[] = [...plain.matchAll(chineseDate)].flatMap((match) => {
    const [years = '', ...others] = match
      .slice(1)
      .map((part) => (part === undefined ? part : chineseNumber(part)));
    return dateOf(match, isoDay(years, ...others));
  });
  if (!/\d{4}/u.test(plain)) return dates;
  const isMonthFirst = writesMonthFirst(locales[0] ?? 'en');
  for (const match of plain.matchAll(yearLast)) {
    const [, first, mark, second = '', years = ''] = match;
    // What cannot be a month is a day, and points never stand after a month.
    const isSwapped =
      first !== undefined && mark !== '.' && (isMonthFirst ? Number(first) <= 12 : Number(second) > 12);
    const [months, days] = isSwapped ? [first, second] : [second, first];
    dates.push(...dateOf(match, isoDay(years, months, days)));
  }
  for (const pattern of patterns) {
    for (const match of plain.matchAll(pattern)) {
      const { years = '', months, days } = match.groups ?? datePartsOf(match.slice(1));
      dates.push(...dateOf(match, isoDay(years, months, days)));
    }
  }
  const isFree = ({ from }: Word) => !dates.some((date) => from >= date.from && from < date.to);
  const words = wordsOf(plain).filter((word) => isFree(word) && !between.has(fold(word.text)));
  const monthOf = (name: string) => numberOfMonth(name, monthNames(locales, tools));
  for (const [index, word] of words.entries()) {
    if (!year.test(word.text)) continue;
    const before = words.slice(Math.max(0, index - 2), index).reverse();
    const [first = '', second = ''] = before.map((one) => one.text);
    const [month, days, taken] = dayOfMonth.test(first)
      ? [monthOf(fold(second)), Number.parseInt(first, 10), 2]
      : [monthOf(fold(first)), dayOfMonth.test(second) ? Number.parseInt(second, 10) : undefined, 1];
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

function dateOf(match: RegExpExecArray, day: string | undefined): readonly QueryDate[] {
  return day === undefined ? [] : [{ day, from: match.index, to: match.index + match[0].length }];
}

/** `二〇二五` digit by digit, `十二` as a number. */
function chineseNumber(text: string): string {
  const digit = (character = '') => String(Math.max(0, chineseDigits.indexOf(character)));
  const [tens, ones] = text.split('十');
  if (ones === undefined) return [...text].map(digit).join('');
  return (tens === '' ? '1' : digit(tens)) + digit(ones);
}

function writesMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > 0;
}

/** By its name, or by the beginning of one alone: `Sept`. */
function numberOfMonth(name: string, names: ReadonlyMap<string, number>): number | undefined {
  if (names.has(name) || name.length < prefixLetters) return names.get(name);
  const begun = new Set([...names].flatMap(([whole, month]) => (whole.startsWith(name) ? [month] : [])));
  const [month] = begun;
  return begun.size === 1 ? month : undefined;
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
function monthNames(locales: readonly string[], { fold, wordsOf }: DateTools): ReadonlyMap<string, number> {
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
