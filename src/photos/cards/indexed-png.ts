/**
 * Writes a drawing of few colours as a PNG with a palette of nine: the colours it was drawn in and the steps between
 * the ground and each of them, which the edges of letters need. A general quantiser takes as long as drawing the card.
 * Source: PNG, third edition. Pure.
 */

import { deflateSync } from 'node:zlib';
import { pngChunk, pngSignature } from '../png-chunks.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Steps from the ground to each of two colours, with these: 1 + 2 × 4 = 9 entries. Measured: with seven a card has a tenth
 * more bytes, and its letters look no better.
 */
const STEPS = 4;

/** Measured: 6 takes twice the time for a twentieth fewer bytes. */
const DEFLATE_LEVEL = 4;

/** `#rrggbb`; black for any other text. */
export function parseColour(hex: string): Rgb {
  const value = /^#[\da-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/**
 * @param rgba four bytes a pixel, all opaque
 * @param colours two that are drawn on the ground
 */
export function indexedPng(
  rgba: Uint8Array,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  ground: Rgb,
  colours: readonly [Rgb, Rgb],
): Buffer {
  const palette = [ground, ...colours.flatMap((colour) => stepsBetween(ground, colour))];
  const rowBytes = 1 + Math.ceil(widthPx / 2);
  const rows = Buffer.alloc(rowBytes * heightPx);
  const pixels = wholePixels(rgba);
  const [blank = 0] = wholePixels(Uint8Array.from([...ground, 255]));
  const indexes = new Map<number, number>();
  // Most pixels are blank, and of the others most as the one before them.
  let last = blank;
  let index = 0;
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    const row = y * rowBytes + 1;
    for (let x = 0; x < widthPx; x += 1, at += 1) {
      const pixel = pixels[at] ?? 0;
      if (pixel === blank) continue;
      if (pixel !== last) {
        last = pixel;
        const known = indexes.get(pixel);
        index = known ?? nearest(palette, rgba.subarray(at * 4, at * 4 + 3));
        if (known === undefined) indexes.set(pixel, index);
      }
      const byte = row + (x >> 1);
      rows[byte] = (rows[byte] ?? 0) | (x & 1 ? index : index << 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  // 4 bits a pixel, of a palette.
  header.set([4, 3], 8);
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('PLTE', Buffer.from(palette.flat())),
    pngChunk('IDAT', deflateSync(rows, { level: DEFLATE_LEVEL })),
    pngChunk('IEND', Buffer.alloc(0)),
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

/** Each pixel as one number, in the byte order of the machine. */
function wholePixels(rgba: Uint8Array): Int32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : Uint8Array.from(rgba);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

function nearest(palette: readonly Rgb[], [r = 0, g = 0, b = 0]: Uint8Array): number {
  const distances = palette.map(([red, green, blue]) => (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2);
  return distances.indexOf(Math.min(...distances));
}
