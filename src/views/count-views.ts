/**
 * Counts readers: successful requests for stories by people, one a visitor, story and day. Lines that were in another
 * file of the same run count once. Nothing of a visitor is kept but in memory, and there only as a salted hash.
 */

import { isbot } from 'isbot';
import { ownText } from '../text/own-text.ts';
import { FieldLog } from './field-log.ts';
import { LogDays } from './log-days.ts';
import { readLogLine } from './log-line.ts';
import type { PageRegister } from './page-register.ts';
import type { DayCounts } from './view-history.ts';
import { VisitSet } from './visit-set.ts';

export interface CountOptions {
  readonly register: PageRegister;
  /** Of the site: where its days begin. */
  readonly timeZone: string;
  /** Later days are a clock's mistake. */
  readonly lastDay: string;
}

export interface CountSummary {
  readonly lines: number;
  /** Lines of no log that is known here. */
  readonly unreadable: number;
  /** Successful requests for stories in a log that does not say what asked for them. */
  readonly withoutBrowser: number;
  readonly bots: number;
  readonly prefetches: number;
  /** Requests for stories by people, before each visitor is counted once a day. */
  readonly requests: number;
  readonly views: number;
}

/** Browsers of a log that are kept in mind: to judge one takes longer than to read its line. */
const rememberedBrowsers = 20_000;

export class ViewCounter {
  readonly #options: CountOptions;
  readonly #days: LogDays;
  readonly #visits = new VisitSet();
  readonly #bots = new Map<string, boolean>();
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #isStory = (target: string) => this.#options.register.urlOf(target) !== undefined;
  #lines = 0;
  #unreadable = 0;
  #withoutBrowser = 0;
  #fieldLog = new FieldLog();
  #botCount = 0;
  #prefetches = 0;
  #requests = 0;

  constructor(options: CountOptions) {
    this.#options = options;
    this.#days = new LogDays(options.timeZone);
  }

  /** Call before the first line of each file. */
  startFile(): void {
    this.#fieldLog = new FieldLog();
  }

  take(line: string): void {
    const request = this.#fieldLog.read(line, this.#isStory) ?? readLogLine(line, this.#isStory);
    if (request === 'note') return;
    this.#lines += 1;
    if (request === 'other') return;
    if (request === 'no-browser') {
      this.#withoutBrowser += 1;
      return;
    }
    if (request === 'unreadable') {
      this.#unreadable += 1;
      return;
    }
    const { register, lastDay } = this.#options;
    const url = register.urlOf(request.target);
    const id = url === undefined ? undefined : register.idOf(url);
    if (url === undefined || id === undefined) return;
    const day = this.#days.of(request.moment);
    if (day === undefined || day > lastDay) {
      this.#unreadable += 1;
    } else if (this.#isBot(request.userAgent)) {
      this.#botCount += 1;
    } else if (request.isPrefetch) {
      this.#prefetches += 1;
    } else {
      this.#requests += 1;
      if (!this.#visits.add(`${day} ${id} ${request.address} ${request.userAgent}`)) return;
      const counts = this.#counts.get(day) ?? new Map<string, number>();
      counts.set(url, (counts.get(url) ?? 0) + 1);
      this.#counts.set(day, counts);
    }
  }

  /** By day, then by url. */
  counts(): DayCounts {
    return this.#counts;
  }

  summary(): CountSummary {
    return {
      lines: this.#lines,
      unreadable: this.#unreadable,
      withoutBrowser: this.#withoutBrowser,
      bots: this.#botCount,
      prefetches: this.#prefetches,
      requests: this.#requests,
      views: this.#visits.size,
    };
  }

  #isBot(userAgent: string): boolean {
    const known = this.#bots.get(userAgent);
    if (known !== undefined) return known;
    if (this.#bots.size >= rememberedBrowsers) this.#bots.clear();
    // Every browser says what it is.
    const found = userAgent === '' || userAgent === '-' || isbot(userAgent);
    this.#bots.set(ownText(userAgent), found);
    return found;
  }
}
