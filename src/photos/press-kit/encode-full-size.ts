/**
 * A photo as newspapers want it: JPEG, all its pixels, caption and credit inside, and nothing that its camera tells of
 * its owner. JPEGs keep their pixels bit by bit; other formats are encoded once, nearly without loss.
 */

import { damageOf } from '../damage-reason.ts';
import { type EncodedRendition, makeOnce, type RenditionOptions } from '../encode-rendition.ts';
import { decodeWithinMemory, memoryFault, TURNED_BYTES_PER_PIXEL } from '../memory-budget.ts';
import { cleanPhoto } from '../metadata/clean-photo.ts';
import { embedMetadata } from '../metadata/embed-metadata.ts';
import type { PhotoMetadata } from '../photo.ts';
import { recognizeFormat } from '../recognize-format.ts';
import { openHeader, openUpright } from '../sharp.ts';
import type { Outcome } from '../source-file.ts';
import { withPhoto } from '../source-photo.ts';
import type { PressPhoto } from './press-kit.ts';

const FULL_SIZE_JPEG = { quality: 93, chromaSubsampling: '4:4:4' } as const;

/**
 * Up to here the JPEG's code is made to fit the picture, for which all of it must be there, in 12 bytes a pixel; beyond,
 * a tenth more of the file buys a process of a quarter of the memory.
 */
const MAX_FITTED_PIXELS = 24_000_000;
const FITTED_BYTES_PER_PIXEL = 12;

/** Finds the JPEG in the store or makes it. Throws for failures of the disk. */
export function encodeFullSize(
  { photo, metadata, file }: PressPhoto,
  options: RenditionOptions,
): Promise<EncodedRendition> {
  return makeOnce(photo, file, options, () =>
    withPhoto(photo, options.contentFolder, (bytes) => fullSizeJpeg(bytes, metadata)),
  );
}

/** @param bytes in a format that the image library reads */
export async function fullSizeJpeg(bytes: Buffer, metadata: PhotoMetadata): Promise<Outcome<Buffer>> {
  const recognized = recognizeFormat(bytes);
  if (recognized.kind === 'photo' && recognized.format === 'jpeg')
    return await cleanPhoto(bytes, 'jpeg', metadata);
  try {
    const header = await openHeader(bytes).metadata();
    const optimiseCoding = header.width * header.height <= MAX_FITTED_PIXELS;
    const more =
      (optimiseCoding ? FITTED_BYTES_PER_PIXEL : 0) +
      ((header.orientation ?? 1) > 1 ? TURNED_BYTES_PER_PIXEL : 0);
    const fault = memoryFault(header, bytes, more);
    if (fault !== undefined) return { ok: false, fault };
    const upright = (await openUpright(bytes)).flatten({ background: '#ffffff' });
    const jpeg = embedMetadata(upright, metadata, 'jpeg').jpeg({ ...FULL_SIZE_JPEG, optimiseCoding });
    return { ok: true, value: await decodeWithinMemory(bytes, () => jpeg.toBuffer(), more) };
  } catch (error) {
    return { ok: false, fault: damageOf(error) };
  }
}
