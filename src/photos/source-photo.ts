/** A photo's bytes, if they still are those that it was described by. */

import { developHeic } from './heic/develop-heic.ts';
import { readInTurn } from './memory-budget.ts';
import type { Photo } from './photo.ts';
import { withPngColours } from './png-colours.ts';
import { recognizeFormat } from './recognize-format.ts';
import { findSource, type Outcome, readSource } from './source-file.ts';

/** Works on a photo in a format that the image library reads. Throws for failures of the disk. */
export function withPhoto<T>(
  photo: Photo,
  contentFolder: string,
  work: (bytes: Buffer) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return withOriginal(photo, contentFolder, async (bytes) => {
    const developed = await develop(bytes);
    return developed.ok ? await work(developed.value) : developed;
  });
}

/** Works on a photo's file as it is. Throws for failures of the disk. */
export async function withOriginal<T>(
  photo: Photo,
  contentFolder: string,
  work: (bytes: Buffer) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const source = await findSource(contentFolder, photo.file);
  if (!source.ok) return source;
  return await readInTurn(source.value.stamp.sizeBytes, async () => {
    const read = await readSource(contentFolder, photo.file, source.value);
    if (!read.ok) return read;
    if (read.value.hash !== photo.hash) return { ok: false, fault: { kind: 'changed' } };
    return await work(read.value.bytes);
  });
}

/** The bytes as the image library shows them as a browser does: a TIFF of a HEIC, a PNG with its profile. */
async function develop(bytes: Buffer): Promise<Outcome<Buffer>> {
  if (recognizeFormat(bytes).kind === 'heic') return await developHeic(bytes);
  return { ok: true, value: withPngColours(bytes) };
}
