/** A photo's bytes, if they still are those that it was described by. */

import { developHeic } from './heic/develop-heic.ts';
import type { Photo } from './photo.ts';
import { recognizeFormat } from './recognize-format.ts';
import { findSource, type Outcome, readSource } from './source-file.ts';

/** As the file is. Throws for failures of the disk. */
async function readOriginal(photo: Photo, contentFolder: string): Promise<Outcome<Buffer>> {
  const source = await findSource(contentFolder, photo.file);
  if (!source.ok) return source;
  const read = await readSource(contentFolder, photo.file, source.value);
  if (!read.ok) return read;
  if (read.value.hash !== photo.hash) return { ok: false, fault: { kind: 'changed' } };
  return { ok: true, value: read.value.bytes };
}

/** In a format that the image library reads. Throws for failures of the disk. */
export async function readPhoto(photo: Photo, contentFolder: string): Promise<Outcome<Buffer>> {
  const original = await readOriginal(photo, contentFolder);
  return original.ok ? await developed(original.value) : original;
}

/** The bytes, or those of a TIFF of the same picture where the image library cannot read them. */
async function developed(bytes: Buffer): Promise<Outcome<Buffer>> {
  return recognizeFormat(bytes).kind === 'heic' ? await developHeic(bytes) : { ok: true, value: bytes };
}
