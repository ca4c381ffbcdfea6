/** A photo's bytes, if they still are those that it was described by. */

import type { Photo } from './photo.ts';
import { findSource, type Outcome, readSource } from './source-file.ts';

/** Throws for failures of the disk. */
export async function readPhoto(photo: Photo, contentFolder: string): Promise<Outcome<Buffer>> {
  const source = await findSource(contentFolder, photo.file);
  if (!source.ok) return source;
  const read = await readSource(contentFolder, photo.file, source.value);
  if (!read.ok) return read;
  if (read.value.hash !== photo.hash) return { ok: false, fault: { kind: 'changed' } };
  return { ok: true, value: read.value.bytes };
}
