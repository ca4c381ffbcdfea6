import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planColumns } from '../../src/site/plan-columns.ts';

test.each([
  [0, []],
  [1, [1]],
  [4, [4]],
  [5, [3, 2]],
  [7, [4, 3]],
  [8, [4, 4]],
  [9, [3, 3, 3]],
])('%i columns stand as %j', (count, lines) => {
  expect(planColumns(count, 4)).toEqual(lines);
});

test('every column has a place, no line is too full, and lines differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), (count, most) => {
      const lines = planColumns(count, most);
      expect(lines.reduce((sum, line) => sum + line, 0)).toBe(count);
      expect(Math.max(...lines)).toBeLessThanOrEqual(most);
      expect(Math.max(...lines) - Math.min(...lines)).toBeLessThanOrEqual(1);
    }),
  );
});
