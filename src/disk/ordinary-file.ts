/**
 * Reads ordinary files alone, from folders that may hold a stranger's: a symbolic link could lead to a secret of this
 * machine, a pipe would wait for ever, a device might never end.
 */

import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { defined } from '../text/defined.ts';
import { isInside } from './inside-folder.ts';
import { withStoredPath } from './stored-path.ts';

/** Never follows a link in the last part of the path, never waits for the other end of a pipe. Windows knows neither. */
export const ordinaryFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The file is there and is not to be read. */
export class NotOrdinaryError extends Error {}

/** What a file that is none is called. */
function kindOfFile(stats: Pick<Stats, 'isDirectory' | 'isFIFO' | 'isSymbolicLink'>): string {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isDirectory()) return 'a folder';
  return stats.isFIFO() ? 'a pipe' : 'a device or a socket';
}

export interface OrdinaryOptions {
  /** Absolute; no folder on the way from it to the file may be a link that leads out of it. */
  readonly inside?: string;
  /** A larger file is not read. */
  readonly maximumBytes?: number;
}

export type OrdinaryReading =
  | { readonly ok: true; readonly bytes: Buffer }
  /** Larger than the limit. */
  | { readonly ok: false; readonly sizeBytes: number };

/** Throws a NotOrdinaryError, and the disk's own error. Synchronous: for small files that takes a third of the time. */
export function readOrdinaryWithin(file: string, options: OrdinaryOptions): OrdinaryReading {
  return withStoredPath(file, (stored) => readStored(stored, options));
}

function readStored(file: string, { inside, maximumBytes }: OrdinaryOptions): OrdinaryReading {
  if (inside !== undefined) refuseWayOut(inside, file);
  const descriptor = openOrdinary(file);
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw notOrdinary(file, kindOfFile(found));
    if (maximumBytes !== undefined && found.size > maximumBytes) return { ok: false, sizeBytes: found.size };
    const bytes = Buffer.allocUnsafe(found.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(descriptor, bytes, length, bytes.length - length, null);
    return { ok: true, bytes: bytes.subarray(0, length) };
  } finally {
    closeSync(descriptor);
  }
}

/** The same of any size. */
export function readOrdinaryFile(file: string, inside?: string): Buffer {
  const reading = readOrdinaryWithin(file, defined({ inside }));
  if (!reading.ok) throw new Error(`${file} was read without a limit.`);
  return reading.bytes;
}

function openOrdinary(file: string): number {
  if (constants.O_NOFOLLOW === undefined) {
    const found = lstatSync(file);
    if (!found.isFile()) throw notOrdinary(file, kindOfFile(found));
  }
  try {
    return openSync(file, ordinaryFlags);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // What a socket and a device without its driver answer, and macOS and Linux for a link.
    if (code === 'ENXIO') throw notOrdinary(file, 'a device or a socket', error);
    if (code === 'ELOOP' || code === 'EMLINK') throw notOrdinary(file, 'a symbolic link', error);
    throw error;
  }
}

function refuseWayOut(folder: string, file: string): void {
  const root = realpathSync.native(folder);
  const parent = realpathSync.native(path.dirname(file));
  if (parent !== root && !isInside(root, parent))
    throw notOrdinary(file, 'behind a symbolic link that leads out of its folder');
}

function notOrdinary(file: string, what: string, cause?: unknown): NotOrdinaryError {
  return new NotOrdinaryError(`${path.basename(file)} is ${what}, not an ordinary file.`, { cause });
}
