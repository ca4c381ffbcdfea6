/** Whether an article is to be seen at a moment. The moment is given: nothing here reads the clock. */

import type { SiteDate } from '../content/dates.ts';
import type { Timing } from '../content/timing.ts';
import type { ArticleStatus } from './site.ts';

export interface Visibility {
  readonly status: ArticleStatus;
  /** When it appears, ISO 8601. */
  readonly until?: string;
}

/** One thing that keeps an article from readers, and the key of the front matter that says so. */
export interface Hold {
  readonly status: Exclude<ArticleStatus, 'published'>;
  readonly key: 'draft' | 'embargoUntil' | 'publishAt' | 'expiresAt';
  readonly time?: SiteDate;
}

export function visibilityOf(timing: Timing, nowMs: number): Visibility {
  const [hold] = holdsOf(timing, nowMs);
  if (hold === undefined) return { status: 'published' };
  const { status } = hold;
  const appears = status === 'draft' || status === 'expired' ? undefined : appearanceOf(timing);
  return { status, ...(appears === undefined ? {} : { until: appears.iso }) };
}

/** Everything that keeps an article from readers at a moment, the strongest first. */
export function holdsOf(timing: Timing, nowMs: number): readonly Hold[] {
  const { draft, embargoUntil, publishAt, expiresAt } = timing;
  const holds: Hold[] = [];
  if (draft) holds.push({ status: 'draft', key: 'draft' });
  // What would have gone before it appears never appears.
  if (expiresAt !== undefined && nowMs >= expiresAt.timeMs)
    holds.push({ status: 'expired', key: 'expiresAt', time: expiresAt });
  if (embargoUntil !== undefined && nowMs < embargoUntil.timeMs)
    holds.push({ status: 'embargoed', key: 'embargoUntil', time: embargoUntil });
  if (publishAt !== undefined && nowMs < publishAt.timeMs)
    holds.push({ status: 'scheduled', key: 'publishAt', time: publishAt });
  return holds;
}

/** When an article may be seen: by the later of its two keys. Undefined when it has neither. */
export function appearanceOf({ embargoUntil, publishAt }: Timing): SiteDate | undefined {
  if (embargoUntil === undefined || publishAt === undefined) return embargoUntil ?? publishAt;
  return embargoUntil.timeMs > publishAt.timeMs ? embargoUntil : publishAt;
}

/** The moment of publication, as machines are told everywhere: the later of its date and its appearance. */
export function publicationOf(timing: Timing): SiteDate {
  const appearance = appearanceOf(timing);
  return appearance !== undefined && appearance.timeMs > timing.date.timeMs ? appearance : timing.date;
}

/**
 * The moments after `nowMs` at which what readers see of an article changes by itself. Of an article that is not to be
 * seen yet only its appearance: what follows it is said once it has appeared.
 */
export function changesOf(timing: Timing, nowMs: number): readonly number[] {
  if (timing.draft) return [];
  const { expiresAt, pinnedUntil } = timing;
  const endMs = expiresAt?.timeMs ?? Number.POSITIVE_INFINITY;
  const appearsMs = appearanceOf(timing)?.timeMs ?? Number.NEGATIVE_INFINITY;
  const moments = nowMs < appearsMs ? [appearsMs] : [pinnedUntil?.timeMs ?? endMs, endMs];
  return moments.filter((ms) => ms > nowMs && (ms < endMs || ms === expiresAt?.timeMs));
}
