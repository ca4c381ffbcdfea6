/**
 * A photo at its full size without what its camera tells of its owner: JPEGs keep their pixels bit by bit, others are
 * written anew in their own format.
 */

import { damageOf } from '../damage-reason.ts';
import { decodeWithinMemory, memoryFault, TURNED_BYTES_PER_PIXEL } from '../memory-budget.ts';
import type { PhotoMetadata } from '../photo.ts';
import { withPngColours } from '../png-colours.ts';
import type { PhotoFormat } from '../recognize-format.ts';
import { openOriginal, openPhoto } from '../sharp.ts';
import type { Outcome } from '../source-file.ts';
import { cleanJpeg, jpegSegment } from './clean-jpeg.ts';
import { embedMetadata, xmpPacket } from './embed-metadata.ts';
import { readMetadata } from './read-metadata.ts';

/** Memory of the encoders, measured as that of the decoders. */
const REWRITING_BYTES_PER_PIXEL: Readonly<Record<Exclude<PhotoFormat, 'jpeg'>, number>> = {
  png: 2,
  tiff: 4,
  webp: 6,
  gif: 12,
  avif: 20,
};

/** A photo's bytes with the public texts as its only metadata, by default those that it had. */
export async function cleanPhoto(
  bytes: Buffer,
  format: PhotoFormat,
  texts?: PhotoMetadata,
): Promise<Outcome<Buffer>> {
  try {
    const source = await openPhoto(bytes).metadata();
    const metadata = texts ?? (await readMetadata(bytes, source));
    if (format === 'jpeg') {
      const cleaned = cleanJpeg(bytes, [...orientationSegment(source.orientation), ...xmpSegment(metadata)]);
      return cleaned === undefined
        ? { ok: false, fault: { kind: 'damaged', reason: 'its end is missing' } }
        : { ok: true, value: cleaned };
    }
    const more =
      REWRITING_BYTES_PER_PIXEL[format] * (source.pages ?? 1) +
      ((source.orientation ?? 1) > 1 ? TURNED_BYTES_PER_PIXEL : 0);
    const fault = memoryFault(source, bytes, more);
    if (fault !== undefined) return { ok: false, fault };
    const original = embedMetadata(await openOriginal(withPngColours(bytes)), metadata, format);
    return { ok: true, value: await decodeWithinMemory(bytes, () => original.toBuffer(), more) };
  } catch (error) {
    return { ok: false, fault: damageOf(error) };
  }
}

/** EXIF of nothing but the orientation, without which the photo would lie on its side. */
function orientationSegment(orientation = 1): readonly Buffer[] {
  if (orientation === 1) return [];
  const header = Buffer.from('Exif\0\0II*\0\b\0\0\0', 'latin1');
  // One entry: tag 0x112, of type SHORT, one value; and no further directory.
  const directory = Buffer.from([1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
  return [jpegSegment(0xe1, Buffer.concat([header, directory]))];
}

function xmpSegment(metadata: PhotoMetadata): readonly Buffer[] {
  const xmp = xmpPacket(metadata);
  return xmp === undefined
    ? []
    : [jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`, 'utf8'))];
}
