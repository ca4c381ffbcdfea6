/** Days in the site's time zone, of moments as logs write them. A calendar is asked once a minute of the log. */

import { DateTime } from 'luxon';
import { ownText } from '../text/own-text.ts';
import type { LogMoment } from './log-moment.ts';

/** A week of minutes; logs come in order, so the next week needs none of the last. */
const rememberedMinutes = 10_080;

export class LogDays {
  readonly #zone: string;
  readonly #days = new Map<string | number, string | undefined>();

  constructor(zone: string) {
    this.#zone = zone;
  }

  /** `2024-05-06`, or undefined when the text is no moment. */
  of(moment: LogMoment): string | undefined {
    const minute =
      typeof moment === 'number' ? Math.floor(moment / 60_000) : moment.slice(0, 17) + moment.slice(-6);
    if (this.#days.has(minute)) return this.#days.get(minute);
    if (this.#days.size >= rememberedMinutes) this.#days.clear();
    const day = this.#read(moment);
    this.#days.set(typeof minute === 'string' ? ownText(minute) : minute, day);
    return day;
  }

  #read(moment: LogMoment): string | undefined {
    const parsed =
      typeof moment === 'number'
        ? DateTime.fromMillis(moment)
        : /^\d{4}-/u.test(moment)
          ? DateTime.fromISO(moment)
          : DateTime.fromFormat(moment, 'dd/MMM/yyyy:HH:mm:ss ZZZ', { locale: 'en-US' });
    return parsed.isValid ? parsed.setZone(this.#zone).toFormat('yyyy-MM-dd') : undefined;
  }
}
