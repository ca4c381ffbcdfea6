/**
 * Writes files whole or not at all: beside their place first, under a name that no other process has, then by renaming.
 * Other processes see the old file or the new one, and so does a process that reads the disk after a power cut. A
 * process that is killed leaves its temporary file behind; `removeStaleTemporaries` sweeps those up.
 */

import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { renameFile } from './rename-file.ts';
import { isRunning } from './running-process.ts';

const TEMPORARY_NAME = /^\.\d+-[\da-f]{12}\.tmp$/;

/** A temporary file that is older than this belongs to no running build. */
const STALE_MS = 24 * 60 * 60 * 1000;

export interface WriteOptions {
  /**
   * Leaves it to the system when the disk gets the bytes. For caches, whose entries are checked when they are read and
   * made again: waiting for the disk takes longer than writing a small file.
   */
  readonly isReplaceable?: true;
  /** Tests cut the power between its steps. */
  readonly disk?: WritingDisk;
}

/** The steps of a write whose order decides what a cut of the power leaves. */
export interface WritingDisk {
  readonly open: (
    file: string,
    flags: 'wx' | 'r',
  ) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;
  readonly rename: (from: string, to: string) => void;
}

const realDisk: WritingDisk = { open, rename: renameFile };

/** Makes the folder when it is missing. Throws an error that names the file, having removed the temporary one. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  { isReplaceable, disk = realDisk }: WriteOptions = {},
): Promise<void> {
  const temporary = temporaryBeside(file);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await disk.open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      // The new name must not reach the disk before the bytes that it stands for.
      if (isReplaceable !== true) await handle.sync();
    } finally {
      await handle.close();
    }
    disk.rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new Error(`Cannot write ${file}.`, { cause: error });
  }
  if (isReplaceable !== true) await syncFolder(path.dirname(file), disk);
}

/** A name in the same folder that is no other process's, in other containers too, where process numbers are the same. */
export function temporaryBeside(file: string): string {
  return path.join(path.dirname(file), `.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Waits until the disk has the folder's names. Systems that cannot open a folder (Windows) keep them by themselves. */
export async function syncFolder(folder: string, disk: WritingDisk = realDisk): Promise<void> {
  const handle = await disk.open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } catch {
    // Some network disks know no such wait.
  } finally {
    await handle?.close();
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

/** Removes temporary files of processes that have ended, whatever their age: for folders that people look into and commit. */
export async function removeAbandonedTemporaries(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!TEMPORARY_NAME.test(name) || isRunning({ pid: Number.parseInt(name.slice(1), 10) })) continue;
    await rm(path.join(folder, name), { force: true });
  }
}
