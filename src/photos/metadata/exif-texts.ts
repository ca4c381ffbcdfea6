/**
 * The bytes of four texts in EXIF's first directory (TIFF 6.0, section 2): libraries give them decoded already, wrongly
 * where they are not UTF-8. Never throws, whatever the bytes are.
 */

export const exifTextTags = {
  imageDescription: 0x010e,
  software: 0x0131,
  artist: 0x013b,
  copyright: 0x8298,
} as const;

/** More entries have no camera. */
const maximumEntries = 1000;
/** A longer text is none. */
const maximumLength = 20_000;
const entryBytes = 12;
const asciiType = 2;
const byteTypes: ReadonlySet<number> = new Set([1, asciiType, 7, 129]);

/** @param block as a JPEG holds it, with or without `Exif\0\0`, or a whole TIFF */
export function exifTexts(block: Buffer): ReadonlyMap<number, Buffer> {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
  const texts = new Map<number, Buffer>();
  const order = tiff.toString('latin1', 0, 4);
  if (order !== 'II*\0' && order !== 'MM\0*') return texts;
  const isLittle = order.startsWith('I');
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 8) return texts;
  const directory = long(4);
  if (directory + 2 > tiff.length) return texts;
  const count = Math.min(short(directory), maximumEntries);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * entryBytes;
    if (entry + entryBytes > tiff.length) break;
    const length = long(entry + 4);
    if (!byteTypes.has(short(entry + 2)) || length > maximumLength) continue;
    const start = length <= 4 ? entry + 8 : long(entry + 8);
    if (start + length <= tiff.length) texts.set(short(entry), tiff.subarray(start, start + length));
  }
  return texts;
}
