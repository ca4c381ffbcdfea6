/** Writes the header of an uncompressed TIFF of 8 bits a channel, whose pixels follow right behind it. Source: TIFF 6.0. Pure. */

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/** @param channels RGB, or RGB with alpha that is not multiplied in */
export function tiffHeader(widthPx: number, heightPx: number, channels: 3 | 4, icc?: Buffer): Buffer {
  const entryCount = (channels === 4 ? 11 : 10) + (icc === undefined ? 0 : 1);
  const directoryEnd = 8 + 2 + entryCount * 12 + 4;
  const bitsAt = directoryEnd;
  const iccAt = bitsAt + channels * 2;
  const pixelsAt = iccAt + (icc?.length ?? 0);
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, widthPx],
    [257, LONG, 1, heightPx],
    [258, SHORT, channels, bitsAt],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, channels],
    [278, LONG, 1, heightPx],
    [279, LONG, 1, widthPx * heightPx * channels],
    [284, SHORT, 1, 1],
    ...(channels === 4 ? [[338, SHORT, 1, 2] as const] : []),
    ...(icc === undefined ? [] : [[34_675, UNDEFINED, icc.length, iccAt] as const]),
  ];
  const header = Buffer.alloc(iccAt);
  header.write('II*\0', 'latin1');
  header.writeUInt32LE(8, 4);
  header.writeUInt16LE(entryCount, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    header.writeUInt16LE(tag, at);
    header.writeUInt16LE(type, at + 2);
    header.writeUInt32LE(count, at + 4);
    header.writeUInt32LE(value, at + 8);
  }
  for (let channel = 0; channel < channels; channel += 1) header.writeUInt16LE(8, bitsAt + channel * 2);
  return icc === undefined ? header : Buffer.concat([header, icc]);
}
