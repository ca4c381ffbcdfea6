import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
  IndexedCanvas,
  packCoverage,
  parseColour,
  type Rgb,
} from '../../../src/photos/cards/indexed-canvas.ts';

const [paper, ink, accent] = [parseColour('#fffdfa'), parseColour('#17191d'), parseColour('#a3231b')];

async function pixelsOf(canvas: IndexedCanvas) {
  const { data, info } = await sharp(canvas.toPng(paper, [ink, accent]))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const first = (y * info.width + x) * info.channels;
    return [...data.subarray(first, first + 3)];
  };
  return { size: [info.width, info.height], at };
}

/** Four pixels in a row. */
const shape = (...coverage: readonly [number, number, number, number]) => ({
  widthPairs: 2,
  heightPx: 1,
  pairs: packCoverage(Uint8Array.from(coverage)),
});

/** Between the paper and a colour. */
const between = (colour: Rgb, share: number) =>
  paper.map((value, channel) => Math.round(value + ((colour[channel] ?? 0) - value) * share));

test('shows the colours it was drawn in, and the nearest step where a pixel is covered in part', async () => {
  const canvas = new IndexedCanvas(6, 2);
  canvas.stamp({ mask: shape(255, 128, 40, 0), leftPairs: 0, topPx: 0 }, 0);
  canvas.fill({ leftPx: 4, topPx: 1, widthPx: 2, heightPx: 1 }, 1);
  const { size, at } = await pixelsOf(canvas);
  expect(size).toEqual([6, 2]);
  expect([at(0, 0), at(1, 0), at(2, 0), at(3, 0)]).toEqual([
    [...ink],
    between(ink, 0.5),
    between(ink, 0.25),
    [...paper],
  ]);
  expect([at(3, 1), at(4, 1), at(5, 1)]).toEqual([[...paper], [...accent], [...accent]]);
});

test('keeps what covers a pixel most where shapes meet', async () => {
  const canvas = new IndexedCanvas(4, 1);
  canvas.stamp({ mask: shape(255, 64, 128, 0), leftPairs: 0, topPx: 0 }, 0);
  canvas.stamp({ mask: shape(64, 255, 128, 64), leftPairs: 0, topPx: 0 }, 0);
  const { at } = await pixelsOf(canvas);
  expect([0, 1, 2, 3].map((x) => at(x, 0))).toEqual([
    [...ink],
    [...ink],
    between(ink, 0.5),
    between(ink, 0.25),
  ]);
});

test('cuts off what lies outside', async () => {
  const canvas = new IndexedCanvas(4, 2);
  const mask = shape(255, 255, 255, 255);
  for (const [leftPairs, topPx] of [
    [-1, 0],
    [1, 1],
    [0, -1],
    [0, 2],
    [-2, 1],
    [2, 0],
  ] as const)
    canvas.stamp({ mask, leftPairs, topPx }, 1);
  const { at } = await pixelsOf(canvas);
  const drawn = [0, 1].map((y) => [0, 1, 2, 3].map((x) => at(x, y)[0] === accent[0]));
  expect(drawn).toEqual([
    [true, true, false, false],
    [false, false, true, true],
  ]);
});
