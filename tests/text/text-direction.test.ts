/** Which way a text runs beside what is around it. */

import { expect, test } from 'vitest';
import { directionWithin } from '../../src/text/text-direction.ts';

test.each([
  ['نص عربي هنا.', 'ltr', { dir: 'rtl' }],
  ['נכתב כאן.', 'ltr', { dir: 'rtl' }],
  ['Words in English.', 'rtl', { dir: 'ltr' }],
  ['中文说明。', 'rtl', { dir: 'ltr' }],
  ['نص عربي هنا.', 'rtl', {}],
  ['Words of “كتاب” here', 'ltr', {}],
  ['2026, 30 %!', 'rtl', {}],
  ['', 'ltr', {}],
] as const)('%j in %s', (text, around, wanted) => {
  expect(directionWithin(text, around)).toEqual(wanted);
});
