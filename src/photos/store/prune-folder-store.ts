/**
 * Removes from a folder store what no photo needs any longer, and what killed builds have left half-written.
 * Not to be run beside a build: it could take away what that build has just made.
 */

import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Removed, removeStaleTemporaries } from '../../disk/write-whole.ts';
import { parseStoredName } from './stored-name.ts';

/** `keep` holds store names. Other files that stand in the folder are not touched. */
export async function pruneFolderStore(
  folder: string,
  keep: ReadonlySet<string>,
  now: Date,
): Promise<Removed> {
  let fileCount = 0;
  let bytes = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!/^[\da-f]{2}$/.test(name)) continue;
    const shard = path.join(folder, name);
    for (const removed of [await removeUnwanted(shard, keep), await removeStaleTemporaries(shard, now)]) {
      fileCount += removed.fileCount;
      bytes += removed.bytes;
    }
  }
  return { fileCount, bytes };
}

async function removeUnwanted(shard: string, keep: ReadonlySet<string>): Promise<Removed> {
  let fileCount = 0;
  let bytes = 0;
  for (const name of await readdir(shard).catch(() => [])) {
    const rendition = parseStoredName(name)?.name;
    if (rendition === undefined || keep.has(rendition)) continue;
    const file = path.join(shard, name);
    const found = await stat(file).catch(() => undefined);
    await rm(file, { force: true });
    fileCount += 1;
    bytes += found?.size ?? 0;
  }
  return { fileCount, bytes };
}
