import { expect, test } from 'vitest';
import { HeadingIds } from '../../src/markdown/heading-ids.ts';

test('equal headings are counted, and no count takes the id of another heading', () => {
  const ids = new HeadingIds();
  const texts = ['Prices', 'Prices', 'Prices 2', 'Prices', 'Prices 2', 'PRICES!'];
  const given = texts.map((text) => ids.assign(text));
  expect(given).toEqual(['prices', 'prices-2', 'prices-2-2', 'prices-3', 'prices-2-3', 'prices-4']);
  expect(new Set(given).size).toBe(texts.length);
});
