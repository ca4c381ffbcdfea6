/** Where a path leads, with all links on the way resolved; what does not exist yet lies where it would be made. */

import { realpathSync } from 'node:fs';
import path from 'node:path';

/** @param file absolute */
export function realPathOf(file: string): string {
  const missing: string[] = [];
  for (let existing = file; ; existing = path.dirname(existing)) {
    try {
      return path.join(realpathSync.native(existing), ...missing);
    } catch (error) {
      const parent = path.dirname(existing);
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isMissing || parent === existing) throw error;
      missing.unshift(path.basename(existing));
    }
  }
}
