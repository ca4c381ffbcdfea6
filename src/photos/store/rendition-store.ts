/**
 * Where encoded renditions are kept between builds. A name stands for its bytes forever: it follows from the photo's
 * bytes and the recipe, so entries never change and builds may share a store freely.
 */

import type { CheckedFile } from './checked-files.ts';

export interface RenditionStore {
  /** The names that the store lacks or holds damaged, in the order given. */
  missing(names: readonly string[]): Promise<readonly string[]>;
  /**
   * A local file with exactly the rendition's bytes, checked; nothing when the store does not have it whole.
   * The file may be copied and linked to, and must not be changed.
   */
  pathOf(name: string): Promise<string | undefined>;
  /** A rendition whose path this store has given. */
  checked(name: string): CheckedFile | undefined;
  /** Keeps a rendition: all of it or, when the process dies, nothing. */
  put(name: string, bytes: Buffer): Promise<void>;
  /** Removes renditions, for a takedown. */
  remove(names: readonly string[]): Promise<void>;
}

/** A rendition's name in a store: the last part of its path in the output, `3f9ac1d27b5e-960.avif`. */
export function storeName(renditionPath: string): string {
  return renditionPath.slice(renditionPath.lastIndexOf('/') + 1);
}
