/**
 * Finds the date in a line of an old page, whatever way it is spelled: `January 02,2024`, `2 Jan. 2024`, `2024/1/2`,
 * `2024年1月2日`, `Tuesday, January 2nd 2024`. Pure. Days that no calendar has are not found.
 */

import { fold } from '../fold-text.ts';
import { anyMonth, monthNumber } from './month-names.ts';
import { anyWeekday, weekdayBefore, weekdayOf } from './weekday.ts';

export interface FoundDate {
  /** `2024-01-02`. */
  readonly day: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** `01/02/2024` is one day in Boston and another in London; it was read as month, day, year. */
  readonly isAmbiguous: boolean;
}

const month =
  '(jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)';
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th|\\.(?= *\\p{L}))?';
/** Years of newspapers and of web pages; "1024 students" is no year. */
const year = '((?:1[89]|20)\\d{2})';

interface Pattern {
  readonly expression: RegExp;
  readonly order: 'ymd' | 'mdy' | 'dmy';
  readonly isNumeric?: true;
}

const patterns: readonly Pattern[] = [
  { expression: new RegExp(`(?<!\\d)${year} ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]`, 'u'), order: 'ymd' },
  {
    expression: new RegExp(`(?<![\\d./-])${year} ?[-/.] ?(\\d{1,2}) ?[-/.] ?(\\d{1,2})(?!\\d)`, 'u'),
    order: 'ymd',
  },
  { expression: new RegExp(`\\b${month}\\.?,? *${dayNumber} *,? *${year}(?!\\d)`, 'iu'), order: 'mdy' },
  {
    expression: new RegExp(
      `(?<!\\d)${dayNumber} *(?:of +)?[-/ ]? *${month}\\.?,? *[-/ ]? *,? *${year}(?!\\d)`,
      'iu',
    ),
    order: 'dmy',
  },
  { expression: new RegExp(`\\b${year},? +${month}\\.? +${dayNumber}(?!\\d)`, 'iu'), order: 'ymd' },
  {
    expression: new RegExp(`(?<![\\d./-])(\\d{1,2})[-/](\\d{1,2})[-/]${year}(?!\\d)`, 'u'),
    order: 'mdy',
    isNumeric: true,
  },
  {
    expression: new RegExp(
      `(?<![\\p{L}\\d])(\\d{1,2})(?:\\.|º|°|er)? *(?:de +|di +|d['’])?(${anyMonth})(?!\\p{L})\\.?,? *(?:de +|del +|di +)?${year}(?!\\d)`,
      'iu',
    ),
    order: 'dmy',
  },
  { expression: new RegExp(`(?<!\\d)${year} ?년 ?(\\d{1,2}) ?월 ?(\\d{1,2}) ?일`, 'u'), order: 'ymd' },
  // With dots the day comes first wherever dates are written so.
  { expression: new RegExp(`(?<![\\d./-])(\\d{1,2})\\. ?(\\d{1,2})\\. ?${year}(?!\\d)`, 'u'), order: 'dmy' },
  { expression: /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/u, order: 'ymd' },
];

/** The first date of the text that the calendar has. */
export function findDate(text: string): FoundDate | undefined {
  const folded = fold(text);
  const found = patterns.flatMap(({ expression, order, isNumeric }): FoundDate[] => {
    const match = expression.exec(folded);
    if (match === null) return [];
    const [, first = '', second = '', third = ''] = match;
    const parts = {
      ymd: [first, second, third],
      mdy: [third, first, second],
      dmy: [third, second, first],
    }[order].map(toNumber);
    let [yearNumber = 0, monthOfYear = 0, day = 0] = parts;
    if (isNumeric && monthOfYear > 12) [monthOfYear, day] = [day, monthOfYear];
    let isAmbiguous = isNumeric === true && day <= 12 && day !== monthOfYear;
    const weekday = isAmbiguous ? weekdayBefore(folded.slice(0, match.index)) : undefined;
    if (weekday !== undefined) {
      const fits = weekdayOf(isoDay(yearNumber, monthOfYear, day)) === weekday.day;
      const fitsOther = weekdayOf(isoDay(yearNumber, day, monthOfYear)) === weekday.day;
      if (fitsOther && !fits) [monthOfYear, day] = [day, monthOfYear];
      isAmbiguous = fits === fitsOther;
    }
    if (!isDay(yearNumber, monthOfYear, day)) return [];
    const iso = isoDay(yearNumber, monthOfYear, day);
    return [{ day: iso, start: match.index, end: match.index + match[0].length, isAmbiguous }];
  });
  // Of two readings of the same words the sure one.
  return found.sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(a.isAmbiguous) - Number(b.isAmbiguous),
  )[0];
}

const around = new RegExp(
  `^(?:(?:${anyWeekday}|[ap]\\.?m\\.?|beijing|time|at|um|uhr|à|a las)(?!\\p{L})\\.?|\\d{1,2}[:.h]\\d{2}(?::\\d{2})?|(?<=\\d)[ap]\\.?m\\.?|[\\s\\p{P}\\p{S}]+)*$`,
  'iu',
);

/** Whether nothing but the date (its weekday, its time of day, brackets) stands there. */
export function isOnlyDate(text: string, { start, end }: FoundDate): boolean {
  return around.test(fold(text.slice(0, start))) && around.test(fold(text.slice(end)));
}

function toNumber(part: string): number {
  return monthNumber(part) ?? monthNumber(part.slice(0, 3)) ?? Number(part);
}

function isoDay(yearNumber: number, monthOfYear: number, day: number): string {
  return `${yearNumber}-${String(monthOfYear).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isDay(yearNumber: number, monthOfYear: number, day: number): boolean {
  const date = new Date(Date.UTC(yearNumber, monthOfYear - 1, day));
  return date.getUTCMonth() === monthOfYear - 1 && date.getUTCDate() === day;
}
