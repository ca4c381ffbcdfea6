/**
 * The bytes of four texts in EXIF's first directory (TIFF 6.0, section 2): libraries give them decoded already, wrongly
 * where they are not UTF-8. Never throws, whatever the bytes are.
 */

import { tiffDirectory } from './tiff-directory.ts';

export const exifTextTags = {
  imageDescription: 0x010e,
  software: 0x0131,
  artist: 0x013b,
  copyright: 0x8298,
} as const;

/** A longer text is none. */
const maximumLength = 20_000;
const asciiType = 2;
const byteTypes: ReadonlySet<number> = new Set([1, asciiType, 7, 129]);

/** @param block as a JPEG holds it, with or without `Exif\0\0`, or a whole TIFF */
export function exifTexts(block: Buffer): ReadonlyMap<number, Buffer> {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
  const texts = new Map<number, Buffer>();
  for (const { tag, type, count, value, at } of tiffDirectory(tiff)) {
    if (!byteTypes.has(type) || count > maximumLength) continue;
    const start = count <= 4 ? at : value;
    if (start + count <= tiff.length) texts.set(tag, tiff.subarray(start, start + count));
  }
  return texts;
}
