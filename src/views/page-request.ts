/** What counting needs of a line of an access log, whatever server wrote it. Pure. */

import type { LogMoment } from './log-moment.ts';

interface PageRequest {
  /** As it was asked for, with its query. */
  readonly target: string;
  /** Whose page it was, where the log tells: a name, perhaps with a port. */
  readonly host?: string;
  readonly moment: LogMoment;
  readonly address: string;
  readonly userAgent: string;
  /** Fetched ahead by a browser that may never show it, where the log tells. */
  readonly isPrefetch: boolean;
}

/**
 * `other`: a request that is no successful GET, or for something that is not wanted. `no-browser`: the log does not say
 * what asked, and a program cannot be told from a reader. `unreadable`: not a line of a log that is known here. `note`: a
 * line about the log itself.
 */
export type LogLine = PageRequest | 'other' | 'no-browser' | 'unreadable' | 'note';

/** Whether a target counts: nine lines in ten are for photos and styles, and need not be read further. */
export type WantsTarget = (target: string) => boolean;

/** Sent, or still good in the reader's own cache. */
export function isPageStatus(status: string): boolean {
  return status === '200' || status === '304';
}

const wholeAddress = /^https?:\/\/([^/?#]*)/iu;

/** Proxies and load balancers log whole addresses: `https://news.example.edu:443/2024/05/fair/`. */
export function pathOfTarget(target: string): string {
  return wholeAddress.test(target) ? target.replace(wholeAddress, '') || '/' : target;
}

/** The host of a whole address. */
export function hostOfTarget(target: string): string | undefined {
  return wholeAddress.exec(target)?.[1];
}
