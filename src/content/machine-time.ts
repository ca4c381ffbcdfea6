/** Times as machines read them. */

import { DateTime } from 'luxon';

/** RFC 3339, in UTC. */
export function timestamp(timeMs: number): string {
  return DateTime.fromMillis(timeMs, { zone: 'utc' }).toISO({ suppressMilliseconds: true }) ?? '';
}
