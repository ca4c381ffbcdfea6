/** Reads and writes the chunks of PNG files. Source: PNG, third edition, 5. Pure. */

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Length, type and checksum. */
const FRAME_BYTES = 12;

export interface PngChunk {
  readonly type: string;
  readonly content: Buffer;
  /** Where it begins in the file, with its length. */
  readonly at: number;
}

/** Those before the pixels; nothing for what is no PNG. */
export function headChunks(bytes: Buffer): readonly PngChunk[] {
  if (!bytes.subarray(0, pngSignature.length).equals(pngSignature)) return [];
  const chunks: PngChunk[] = [];
  for (let at = pngSignature.length; at + FRAME_BYTES <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT' || at + FRAME_BYTES + length > bytes.length) break;
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length), at });
    at += FRAME_BYTES + length;
  }
  return chunks;
}

export function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (crcTable[(sum ^ byte) & 255] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
