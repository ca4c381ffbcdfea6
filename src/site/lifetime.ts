/** From when and until when readers see a story, from now on: what a link to it rests upon. Pure. */

import type { Timing } from '../content/timing.ts';
import type { LinkExplanation } from './explain-link.ts';
import { appearanceOf, visibilityOf } from './status.ts';

export interface Lifetime {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Undefined for what is not seen now and never will be: drafts, and what has expired. */
export function lifetimeOf(timing: Timing, nowMs: number): Lifetime | undefined {
  const { status } = visibilityOf(timing, nowMs);
  if (status === 'draft' || status === 'expired') return undefined;
  const fromMs = Math.max(nowMs, appearanceOf(timing)?.timeMs ?? nowMs);
  const untilMs = timing.expiresAt?.timeMs ?? Number.POSITIVE_INFINITY;
  return fromMs < untilMs ? { fromMs, untilMs } : undefined;
}

/** Why a link leads nowhere at some time at which readers see it. */
export interface ShorterLife {
  /** `which is a draft and is not published` */
  readonly why: string;
  readonly hint: string;
}

/** @param source of the text with the link; undefined for pages and people, which are always seen */
export function explainShorterLife(
  source: Timing | undefined,
  target: Timing,
  nowMs: number,
): ShorterLife | undefined {
  const own =
    source === undefined ? { fromMs: nowMs, untilMs: Number.POSITIVE_INFINITY } : lifetimeOf(source, nowMs);
  // A link on a page that is not published yet cannot be followed.
  if (own === undefined) return undefined;
  const life = lifetimeOf(target, nowMs);
  if (life === undefined) {
    return target.draft
      ? {
          why: 'which is a draft and is not published',
          hint: 'Publish that story first, or take the link out.',
        }
      : {
          why: 'which has expired and is not published any more',
          hint: 'Take the link out, or change expiresAt of that story.',
        };
  }
  if (life.fromMs > own.fromMs) {
    const { iso = '' } = appearanceOf(target) ?? {};
    return {
      why: `which is not published before ${iso}, later than this text`,
      hint: `Take the link out until then, or let this text appear then too: publishAt: ${iso}`,
    };
  }
  if (life.untilMs < own.untilMs) {
    const { iso = '' } = target.expiresAt ?? {};
    return {
      why: `which disappears at ${iso}, earlier than this text`,
      hint: `Take the link out, or let this text disappear then too: expiresAt: ${iso}`,
    };
  }
  return undefined;
}

/** @param target as the message names it */
export function explainUnseen(target: string, { why, hint }: ShorterLife): LinkExplanation {
  return { message: `The link leads to ${target}, ${why}.`, hint };
}
