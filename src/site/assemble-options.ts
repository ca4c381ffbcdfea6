/** What a site is assembled with besides its content. */

import type { Photo } from '../photos/photo.ts';

export interface AssembleOptions {
  /** By file relative to `content/`. */
  readonly photos: ReadonlyMap<string, Photo>;
  readonly nowMs: number;
  /** Preview: what is not due is shown too, marked by its status. */
  readonly includeHidden: boolean;
  /** How diagnostics name the content folder. */
  readonly shownFolder: string;
}
