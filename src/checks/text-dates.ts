/** Dates as they stand in English and Chinese sentences. */

export const monthNames =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdaysOfChinese = '日一二三四五六';

export interface TextDate {
  /** Offsets in the text, from 0. */
  readonly start: number;
  readonly end: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly year?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
}

const monthFirst = new RegExp(
  `(?:(${weekdays.join('|')}),? )?(?<![\\p{L}\\p{N}])(${monthNames}) ?(\\d{1,2})(?:st|nd|rd|th)?(?!\\p{N})(?:,? ?(\\d{4})(?!\\p{N}))?`,
  'giu',
);
const dayFirst = new RegExp(
  `(?:(${weekdays.join('|')}),? )?(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th)? (${monthNames})(?!\\p{L})(?:,? (\\d{4})(?!\\p{N}))?`,
  'giu',
);
const chinese = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*[（(]?\s*(?:星期|周)([日天一二三四五六]))?/gu;

export function findDates(text: string): TextDate[] {
  if (!/\d/u.test(text)) return [];
  const dates: TextDate[] = [];
  const add = (match: RegExpMatchArray, month: number, day: string, year?: string, weekday = -1) => {
    dates.push({
      start: match.index ?? 0,
      end: (match.index ?? 0) + match[0].length,
      month,
      day: Number(day),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(weekday === -1 ? {} : { weekday }),
    });
  };
  for (const match of text.matchAll(monthFirst)) {
    const [, weekday, month = '', day = '', year] = match;
    add(match, monthOf(month), day, year, weekdayOf(weekday));
  }
  for (const match of text.matchAll(dayFirst)) {
    const [, weekday, day = '', month = '', year] = match;
    add(match, monthOf(month), day, year, weekdayOf(weekday));
  }
  for (const match of text.matchAll(chinese)) {
    const [, year, month, day = '', weekday] = match;
    const name = weekday === '天' ? '日' : weekday;
    add(match, Number(month), day, year, name === undefined ? -1 : weekdaysOfChinese.indexOf(name));
  }
  return dates;
}

export function weekdayName(weekday: number, isInChinese: boolean): string {
  return isInChinese ? `星期${weekdaysOfChinese.charAt(weekday)}` : (weekdays[weekday] ?? '');
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function weekdayOf(name: string | undefined): number {
  return name === undefined ? -1 : weekdays.findIndex((day) => day.toLowerCase() === name.toLowerCase());
}
