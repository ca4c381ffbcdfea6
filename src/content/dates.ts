/**
 * Dates as editors write them. A civil date (`2024-01-02`) is a day in the site's time zone, never in the
 * machine's; a date-time carries its own offset (`2024-01-02T08:00+08:00`).
 */

import { DateTime, IANAZone } from 'luxon';
import { dayAt, momentOf, momentsOf, offsetAt, printMoment, printOffset, startOfDay } from './local-time.ts';

export interface SiteDate {
  /** The civil date in the site's time zone, `YYYY-MM-DD`. */
  readonly day: string;
  /** As it is written: the civil date, or date-time with offset when a time was given. */
  readonly iso: string;
  /** Milliseconds since 1970 UTC; the start of the day when no time was given. */
  readonly timeMs: number;
  readonly hasTime: boolean;
}

export type DateReading =
  | { readonly ok: true; readonly date: SiteDate }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const civil = /^\d{4}-\d{2}-\d{2}$/u;
const dateTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/u;

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
  const timed = dateTime.exec(trimmed);
  if (timed !== null) {
    const [, day = '', hour = '', minute = '', second = '00', offset] = timed;
    return readClockTime(
      text,
      { day, hour: Number(hour), minute: Number(minute), second: Number(second), offset },
      zone,
    );
  }
  if (civil.test(trimmed)) {
    if (!isDay(trimmed)) return noSuchDay(text);
    const timeMs = startOfDay(trimmed, zone);
    return { ok: true, date: { day: trimmed, iso: trimmed, timeMs, hasTime: false } };
  }
  const plain = trimmed.replace(/[‐‑‒–—−－]/gu, '-').replaceAll('：', ':');
  const loose = looseTime(plain);
  if (loose !== undefined) {
    const reading = readClockTime(text, loose, zone);
    if (!reading.ok) return reading;
    return wrong(`"${text}" is not a date that can be read.`, `Write ${printClockTime(loose)}.`);
  }
  const guess = guessDay(plain);
  const either = guess === undefined ? eitherDay(plain) : [];
  if (either.length > 0) {
    return wrong(`"${text}" is not a date that can be read.`, `Write ${either.join(', or ')}.`);
  }
  return wrong(
    `"${text}" is not a date that can be read.`,
    guess === undefined ? 'Write year-month-day, such as 2024-01-02.' : `Write ${guess} (year-month-day).`,
  );
}

interface ClockTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** `Z`, `+08:00`; undefined where none was given. */
  readonly offset: string | undefined;
  /** What stands in place of an offset: `CST`, `Beijing time`. */
  readonly zoneName?: string;
}

function readClockTime(text: string, time: ClockTime, zone: string): DateReading {
  const { day, hour, minute, second, offset } = time;
  if (!isDay(day)) return noSuchDay(text);
  if (hour > 23 || minute > 59 || second > 59) {
    return wrong(
      `No clock shows the time of "${text}".`,
      `Hours go from 00 to 23, minutes from 00 to 59, as in ${day}T08:00${offset ?? ''}.`,
    );
  }
  const localMs = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000;
  if (offset === undefined) return missingOffset(text, time, localMs, zone);
  if (!isOffset(offset)) {
    const own = printOffset(offsetAt(momentOf(localMs, zone), zone));
    return wrong(
      `No place on earth is ${offset.slice(1)} from UTC, as "${text}" says.`,
      `In ${zone} the time is written ${printClockTime({ ...time, offset: own })}.`,
    );
  }
  const timeMs = localMs - minutesOf(offset) * 60_000;
  // Seconds are written only where there are some.
  const iso = printMoment(timeMs, zone).replace(/^(.{16}):00/u, '$1');
  return { ok: true, date: { day: dayAt(timeMs, zone), iso, timeMs, hasTime: true } };
}

/** What to write for a time without its offset: that of its own moment, not of another hour of the day. */
function missingOffset(text: string, time: ClockTime, localMs: number, zone: string): DateReading {
  const at = (ms: number) => printClockTime({ ...time, offset: printOffset(offsetAt(ms, zone)) });
  const [first, second] = momentsOf(localMs, zone);
  if (first === undefined) {
    const leap = momentOf(localMs, zone);
    const next = printMoment(leap, zone).replace(/^(.{16}):00/u, '$1');
    return wrong(
      `The time of "${text}" does not exist in ${zone}: clocks go forward over it that night.`,
      `Write ${next}, the first moment after it, or another time.`,
    );
  }
  const { zoneName } = time;
  if (zoneName !== undefined && !mayMean(zoneName, offsetAt(first, zone))) {
    return wrong(
      `"${text}" says "${zoneName}" where its offset from UTC should stand.`,
      `Write ${at(first)} if it is the time of ${zone}, otherwise the offset that is meant in place of ${printOffset(offsetAt(first, zone))}.`,
    );
  }
  if (second !== undefined) {
    return wrong(
      `The time of "${text}" comes twice in ${zone}, where clocks go back that night, and has no offset from UTC.`,
      `Write ${at(first)} for the first time, or ${at(second)} for the second.`,
    );
  }
  return wrong(`"${text}" has a time but not its offset from UTC.`, `Write ${at(first)}.`);
}

function printClockTime({ day, hour, minute, second, offset = '' }: ClockTime): string {
  const parts = [hour, minute, ...(second === 0 ? [] : [second])];
  return `${day}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}${offset}`;
}

/** Offsets of the world's time zones: from -12:00 to +14:00, in quarters of an hour. */
export function isOffset(offset: string): boolean {
  if (offset === 'Z') return true;
  const minutes = minutesOf(offset);
  return minutes >= -12 * 60 && minutes <= 14 * 60 && minutes % 15 === 0 && Number(offset.slice(-2)) < 60;
}

function minutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

function noSuchDay(text: string): DateReading {
  return wrong(`No calendar has the date "${text}".`, 'Check the day and the month: year-month-day.');
}

function wrong(message: string, hint: string): DateReading {
  return { ok: false, message, hint };
}

const looseTimeForm =
  /^(?<day>.+?)(?:t|[\s,，]+(?:(?:at|um)\s+)?|(?<=日)\s*)(?<before>上午|下午|晚上)?\s*(?<hour>\d{1,2})(?:[:：](?<minute>\d{2})(?:[:：](?<second>\d{2})(?:[.,]\d+)?)?|(?=\s?(?:[ap]\.?m|uhr|点)))\s*(?:(?<after>[ap]\.?m\.?)|uhr|点)?\s*(?<offset>z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{3,5}(?![a-z/]))?\s*(?:\((?<aside>[^()]*)\)|\[?(?<place>[a-z_]+(?:\/[a-z_+-]+)+)\]?|(?<words>\p{L}[\p{L} .']{1,40}))?$/iu;

/** A date with a time in a form that other programs and people write. */
function looseTime(text: string): ClockTime | undefined {
  const groups = looseTimeForm.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const typed = (groups.day ?? '').trim().replace(/,$/u, '');
  const day = civil.test(typed) ? typed : guessDay(typed);
  if (day === undefined) return undefined;
  const half = `${groups.before ?? ''}${groups.after ?? ''}`.toLowerCase();
  const typedHour = Number(groups.hour);
  const isLate = /^(?:p|下午|晚上)/u.test(half);
  const hour =
    half === ''
      ? typedHour
      : isLate && typedHour < 12
        ? typedHour + 12
        : !isLate && typedHour === 12
          ? 0
          : typedHour;
  const [minute, second] = [Number(groups.minute ?? 0), Number(groups.second ?? 0)];
  const time = { day, hour, minute, second };
  const offset = looseOffset(groups.offset) ?? offsetOfPlace(time, groups.place);
  const zoneName =
    offset === undefined ? (groups.words ?? groups.aside ?? groups.offset ?? groups.place) : undefined;
  return { ...time, offset, ...(zoneName === undefined ? {} : { zoneName }) };
}

/** Of `Europe/Berlin`, where the time comes once there. */
function offsetOfPlace(
  { day, hour, minute, second }: Omit<ClockTime, 'offset'>,
  place: string | undefined,
): string | undefined {
  if (place === undefined || !IANAZone.isValidZone(place)) return undefined;
  const localMs = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000;
  const moments = momentsOf(localMs, place);
  const [moment] = moments;
  return moment === undefined || moments.length > 1 ? undefined : printOffset(offsetAt(moment, place));
}

/** Minutes from UTC that names of several zones mean. */
const sharedNames: Readonly<Record<string, readonly number[]>> = {
  BST: [60, 360],
  CDT: [-300],
  CST: [480, -360],
  EST: [-300],
  IST: [330],
  MDT: [-360],
  MST: [-420],
  PST: [-480],
};

function mayMean(zoneName: string, offset: number): boolean {
  return sharedNames[zoneName.toUpperCase()]?.includes(offset) === true;
}

/** Names that mean one offset wherever they are used; not those of `sharedNames`. */
const namedOffsets: Readonly<Record<string, string>> = {
  EDT: '-04:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
  HKT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
};

/** Undefined where none is given, or one by a name that means several. */
function looseOffset(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  if (/^(?:z|utc|gmt)$/iu.test(typed)) return 'Z';
  const named = namedOffsets[typed.toUpperCase()];
  if (named !== undefined) return named;
  const [, sign, hours, minutes = '00'] = /([+-])(\d{1,2}?):?(\d{2})?$/u.exec(typed) ?? [];
  return sign === undefined || hours === undefined
    ? undefined
    : `${sign}${hours.padStart(2, '0')}:${minutes}`;
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
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/iu, '')
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

/** The days that `03/04/2024` may mean. */
function eitherDay(text: string): readonly string[] {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text);
  if (parts === null) return [];
  const [, first = '', second = '', year = ''] = parts;
  const days = [
    [first, second],
    [second, first],
  ]
    .map(([month = '', day = '']) =>
      DateTime.fromFormat(`${year}-${month}-${day}`, 'yyyy-M-d', { zone: 'utc' }),
    )
    .filter((date) => date.isValid)
    .map((date) => `${date.toFormat('yyyy-MM-dd')} for ${date.setLocale('en-US').toFormat('MMMM d')}`);
  return [...new Set(days)];
}
