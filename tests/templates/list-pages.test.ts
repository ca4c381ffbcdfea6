import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutIntoPages } from '../../templates/pages/list-pages.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => count - index);

describe('the pages of a long list', () => {
  test('are one for a short list and for an empty one', () => {
    expect(cutIntoPages(numbers(24), '/t/')).toMatchObject([{ url: '/t/', steps: { page: 1, pages: 1 } }]);
    expect(cutIntoPages([], '/t/')).toMatchObject([{ url: '/t/', items: [], steps: { page: 1, pages: 1 } }]);
  });

  test('hold everything once, in order, and lead to each other', () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        const pages = cutIntoPages(numbers(count), '/t/');
        expect(pages.flatMap(({ items }) => items)).toEqual(numbers(count));
        for (const [index, { url, steps }] of pages.entries()) {
          expect(steps).toMatchObject({ page: index + 1, pages: pages.length });
          expect(pages[index - 1]?.url).toBe(steps.newer);
          expect(pages[index + 1]?.url).toBe(steps.older);
          expect(pages.filter((other) => other.url === url)).toHaveLength(1);
        }
      }),
    );
  });

  test('keep what they hold when something new comes, but for the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 300 }), (count) => {
        const before = new Map(cutIntoPages(numbers(count), '/t/').map(({ url, items }) => [url, items]));
        const after = new Map(cutIntoPages(numbers(count + 1), '/t/').map(({ url, items }) => [url, items]));
        for (const [url, items] of before) if (url !== '/t/') expect(after.get(url)).toEqual(items);
      }),
    );
  });
});
