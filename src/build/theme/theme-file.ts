/** A file of `content/theme/`, read once for fonts and pictures: an ordinary file, and no pointer of Git LFS. */

import path from 'node:path';
import { NotOrdinaryError, readOrdinaryFile } from '../../disk/ordinary-file.ts';
import { isLfsPointer, lfsAdvice } from '../../text/lfs-pointer.ts';

export type ThemeFileReading =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly reason: string; readonly hint?: string };

/** Throws when the disk fails. @param mostBytes a larger file is refused */
export function readThemeFile(
  contentFolder: string,
  file: string,
  mostBytes = Number.POSITIVE_INFINITY,
): ThemeFileReading {
  let bytes: Buffer;
  try {
    bytes = readOrdinaryFile(path.join(contentFolder, 'theme', file), contentFolder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { ok: false, reason: 'it is not there' };
    if (error instanceof NotOrdinaryError) return { ok: false, reason: 'it is not an ordinary file' };
    throw error;
  }
  if (bytes.length > mostBytes) return { ok: false, reason: `it has more than ${mostBytes / 1e6} MB` };
  if (isLfsPointer(bytes)) return { ok: false, reason: 'it is only a Git LFS pointer', hint: lfsAdvice };
  return { ok: true, bytes };
}
