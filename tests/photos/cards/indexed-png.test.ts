import sharp from 'sharp';
import { expect, test } from 'vitest';
import { indexedPng, parseColour } from '../../../src/photos/cards/indexed-png.ts';

const [paper, ink, accent] = [parseColour('#fffdfa'), parseColour('#17191d'), parseColour('#a3231b')];

test('shows the colours it was drawn in, and the nearest step for those between', async () => {
  const grey = [139, 139, 140];
  const pixels = Uint8Array.from(
    [paper, ink, accent, grey, paper, ink].flatMap((colour) => [...colour, 255]),
  );
  const png = indexedPng(pixels, { widthPx: 3, heightPx: 2 }, paper, [ink, accent]);
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([3, 2]);
  const shown = [...Array(6).keys()].map((at) => [
    ...data.subarray(at * info.channels, at * info.channels + 3),
  ]);
  expect(shown.slice(0, 3)).toEqual([[...paper], [...ink], [...accent]]);
  for (const [channel, value] of (shown[3] ?? []).entries())
    expect(Math.abs(value - (grey[channel] ?? 0))).toBeLessThan(20);
});

test('has the same bytes each time', () => {
  const size = { widthPx: 2, heightPx: 1 };
  const pixels = Uint8Array.from([...ink, 255, ...paper, 255]);
  expect(indexedPng(pixels, size, paper, [ink, accent])).toEqual(
    indexedPng(pixels, size, paper, [ink, accent]),
  );
});
