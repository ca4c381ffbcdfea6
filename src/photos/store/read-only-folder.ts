/** A folder store that can only be read, as what stands behind a folder that can be written. What it is given is not kept. */

import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Bucket } from './bucket-store.ts';

export function readOnlyFolder(folder: string): Bucket {
  return {
    name: folder,
    async list(prefix = '') {
      const names = await readdir(path.join(folder, prefix)).catch(() => []);
      const found = await Promise.all(
        names.map(async (name) => {
          const sizeBytes = (await stat(path.join(folder, prefix, name)).catch(() => undefined))?.size ?? 0;
          return [`${prefix}${name}`, { sizeBytes, etag: '' }] as const;
        }),
      );
      return new Map(found);
    },
    async read(key) {
      const bytes = await readFile(path.join(folder, key)).catch(() => undefined);
      return bytes === undefined ? undefined : { bytes };
    },
    put: async () => undefined,
    remove: async () => undefined,
  };
}
