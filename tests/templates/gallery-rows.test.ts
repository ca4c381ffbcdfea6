/** Rows of galleries are full. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRows } from '../../templates/components/gallery-rows.ts';

const landscape = (count: number) => Array.from({ length: count }, () => 1.5);

describe('the rows of a gallery', () => {
  test.each([
    [1, [1]],
    [2, [2]],
    [3, [1, 2]],
    [4, [2, 2]],
    [5, [1, 2, 2]],
    [6, [3, 3]],
    [7, [3, 2, 2]],
  ])('of %i landscape photos', (count, rows) => {
    expect([...planRows(landscape(count))].sort()).toEqual([...rows].sort());
  });

  test('keep upright photos beside others, and wide enough for their captions', () => {
    expect(planRows([0.67, 1.5, 1.5, 0.67])).toEqual([2, 2]);
    expect(planRows([0.75, 1.5, 1.5, 1.5])).toEqual([2, 2]);
    expect(planRows([0.75, 0.75, 0.75])).toEqual([3]);
  });

  test('hold every photo once, and leave none alone that others could stand beside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 2.4, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (ratios) => {
          const rows = planRows(ratios);
          expect(rows.reduce((sum, count) => sum + count, 0)).toBe(ratios.length);
          expect(Math.min(...rows)).toBeGreaterThan(0);
          if (ratios.length > 5) {
            let from = 0;
            for (const count of rows) {
              const sum = ratios.slice(from, from + count).reduce((total, ratio) => total + ratio, 0);
              // As wide as the gallery: between a third and three times the height that is wanted.
              expect(3.6 / sum).toBeLessThan(3.6);
              expect(sum / 3.6).toBeLessThan(3);
              from += count;
            }
          }
        },
      ),
    );
  });
});
