/**
 * Finds the date in a line of an old page, whatever way it is spelled: `January 02,2024`, `2 Jan. 2024`, `2024/1/2`,
 * `2024年1月2日`, `Tuesday, January 2nd 2024`. Pure. Days that no calendar has are not found.
 */

import { fold } from '../fold-text.ts';

export interface FoundDate {
  /** `2024-01-02`. */
  readonly day: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** `01/02/2024` is one day in Boston and another in London; it was read as month, day, year. */
  readonly isAmbiguous: boolean;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
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
    let [yearNumber = 0, monthNumber = 0, day = 0] = parts;
    if (isNumeric && monthNumber > 12) [monthNumber, day] = [day, monthNumber];
    const isAmbiguous = isNumeric === true && day <= 12 && day !== monthNumber;
    if (!isDay(yearNumber, monthNumber, day)) return [];
    const iso = `${yearNumber}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return [{ day: iso, start: match.index, end: match.index + match[0].length, isAmbiguous }];
  });
  // Of two readings of the same words the sure one.
  return found.sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(a.isAmbiguous) - Number(b.isAmbiguous),
  )[0];
}

const around =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|星期[一二三四五六日天]|\d{1,2}:\d{2}(?::\d{2})?|[ap]\.?m\.?|beijing|time|[\s\p{P}\p{S}]+)*$/iu;

/** Whether nothing but the date (its weekday, its time of day, brackets) stands there. */
export function isOnlyDate(text: string, { start, end }: FoundDate): boolean {
  return around.test(fold(text.slice(0, start))) && around.test(fold(text.slice(end)));
}

function toNumber(part: string): number {
  const short = part
    .slice(0, 3)
    .toLowerCase()
    .replace('mai', 'may')
    .replace('mär', 'mar')
    .replace('okt', 'oct')
    .replace('dez', 'dec');
  const index = monthNames.indexOf(short);
  return index === -1 ? Number(part) : index + 1;
}

function isDay(yearNumber: number, monthNumber: number, day: number): boolean {
  const date = new Date(Date.UTC(yearNumber, monthNumber - 1, day));
  return date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
}
