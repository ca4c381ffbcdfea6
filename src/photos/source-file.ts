/**
 * Reads photos from the content folder, which may hold a stranger's files: never follows a symlink out of
 * it, never opens anything but regular files (a FIFO would wait forever), never reads more than the limit.
 */

import { createHash } from 'node:crypto';
import { lstat, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '../disk/inside-folder.ts';
import { ordinaryFlags } from '../disk/ordinary-file.ts';
import { storedPath } from '../disk/stored-path.ts';
import type { PhotoFault } from './photo-fault.ts';
import { MAX_FILE_BYTES } from './sharp.ts';
import { suggestFile } from './suggest-file.ts';

/** What tells, without reading it, that a file is the one that was read before. Times in nanoseconds. */
export interface FileStamp {
  readonly sizeBytes: number;
  readonly modifiedNs: string;
  /** Changes with every write, even by programs that set the time of modification back. */
  readonly changedNs: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: PhotoFault };

export interface SourceFile {
  /** Absolute, all symlinks resolved, inside the content folder. */
  readonly path: string;
  readonly stamp: FileStamp;
}

/** Finds the file. Throws only for failures of the disk itself. */
export async function findSource(contentFolder: string, file: string): Promise<Outcome<SourceFile>> {
  try {
    const root = await realpath(contentFolder);
    const named = path.resolve(root, file);
    if (!isInside(root, named)) return fault({ kind: 'outside-content' });
    const real = await realpath(storedPath(named));
    if (!isInside(root, real)) return fault({ kind: 'outside-content' });
    const found = await stat(real, { bigint: true });
    if (!found.isFile()) return fault({ kind: 'not-a-file', what: kindOf(found) });
    if (found.size > MAX_FILE_BYTES) return fault({ kind: 'too-many-bytes', bytes: Number(found.size) });
    return { ok: true, value: { path: real, stamp: stampOf(found) } };
  } catch (error) {
    return failure(error, contentFolder, file);
  }
}

interface SourceBytes {
  readonly bytes: Buffer;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Reads a file that `findSource` found. */
export async function readSource(
  contentFolder: string,
  file: string,
  source: SourceFile,
): Promise<Outcome<SourceBytes>> {
  try {
    // Between finding and opening the file may have been exchanged: NOFOLLOW and NONBLOCK make that harmless.
    const handle = await open(source.path, ordinaryFlags);
    try {
      const before = await handle.stat({ bigint: true });
      if (!before.isFile() || !isSameStamp(stampOf(before), source.stamp)) return fault({ kind: 'changed' });
      const bytes = Buffer.allocUnsafeSlow(source.stamp.sizeBytes);
      const length = await readFully(handle, bytes);
      const after = await handle.stat({ bigint: true });
      if (length !== bytes.length || !isSameStamp(stampOf(after), source.stamp))
        return fault({ kind: 'changed' });
      return { ok: true, value: { bytes, hash: createHash('sha256').update(bytes).digest('hex') } };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failure(error, contentFolder, file);
  }
}

async function readFully(handle: Awaited<ReturnType<typeof open>>, bytes: Buffer): Promise<number> {
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.sizeBytes === b.sizeBytes && a.modifiedNs === b.modifiedNs && a.changedNs === b.changedNs;
}

function fault(value: PhotoFault): { readonly ok: false; readonly fault: PhotoFault } {
  return { ok: false, fault: value };
}

async function failure(error: unknown, contentFolder: string, file: string): Promise<Outcome<never>> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE': {
      await lstat(contentFolder);
      const suggestion = await suggestFile(contentFolder, file);
      return fault(suggestion === undefined ? { kind: 'not-found' } : { kind: 'not-found', suggestion });
    }
    case 'ELOOP':
      return fault({ kind: 'not-a-file', what: 'a symlink that leads to itself' });
    case 'EACCES':
    case 'EPERM':
      return fault({ kind: 'no-permission' });
    default:
      throw new Error(`Cannot read the photo ${file}.`, { cause: error });
  }
}

interface Stats {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  isDirectory(): boolean;
  isFIFO(): boolean;
}

function stampOf(stats: Stats): FileStamp {
  return { sizeBytes: Number(stats.size), modifiedNs: `${stats.mtimeNs}`, changedNs: `${stats.ctimeNs}` };
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  return stats.isFIFO() ? 'a pipe' : 'a device or a socket';
}
