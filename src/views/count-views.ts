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
import type { LogLine } from './page-request.ts';
import type { DayCounts } from './view-history.ts';
import { VisitSet } from './visit-set.ts';

export interface CountOptions {
  readonly register: PageRegister;
  /** Of the site: where its days begin. */
  readonly timeZone: string;
  /** Later days are a clock's mistake. */
  readonly lastDay: string;
  /** Of the site: `news.example.edu`. */
  readonly host: string;
}

export interface CountSummary {
  readonly lines: number;
  /** Lines of no log that is known here. */
  readonly unreadable: number;
  /** Successful requests for stories in a log that does not say what asked for them. */
  readonly withoutBrowser: number;
  readonly bots: number;
  /** Those of the programs that named themselves not at all. */
  readonly unnamed: number;
  /** Requests for pages of the same address on other hosts, where the log names this site's host too. */
  readonly otherHosts: number;
  readonly prefetches: number;
  /** Requests for stories by people, before each visitor is counted once a day. */
  readonly requests: number;
  readonly views: number;
}

export interface UnreadLine {
  /** In its file, from 1. */
  readonly number: number;
  readonly text: string;
}

/** Browsers of a log that are kept in mind: to judge one takes longer than to read its line. */
const rememberedBrowsers = 20_000;

export class ViewCounter {
  readonly #options: CountOptions;
  readonly #days: LogDays;
  readonly #bots = new Map<string, boolean>();
  readonly #isStory = (target: string) => this.#options.register.urlOf(target) !== undefined;
  /** Of this site's host, and of lines that name none. */
  readonly #own = new ReaderTally();
  /** Of other hosts, which are this site's other names unless its own is there. */
  readonly #others = new ReaderTally();
  #hasOwnHost = false;
  /** Lines of one host mostly follow each other. */
  #lastHost = '';
  #isOwnHost = false;
  #lines = 0;
  #unreadable = 0;
  #firstUnread: UnreadLine | undefined;
  #withoutBrowser = 0;
  #fieldLog = new FieldLog();

  constructor(options: CountOptions) {
    this.#options = options;
    this.#days = new LogDays(options.timeZone);
  }

  /** Call before the first line of each file. */
  startFile(): void {
    this.#fieldLog = new FieldLog();
    this.#firstUnread = undefined;
  }

  /** @param number of the line in its file, from 1 */
  take(line: string, number = 0): void {
    const request = this.#read(line);
    if (request === 'note') return;
    this.#lines += 1;
    if (request === 'other') return;
    if (request === 'no-browser') {
      this.#withoutBrowser += 1;
      return;
    }
    if (request === 'unreadable') {
      this.#passOver(line, number);
      return;
    }
    const { register, lastDay } = this.#options;
    const url = register.urlOf(request.target);
    const id = url === undefined ? undefined : register.idOf(url);
    if (url === undefined || id === undefined) return;
    const day = this.#days.of(request.moment);
    if (day === undefined || day > lastDay) {
      this.#passOver(line, number);
      return;
    }
    const tally = this.#tallyOf(request.host);
    const { userAgent } = request;
    if (this.#isBot(userAgent)) tally.addProgram(userAgent);
    else if (request.isPrefetch) tally.prefetches += 1;
    else tally.addReader(day, url, `${day} ${id} ${request.address} ${userAgent}`);
  }

  /** By day, then by url. */
  counts(): DayCounts {
    return this.#hasOwnHost ? this.#own.counts : joinCounts(this.#own.counts, this.#others.counts);
  }

  summary(): CountSummary {
    const others = this.#hasOwnHost ? new ReaderTally() : this.#others;
    const { bots, unnamed, prefetches, requests, views } = this.#own;
    return {
      lines: this.#lines,
      unreadable: this.#unreadable,
      withoutBrowser: this.#withoutBrowser,
      bots: bots + others.bots,
      unnamed: unnamed + others.unnamed,
      otherHosts: this.#hasOwnHost ? this.#others.requests : 0,
      prefetches: prefetches + others.prefetches,
      requests: requests + others.requests,
      views: views + others.views,
    };
  }

  /** The first line of this file that could not be read. */
  firstUnread(): UnreadLine | undefined {
    return this.#firstUnread;
  }

  #read(line: string): LogLine {
    const read = this.#fieldLog.read(line, this.#isStory);
    if (read !== undefined && read !== 'unreadable') return read;
    // Servers that were changed go on in the same file.
    return readLogLine(line, this.#isStory);
  }

  #passOver(text: string, number: number): void {
    this.#unreadable += 1;
    this.#firstUnread ??= { number, text: ownText(text) };
  }

  #tallyOf(named: string | undefined): ReaderTally {
    if (named === undefined) return this.#own;
    if (named !== this.#lastHost) {
      this.#lastHost = ownText(named);
      this.#isOwnHost = plainHost(named) === plainHost(this.#options.host);
      if (this.#isOwnHost) this.#hasOwnHost = true;
    }
    return this.#isOwnHost ? this.#own : this.#others;
  }

  #isBot(userAgent: string): boolean {
    const known = this.#bots.get(userAgent);
    if (known !== undefined) return known;
    if (this.#bots.size >= rememberedBrowsers) this.#bots.clear();
    // Every browser says what it is.
    const found = isUnnamed(userAgent) || isbot(userAgent);
    this.#bots.set(ownText(userAgent), found);
    return found;
  }
}

class ReaderTally {
  readonly #visits = new VisitSet();
  readonly counts = new Map<string, Map<string, number>>();
  bots = 0;
  unnamed = 0;
  prefetches = 0;
  requests = 0;

  get views(): number {
    return this.#visits.size;
  }

  addProgram(userAgent: string): void {
    this.bots += 1;
    if (isUnnamed(userAgent)) this.unnamed += 1;
  }

  addReader(day: string, url: string, visit: string): void {
    this.requests += 1;
    if (!this.#visits.add(visit)) return;
    const counts = this.counts.get(day) ?? new Map<string, number>();
    counts.set(url, (counts.get(url) ?? 0) + 1);
    this.counts.set(day, counts);
  }
}

function isUnnamed(userAgent: string): boolean {
  return userAgent === '' || userAgent === '-';
}

/** Without its port, and without the `www.` by which many sites have a second name. */
function plainHost(host: string): string {
  return host.toLowerCase().replace(/^www\.|:\d+$|\.$/gu, '');
}

function joinCounts(one: DayCounts, other: DayCounts): DayCounts {
  const joined = new Map([...one].map(([day, urls]) => [day, new Map(urls)] as const));
  for (const [day, urls] of other) {
    const counts = joined.get(day) ?? new Map<string, number>();
    for (const [url, views] of urls) counts.set(url, (counts.get(url) ?? 0) + views);
    joined.set(day, counts);
  }
  return joined;
}
