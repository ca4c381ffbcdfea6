/**
 * Reads the clock for what the site shows (tests/structure names the files that may). `NEWS_NOW` (a moment with its offset) sets it, so that
 * a web team can see today what tomorrow's timer will publish, and tests need not wait.
 */

import { DateTime } from 'luxon';
import { isOffset } from '../content/dates.ts';
import { UsageError } from './usage-error.ts';

/** Milliseconds since 1970. Throws a UsageError when `NEWS_NOW` is no moment. */
export function readClock(): number {
  const wanted = process.env.NEWS_NOW;
  if (wanted === undefined || wanted === '') return Date.now();
  // Without an offset it would mean another moment on every machine.
  const offset = /(?:Z|[+-]\d\d:?\d\d)$/u.exec(wanted)?.[0];
  const moment = DateTime.fromISO(wanted, { setZone: true });
  if (moment.isValid && offset !== undefined && isOffset(offset)) return moment.toMillis();
  throw new UsageError(`NEWS_NOW is "${wanted}". Write a moment with its offset: 2024-05-06T08:00+08:00`);
}
