/** Whether an article is to be seen at a moment. The moment is given: nothing here reads the clock. */

import type { FrontMatter } from '../content/article.ts';
import type { SiteDate } from '../content/dates.ts';
import type { ArticleStatus } from './site.ts';

type Timing = Pick<FrontMatter, 'draft' | 'embargoUntil' | 'publishAt' | 'expiresAt' | 'pinnedUntil'>;

export interface Visibility {
  readonly status: ArticleStatus;
  /** When it appears, ISO 8601. */
  readonly until?: string;
}

export function visibilityOf(frontMatter: Timing, nowMs: number): Visibility {
  const { draft, embargoUntil, expiresAt } = frontMatter;
  if (draft) return { status: 'draft' };
  // What would have gone before it appears never appears.
  if (expiresAt !== undefined && nowMs >= expiresAt.timeMs) return { status: 'expired' };
  const appears = appearanceOf(frontMatter);
  if (appears === undefined || nowMs >= appears.timeMs) return { status: 'published' };
  const isEmbargoed = embargoUntil !== undefined && nowMs < embargoUntil.timeMs;
  return { status: isEmbargoed ? 'embargoed' : 'scheduled', until: appears.iso };
}

/** When an article may be seen: by the later of its two keys. Undefined when it has neither. */
export function appearanceOf({ embargoUntil, publishAt }: Timing): SiteDate | undefined {
  if (embargoUntil === undefined || publishAt === undefined) return embargoUntil ?? publishAt;
  return embargoUntil.timeMs > publishAt.timeMs ? embargoUntil : publishAt;
}

/**
 * The moments after `nowMs` at which what readers see of an article changes by itself. Of an article that is not to be
 * seen yet only its appearance: what follows it is said once it has appeared.
 */
export function changesOf(frontMatter: Timing, nowMs: number): readonly number[] {
  if (frontMatter.draft) return [];
  const { expiresAt, pinnedUntil } = frontMatter;
  const endMs = expiresAt?.timeMs ?? Number.POSITIVE_INFINITY;
  const appearsMs = appearanceOf(frontMatter)?.timeMs ?? Number.NEGATIVE_INFINITY;
  const moments = nowMs < appearsMs ? [appearsMs] : [pinnedUntil?.timeMs ?? endMs, endMs];
  return moments.filter((ms) => ms > nowMs && (ms < endMs || ms === expiresAt?.timeMs));
}
