/** How an archive is parted among machines. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesOfShard, parseShard } from '../../src/photos/shard.ts';

test.each([
  ['3/8', { number: 3, count: 8 }],
  ['1/1', { number: 1, count: 1 }],
  ['9/8', undefined],
  ['0/8', undefined],
  ['3 of 8', undefined],
  ['', undefined],
])('"%s" is read as %o', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

test('every file is in exactly one part, and the parts differ by one file at most', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (files, count) => {
        const parts = Array.from({ length: count }, (_, at) =>
          filesOfShard(files, { number: at + 1, count }),
        );
        expect(parts.flat().sort()).toEqual([...files].sort());
        const sizes = parts.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(filesOfShard([...files].reverse(), { number: 1, count })).toEqual(parts[0]);
      },
    ),
  );
});
