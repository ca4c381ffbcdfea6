/** What a crop must keep, by arrow keys. */

import { expect, test } from 'vitest';
import { focusPoint, focusPointOf, focusWords, movedByKey } from '../../assets/scripts/editor/focus-point.ts';

test('moves by steps from the middle, and never out of the photo', () => {
  expect(movedByKey(undefined, 'ArrowLeft')).toEqual([0.45, 0.5]);
  expect(movedByKey([0.3, 0.98], 'ArrowDown')).toEqual([0.3, 1]);
  expect(movedByKey([0.02, 0.5], 'ArrowLeft')).toEqual([0, 0.5]);
  expect(movedByKey([0.1, 0.2], 'ArrowUp')).toEqual([0.1, 0.15]);
  for (const key of ['Enter', 'Tab', 'constructor']) expect(movedByKey([0.1, 0.2], key)).toBeUndefined();
});

test('is read from front matter where it is a point, and said in words', () => {
  expect(focusPointOf([0.3, 0.2])).toEqual([0.3, 0.2]);
  for (const other of ['left', [0.3], ['0.3', 0.2], undefined]) expect(focusPointOf(other)).toBeUndefined();
  expect(focusWords(focusPoint(0.333, 2))).toBe('33 %, 100 %');
});
