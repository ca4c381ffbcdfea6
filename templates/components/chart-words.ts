/** Numbers and times of a chart as readers of a language write them, and how much room words take. Pure. */

import { timeOf } from '../../src/content/chart-kind.ts';
import type { SiteChart } from '../../src/site/site.ts';

export interface ChartWords {
  /** A number of the table, with its unit where that is a sign. */
  readonly value: (value: number) => string;
  /** A number of the axis: of shares, from 0 to 1. */
  readonly tick: (value: number) => string;
  /** A year, a month, a day; every other label as it is typed. */
  readonly label: (label: string) => string;
}

const maximumDigits = 6;

export function chartWords({ chart, table, unit, isOverTime }: SiteChart, locale: string): ChartWords {
  const values = table.rows.flatMap((row) => row.values);
  const digits = Math.max(0, ...values.map((value) => digitsOf(value ?? 0)));
  const isShare = unit === '%';
  const number = (value: number, minimum: number): string =>
    isShare
      ? (value / 100).toLocaleString(locale, {
          style: 'percent',
          minimumFractionDigits: minimum,
          maximumFractionDigits: maximumDigits,
        })
      : value.toLocaleString(locale, {
          minimumFractionDigits: minimum,
          maximumFractionDigits: maximumDigits,
        });
  const share = (value: number) => value.toLocaleString(locale, { style: 'percent' });
  return {
    value: (value) => number(value, digits),
    tick: chart === 'percent' ? share : (value) => number(value, 0),
    label: isOverTime ? (label) => timeLabel(label, locale) : (label) => label,
  };
}

function digitsOf(value: number): number {
  const [, behind = ''] = String(value).split('.');
  return Math.min(behind.length, maximumDigits);
}

/** Files say times in the common calendar, so charts do. */
function timeLabel(label: string, locale: string): string {
  const timeMs = timeOf(label);
  if (timeMs === undefined) return label;
  if (label.length === 4) return Number(label).toLocaleString(locale, { useGrouping: false });
  return new Date(timeMs).toLocaleDateString(locale, {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(label.length > 7 && { day: 'numeric' }),
  });
}

/** Of a letter, in parts of the height of its line: letters of Chinese, Japanese and Korean are as wide as high. */
const letterShares = { narrow: 0.6, sign: 0.95, wide: 1.02 } as const;
const wideSign = /[%٪％mMwW@—–]/gu;
const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff00-\uffef]/gu;

/** Near enough to keep words apart: which face a reader has is not known. */
export function textWidth(text: string, sizePx: number): number {
  const wide = text.match(wideLetter)?.length ?? 0;
  const signs = text.match(wideSign)?.length ?? 0;
  const narrow = [...text].length - wide - signs;
  return (narrow * letterShares.narrow + signs * letterShares.sign + wide * letterShares.wide) * sizePx;
}

/** Lines that are no wider than this; a word that is wider stands alone. */
export function wrapText(text: string, widthPx: number, sizePx: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  // Between letters of Chinese and Japanese a line may end as between words.
  for (const part of text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu,
  ) ?? []) {
    if (line !== '' && textWidth((line + part).trimEnd(), sizePx) > widthPx) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}
