/**
 * A drawing in few colours, packed as PNG has it, two pixels a byte: its palette of nine are the colours it is drawn in and
 * the steps between the ground and each of them, which the edges of letters need. Source: PNG, third edition. Pure.
 */

import { deflateSync } from 'node:zlib';
import { pngChunk, pngSignature } from '../png-chunks.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Which of the two colours that are drawn on the ground. */
type Colour = 0 | 1;

/**
 * Steps from the ground to each of two colours, with these: 1 + 2 × 4 = 9 entries. Measured: with seven a card has a tenth
 * more bytes, and its letters look no better.
 */
const STEPS = 4;

/** Measured: 6 takes twice the time for a fourteenth fewer bytes. */
const DEFLATE_LEVEL = 4;

/** A shape of one colour: row by row, how much of each pixel it covers, in steps; the left one of a pair has the high bits. */
export interface Mask {
  readonly widthPairs: number;
  readonly heightPx: number;
  readonly pairs: Uint8Array;
}

/** A shape and the pixels at its top left. */
export interface Stamp {
  readonly mask: Mask;
  readonly leftPairs: number;
  readonly topPx: number;
}

/** Left and width are even numbers. */
interface Rectangle {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** `#rrggbb`; black for any other text. */
export function parseColour(hex: string): Rgb {
  const value = /^#[\da-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The pairs of a mask. @param coverage of each pixel, 0 to 255; rows of an even width */
export function packCoverage(coverage: Uint8Array): Uint8Array {
  const step = (at: number) => Math.round(((coverage[at] ?? 0) / 255) * STEPS);
  return Uint8Array.from(
    { length: coverage.length / 2 },
    (_, pair) => (step(2 * pair) << 4) | step(2 * pair + 1),
  );
}

export class IndexedCanvas {
  readonly #widthPairs: number;
  readonly #heightPx: number;
  /** Each begins with the kind of its filter: 0, none. */
  readonly #rows: Buffer;

  /** @param widthPx an even number */
  constructor(widthPx: number, heightPx: number) {
    this.#widthPairs = widthPx / 2;
    this.#heightPx = heightPx;
    this.#rows = Buffer.alloc((1 + this.#widthPairs) * heightPx);
  }

  fill({ leftPx, topPx, widthPx, heightPx }: Rectangle, colour: Colour): void {
    const widthPairs = widthPx / 2;
    const pairs = new Uint8Array(widthPairs * heightPx).fill((STEPS << 4) | STEPS);
    this.stamp({ mask: { widthPairs, heightPx, pairs }, leftPairs: leftPx / 2, topPx }, colour);
  }

  /** Draws a shape; what lies outside of the canvas is cut off. Where two shapes meet, a pixel is as the one that covers more. */
  stamp({ mask, leftPairs, topPx }: Stamp, colour: Colour): void {
    const rows = this.#rows;
    const inColour = coloured[colour] ?? new Uint8Array(256);
    const firstPair = Math.max(0, -leftPairs);
    const endPair = Math.min(mask.widthPairs, this.#widthPairs - leftPairs);
    const endRow = Math.min(mask.heightPx, this.#heightPx - topPx);
    for (let row = Math.max(0, -topPx); row < endRow; row += 1) {
      const from = row * mask.widthPairs;
      const to = (topPx + row) * (1 + this.#widthPairs) + 1 + leftPairs;
      for (let pair = firstPair; pair < endPair; pair += 1) {
        const covered = mask.pairs[from + pair] ?? 0;
        if (covered === 0) continue;
        const drawn = rows[to + pair] ?? 0;
        const own = inColour[covered] ?? 0;
        rows[to + pair] =
          drawn === 0 ? own : Math.max(drawn & 240, own & 240) | Math.max(drawn & 15, own & 15);
      }
    }
  }

  toPng(ground: Rgb, colours: readonly [Rgb, Rgb]): Buffer {
    const palette = [ground, ...colours.flatMap((colour) => stepsBetween(ground, colour))];
    const header = Buffer.alloc(13);
    header.writeUInt32BE(2 * this.#widthPairs, 0);
    header.writeUInt32BE(this.#heightPx, 4);
    // 4 bits a pixel, of a palette.
    header.set([4, 3], 8);
    return Buffer.concat([
      pngSignature,
      pngChunk('IHDR', header),
      pngChunk('PLTE', Buffer.from(palette.flat())),
      pngChunk('IDAT', deflateSync(this.#rows, { level: DEFLATE_LEVEL })),
      pngChunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

/** Pairs of a mask with the numbers that a colour's steps have in the palette. */
const coloured = [0, STEPS].map((first) => {
  const index = (step: number) => (step === 0 ? 0 : first + step);
  return Uint8Array.from({ length: 256 }, (_, pair) => (index(pair >> 4) << 4) | index(pair & 15));
});

function stepsBetween(ground: Rgb, colour: Rgb): readonly Rgb[] {
  return Array.from({ length: STEPS }, (_, step): Rgb => {
    const share = (step + 1) / STEPS;
    const [red, green, blue] = ground.map((value, channel) =>
      Math.round(value + ((colour[channel] ?? 0) - value) * share),
    );
    return [red ?? 0, green ?? 0, blue ?? 0];
  });
}
