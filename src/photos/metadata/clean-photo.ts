/**
 * A photo at its full size without what its camera tells of its owner: JPEGs keep their pixels bit by bit, others are
 * written anew in their own format.
 */

import { damageOf } from '../damage-reason.ts';
import type { PhotoMetadata } from '../photo.ts';
import type { PhotoFormat } from '../recognize-format.ts';
import { openOriginal, openPhoto } from '../sharp.ts';
import type { Outcome } from '../source-file.ts';
import { cleanJpeg, jpegSegment } from './clean-jpeg.ts';
import { embedMetadata, xmpPacket } from './embed-metadata.ts';
import { readMetadata } from './read-metadata.ts';

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
    const original = await openOriginal(bytes);
    return { ok: true, value: await embedMetadata(original, metadata, format).toBuffer() };
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
