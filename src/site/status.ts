/** Whether an article is to be seen at a moment. The moment is given: nothing here reads the clock. */

import type { FrontMatter } from '../content/article.ts';
import type { ArticleStatus } from './site.ts';

export interface Visibility {
  readonly status: ArticleStatus;
  /** When it becomes due, ISO 8601. */
  readonly until?: string;
}

export function visibilityOf(frontMatter: FrontMatter, nowMs: number): Visibility {
  const { draft, embargoUntil, publishAt, expiresAt } = frontMatter;
  if (draft) return { status: 'draft' };
  if (embargoUntil !== undefined && nowMs < embargoUntil.timeMs) {
    return { status: 'embargoed', until: embargoUntil.iso };
  }
  if (publishAt !== undefined && nowMs < publishAt.timeMs)
    return { status: 'scheduled', until: publishAt.iso };
  if (expiresAt !== undefined && nowMs >= expiresAt.timeMs) return { status: 'expired' };
  return { status: 'published' };
}
