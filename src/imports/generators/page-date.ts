/** The parts of a page's date that patterns of addresses name. Pure. */

import { DateTime } from 'luxon';
import { sourceDate } from '../source-date.ts';

/** @param zone of the old site, where its settings name one; else the day is as it was written */
export function pageDate(text: string | undefined, zone: string | undefined): DateTime | undefined {
  if (text === undefined) return undefined;
  const written = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/u.exec(text);
  const hasOffset = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/iu.test(text);
  if (written !== null && (zone === undefined || !hasOffset)) {
    const [, year, month, day] = written.map(Number);
    const [, hour = '0', minute = '0', second = '0'] = /[T ](\d{1,2}):(\d{2})(?::(\d{2}))?/u.exec(text) ?? [];
    const date = DateTime.fromObject(
      {
        year: year ?? 0,
        month: month ?? 0,
        day: day ?? 0,
        hour: Number(hour),
        minute: Number(minute),
        second: Number(second),
      },
      { zone: 'utc' },
    );
    return date.isValid ? date : undefined;
  }
  const read = sourceDate(text, zone ?? 'utc');
  const date = read === undefined ? undefined : DateTime.fromISO(read, { zone: zone ?? 'utc' });
  return date?.isValid === true ? date : undefined;
}
