/**
 * Dates as editors write them. A civil date (`2024-01-02`) is a day in the site's time zone, never in the
 * machine's; a date-time carries its own offset (`2024-01-02T08:00+08:00`).
 */

import { DateTime } from 'luxon';

export interface SiteDate {
  /** The civil date in the site's time zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** As machines read it: the civil date, or date-time with offset when a time was given. */
  readonly iso: string;
  /** Milliseconds since 1970 UTC; the start of the day when no time was given. */
  readonly timeMs: number;
  readonly hasTime: boolean;
}

export type DateReading =
  | { readonly ok: true; readonly date: SiteDate }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const civil = /^(\d{4})-(\d{2})-(\d{2})$/u;
const withTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$/u;

/** An archive has far fewer days than stories, and reading one asks the time zone's rules. */
const readings = new Map<string, DateReading>();
const maximumReadings = 20_000;

/** Reads a date from front matter; `zone` is an IANA name such as `Asia/Shanghai`. */
export function readDate(text: string, zone: string): DateReading {
  const key = `${zone} ${text}`;
  const known = readings.get(key);
  if (known !== undefined) return known;
  const reading = readAnew(text, zone);
  if (readings.size === maximumReadings) readings.clear();
  readings.set(key, reading);
  return reading;
}

function readAnew(text: string, zone: string): DateReading {
  const trimmed = text.trim();
  const timed = withTime.exec(trimmed);
  if (timed !== null && timed[3] === undefined) {
    const offset = DateTime.fromISO(timed[1] ?? '', { zone }).toFormat('ZZ');
    const guess = `${timed[1]}T${timed[2]}${offset.startsWith('Invalid') ? '+08:00' : offset}`;
    return wrong(`"${text}" has a time but not its offset from UTC.`, `Write ${guess}.`);
  }
  if (timed === null && !civil.test(trimmed)) {
    const guess = guessDay(trimmed);
    const either = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(trimmed);
    if (guess === undefined && either !== null) {
      const [, first = '', second = '', year = ''] = either;
      const days = [
        [first, second],
        [second, first],
      ]
        .map(([month = '', day = '']) =>
          DateTime.fromFormat(`${year}-${month}-${day}`, 'yyyy-M-d', { zone: 'utc' }),
        )
        .filter((date) => date.isValid)
        .map((date) => `${date.toFormat('yyyy-MM-dd')} for ${date.setLocale('en-US').toFormat('MMMM d')}`);
      if (days.length > 0)
        return wrong(
          `"${text}" is not a date that can be read.`,
          `Write ${[...new Set(days)].join(', or ')}.`,
        );
    }
    return wrong(
      `"${text}" is not a date that can be read.`,
      guess === undefined ? 'Write year-month-day, such as 2024-01-02.' : `Write ${guess} (year-month-day).`,
    );
  }
  const parsed = DateTime.fromISO(trimmed.replace(' ', 'T'), { zone });
  if (!parsed.isValid) {
    return wrong(`No calendar has the date "${text}".`, 'Check the day and the month: year-month-day.');
  }
  const day = parsed.toFormat('yyyy-MM-dd');
  const iso = timed === null ? day : parsed.toISO({ suppressMilliseconds: true, suppressSeconds: true });
  return { ok: true, date: { day, iso, timeMs: parsed.toMillis(), hasTime: timed !== null } };
}

function wrong(message: string, hint: string): DateReading {
  return { ok: false, message, hint };
}

const looseFormats = [
  'yyyy-M-d',
  'yyyy/M/d',
  'yyyy.M.d',
  'yyyyMMdd',
  'yyyy年M月d日',
  'MMMM d yyyy',
  'MMM d yyyy',
  'd MMMM yyyy',
  'd MMM yyyy',
];

/** The day that a slip such as `January 02,2024` or `2024/1/2` means, or undefined when it is ambiguous. */
function guessDay(text: string): string | undefined {
  const plain = text
    .replace(/,/gu, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/giu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  for (const format of looseFormats) {
    const parsed = DateTime.fromFormat(plain, format, { zone: 'utc', locale: 'en-US' });
    if (parsed.isValid) return parsed.toFormat('yyyy-MM-dd');
  }
  return undefined;
}
