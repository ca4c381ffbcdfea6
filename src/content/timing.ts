/** When a story is to be seen. Pure. */

import { defined } from '../text/defined.ts';
import type { SiteDate } from './dates.ts';

/** What decides when a file is to be seen; the three times are those of the whole story. */
export interface Timing {
  readonly draft: boolean;
  readonly date: SiteDate;
  readonly embargoUntil?: SiteDate;
  readonly publishAt?: SiteDate;
  readonly expiresAt?: SiteDate;
  readonly pinnedUntil?: SiteDate;
}

type Given = { readonly [Key in keyof Timing]: Timing[Key] | undefined } & Pick<Timing, 'draft' | 'date'>;

/** The times that a file itself gives. */
export function ownTiming({ draft, date, embargoUntil, publishAt, expiresAt, pinnedUntil }: Given): Timing {
  return { draft, date, ...defined({ embargoUntil, publishAt, expiresAt, pinnedUntil }) };
}
