/**
 * Writes a drawing of few colours as a PNG with a palette of sixteen: the colours it was drawn in and the steps between
 * the ground and each of them, which the edges of letters need. A general quantiser takes as long as drawing the card.
 * Source: PNG, third edition. Pure.
 */

import { deflateSync } from 'node:zlib';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Steps from the ground to each of two colours, with these: 1 + 2 × 7 = 15 entries. */
const STEPS = 7;

/** `#rrggbb`; black for any other text. */
export function parseColour(hex: string): Rgb {
  const value = /^#[\da-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * @param pixels three or four bytes each
 * @param colours two that are drawn on the ground
 */
export function indexedPng(
  pixels: Uint8Array,
  size: { readonly widthPx: number; readonly heightPx: number; readonly channels: number },
  ground: Rgb,
  colours: readonly [Rgb, Rgb],
): Buffer {
  const { widthPx, heightPx, channels } = size;
  const palette = [ground, ...colours.flatMap((colour) => stepsBetween(ground, colour))];
  const rowBytes = 1 + Math.ceil(widthPx / 2);
  const rows = Buffer.alloc(rowBytes * heightPx);
  const indexOf = paletteIndex(palette);
  // Nearly all pixels are as the one before them.
  let last = -1;
  let index = 0;
  for (let at = 0, pixel = 0; pixel < widthPx * heightPx; pixel += 1, at += channels) {
    const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
    if (colour !== last) {
      last = colour;
      index = indexOf(colour);
    }
    if (index === 0) continue;
    const x = pixel % widthPx;
    const byte = ((pixel - x) / widthPx) * rowBytes + 1 + (x >> 1);
    rows[byte] = (rows[byte] ?? 0) | (x % 2 === 0 ? index << 4 : index);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  // 4 bits a pixel, of a palette.
  header.set([4, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function stepsBetween(ground: Rgb, colour: Rgb): readonly Rgb[] {
  return Array.from({ length: STEPS }, (_, step): Rgb => {
    const share = (step + 1) / STEPS;
    const [red, green, blue] = ground.map((value, channel) =>
      Math.round(value + ((colour[channel] ?? 0) - value) * share),
    );
    return [red ?? 0, green ?? 0, blue ?? 0];
  });
}

/** Finds the nearest entry, once for each colour. */
function paletteIndex(palette: readonly Rgb[]): (colour: number) => number {
  const known = new Map<number, number>();
  return (colour) => {
    const found = known.get(colour) ?? nearest(palette, colour);
    known.set(colour, found);
    return found;
  };
}

function nearest(palette: readonly Rgb[], colour: number): number {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [index, [red, green, blue]] of palette.entries()) {
    const distance =
      (red - (colour >> 16)) ** 2 + (green - ((colour >> 8) & 255)) ** 2 + (blue - (colour & 255)) ** 2;
    if (distance >= bestDistance) continue;
    best = index;
    bestDistance = distance;
  }
  return best;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (crcTable[(sum ^ byte) & 255] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
