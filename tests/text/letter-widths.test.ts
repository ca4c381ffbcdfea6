/** How wide a text stands. */

import { expect, test } from 'vitest';
import { letterWidths } from '../../src/text/letter-widths.ts';

test.each([
  ['', 0],
  ['Steel', 5],
  ['钢铁', 4],
  ['鋼 and 鉄', 9],
  ['ひらカナ', 8],
  ['강철', 4],
  ['فولاذ', 5],
])('%s is as wide as %i Latin letters', (text, widths) => {
  expect(letterWidths(text)).toBe(widths);
});
