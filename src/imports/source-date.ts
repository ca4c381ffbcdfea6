/** Dates as other generators write them, in the spelling of front matter. Pure. */

import { DateTime } from 'luxon';
import { findDate } from './facts/find-date.ts';

const moment =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/iu;
/** "Mon, 06 May 2024 10:00:00 +0800", as mail and feeds write it. */
const mailMoment = /^(?:\w{3},? )?(\d{1,2}) (\w{3}) (\d{4}) (\d{2}:\d{2}(?::\d{2})?)\s*(.*)$/u;
/** Seconds of a clock that began in 1970, between 1990 and 2100. */
const clockSeconds = /^(?:6[3-9]\d{7}|[7-9]\d{8}|[1-3]\d{9}|40\d{8})$/u;

/**
 * `2024-01-02 10:30:00 +0800` becomes `2024-01-02T10:30+08:00`; a time without an offset is one of the zone; midnight
 * is a day without a time. Undefined when no calendar has the date.
 */
export function sourceDate(text: string, zone: string): string | undefined {
  return dateOf(text, zone, true);
}

/** The same where the moment counts: "00:00 UTC" is that moment, not a day. */
export function sourceMoment(text: string, zone: string): string | undefined {
  return dateOf(text, zone, false);
}

function dateOf(text: string, zone: string, isDay: boolean): string | undefined {
  const match = moment.exec(plainMoment(text.trim()));
  if (match === null) return findDate(text)?.day;
  const [, year = '', month = '', day = '', clockHour, minute, second = '00', half, offset] = match;
  const hour =
    half === undefined || clockHour === undefined
      ? clockHour
      : String((Number(clockHour) % 12) + (/p/iu.test(half) ? 12 : 0));
  const civil = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isMidnight =
    hour === undefined || (Number(hour) === 0 && Number(minute) === 0 && Number(second) === 0);
  if (isMidnight && offset === undefined) return DateTime.fromISO(civil).isValid ? civil : undefined;
  const time = `${civil}T${(hour ?? '00').padStart(2, '0')}:${minute ?? '00'}:${second}`;
  const place =
    offset === undefined
      ? ''
      : /^(?:Z|UTC|GMT)$/iu.test(offset)
        ? 'Z'
        : offset.replace(
            /^([+-])(\d{1,2})(?::?(\d{2}))?$/u,
            (_whole, sign: string, hours: string, minutes = '00') =>
              `${sign}${hours.padStart(2, '0')}:${minutes}`,
          );
  const parsed = DateTime.fromISO(time + place, place === '' ? { zone } : { setZone: true });
  if (!parsed.isValid) return undefined;
  const local = parsed.setZone(zone);
  // "00:00 UTC" is a day that a converter wrote as a moment.
  if (isDay && isMidnight && (place === 'Z' || place === '+00:00')) return civil;
  return local.toISO({ suppressMilliseconds: true, suppressSeconds: true }) ?? undefined;
}

/** Other spellings of a moment in that of ISO 8601. */
function plainMoment(text: string): string {
  if (clockSeconds.test(text)) return new Date(Number(text) * 1000).toISOString();
  const [, day = '', month = '', year = '', time = '', offset = ''] = mailMoment.exec(text) ?? [];
  const found = day === '' ? undefined : findDate(`${day} ${month} ${year}`);
  return found === undefined ? text : `${found.day} ${time} ${offset}`.trim();
}
