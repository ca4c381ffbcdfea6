/** Where a zoomed photo lies, whatever fingers do. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carry, contain, fitInto, whole } from '../../assets/scripts/viewer/geometry.ts';

const area = { width: 390, height: 600 };
const lengths = fc.integer({ min: 1, max: 20_000 });
const offsets = fc.double({ min: -2000, max: 2000, noNaN: true });
const points = fc.record({ x: offsets, y: offsets });
const ratios = fc.double({ min: 0.01, max: 100, noNaN: true });

describe('a photo in the viewer', () => {
  test('is seen whole, as large as the window allows, and never larger than it is', () => {
    fc.assert(
      fc.property(lengths, lengths, (width, height) => {
        const fitted = fitInto({ width, height }, area);
        expect(fitted.width / fitted.height).toBeCloseTo(width / height, 6);
        const fills = [area.width / fitted.width, area.height / fitted.height, width / fitted.width];
        expect(Math.min(...fills)).toBeCloseTo(1, 6);
      }),
    );
  });

  test('keeps under the finger what was under it, as far as the scale allows', () => {
    fc.assert(
      fc.property(points, points, ratios, (from, to, ratio) => {
        const start = { scale: 2, x: 10, y: -20 };
        const moved = carry(start, from, to, ratio);
        const on = (point: typeof from, { scale, x, y }: typeof start) => [
          (point.x - x) / scale,
          (point.y - y) / scale,
        ];
        const [before, after] = [on(from, start), on(to, moved)];
        expect(after[0]).toBeCloseTo(before[0] ?? Number.NaN, 4);
        expect(after[1]).toBeCloseTo(before[1] ?? Number.NaN, 4);
        expect(moved.scale).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('covers the window wherever it is pushed, and lies in its middle when it is whole', () => {
    const photo = { width: 390, height: 260 };
    fc.assert(
      fc.property(points, fc.double({ min: 1, max: 5, noNaN: true }), ({ x, y }, scale) => {
        const held = contain({ scale, x, y }, photo, area);
        expect(Math.abs(held.x)).toBeLessThanOrEqual(Math.max(0, (photo.width * scale - area.width) / 2));
        expect(Math.abs(held.y)).toBeLessThanOrEqual(Math.max(0, (photo.height * scale - area.height) / 2));
      }),
    );
    const held = contain({ scale: 1, x: 50, y: -70 }, photo, area);
    expect(Math.abs(held.x - whole.x) + Math.abs(held.y - whole.y)).toBe(0);
  });
});
