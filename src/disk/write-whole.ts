/**
 * Writes a file of the cache so that others see all of it or nothing: beside its place first, then by renaming.
 * A process that is killed leaves its temporary file behind; `removeStaleTemporaries` sweeps those up.
 */

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { renameFile } from './rename-file.ts';

const TEMPORARY_NAME = /^\.\d+-[\da-f]{12}\.tmp$/;

/** A temporary file that is older than this belongs to no running build. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** Makes the folder when it is missing. Throws the disk's own error, having removed the temporary file. */
export async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    renameFile(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export interface Removed {
  readonly fileCount: number;
  readonly bytes: number;
}

/** Removes the folder's own temporary files that are older than a day. A missing folder has none. */
export async function removeStaleTemporaries(folder: string, now: Date): Promise<Removed> {
  let fileCount = 0;
  let bytes = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!TEMPORARY_NAME.test(name)) continue;
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || now.getTime() - found.mtimeMs <= STALE_MS) continue;
    await rm(file, { force: true });
    fileCount += 1;
    bytes += found.size;
  }
  return { fileCount, bytes };
}
