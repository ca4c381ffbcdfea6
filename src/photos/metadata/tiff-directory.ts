/** Walks the first directory of a TIFF or of EXIF (TIFF 6.0, section 2). Never throws, whatever the bytes are. */

/** More entries have no camera. */
const maximumEntries = 1000;
const entryBytes = 12;

export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** The value where it has four bytes or fewer, read as a number; else where it stands. */
  readonly value: number;
  /** Where the value's own field begins. */
  readonly at: number;
}

/** Nothing for BigTIFF and for what is no TIFF. */
export function tiffDirectory(tiff: Buffer): readonly TiffEntry[] {
  const order = tiff.toString('latin1', 0, 4);
  if ((order !== 'II*\0' && order !== 'MM\0*') || tiff.length < 8) return [];
  const isLittle = order.startsWith('I');
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > tiff.length) return [];
  const entries: TiffEntry[] = [];
  const count = Math.min(short(directory), maximumEntries);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * entryBytes;
    if (entry + entryBytes > tiff.length) break;
    const [type, values] = [short(entry + 2), long(entry + 4)];
    const isShort = type === shortType && values === 1;
    const value = isShort ? short(entry + 8) : long(entry + 8);
    entries.push({ tag: short(entry), type, count: values, value, at: entry + 8 });
  }
  return entries;
}

const shortType = 3;
