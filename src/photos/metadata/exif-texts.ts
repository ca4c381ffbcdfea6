/**
 * The bytes of the texts in EXIF's first directory (TIFF 6.0, section 2): libraries give them decoded already, wrongly
 * where they are not UTF-8. Never throws, whatever the bytes are.
 */

import { sound } from './decode-text.ts';
import { tiffDirectory } from './tiff-directory.ts';

export const exifTextTags = {
  imageDescription: 0x010e,
  software: 0x0131,
  artist: 0x013b,
  copyright: 0x8298,
  // What Windows Explorer writes, in UTF-16.
  windowsTitle: 0x9c9b,
  windowsComment: 0x9c9c,
  windowsAuthor: 0x9c9d,
  windowsSubject: 0x9c9f,
} as const;

export function isWindowsTag(tag: number): boolean {
  return tag >= exifTextTags.windowsTitle && tag <= exifTextTags.windowsSubject;
}

/** Undefined for what is no UTF-16. */
export function decodeWindowsText(bytes: Uint8Array): string | undefined {
  try {
    const [text = ''] = new TextDecoder('utf-16le', { fatal: true }).decode(bytes).split('\0');
    return sound(text);
  } catch {
    return undefined;
  }
}

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
