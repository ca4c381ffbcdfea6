/** Times as machines read them. */

import { DateTime } from 'luxon';
import type { SiteDate } from './dates.ts';

/** RFC 3339, in UTC. */
export function timestamp(timeMs: number): string {
  return DateTime.fromMillis(timeMs, { zone: 'utc' }).toISO({ suppressMilliseconds: true }) ?? '';
}

/** What XML Schema takes as a date or as a date-time, which may not leave out its seconds. */
export function schemaDate(date: SiteDate): string {
  return date.hasTime ? timestamp(date.timeMs) : date.day;
}
