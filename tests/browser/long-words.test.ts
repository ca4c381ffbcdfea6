/** Words that no phone is wide enough for break: names, places and headlines are what editors type them as. */

import { afterAll, afterEach, expect, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';

test.each([
  ['/2025/03/lost-steel-archive/', '.article-title, .facts-line dd > span, .neighbour, .share-ways a'],
  ['/2024/01/ustb-puth-agreement/', '.article-title, .facts-line dd > span, .neighbour, .figure figcaption'],
  ['/events/', 'h1, .event-when, .event-place, .event-entry h2'],
])('%s does not scroll sideways with a word of 63 letters in each of its places', async (url, places) => {
  const { page } = await reader.open(url, { widthPx: 320, heightPx: 800 });
  const count = await page.evaluate(
    ([selector = '', text = '']) => {
      const elements = document.querySelectorAll(selector);
      for (const element of elements) element.append(` ${text}`);
      return elements.length;
    },
    [places, word],
  );
  expect(count).toBeGreaterThan(2);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang).toBeLessThanOrEqual(0);
});

test('the row of languages scrolls in itself when letters are twice as large', async () => {
  const { page } = await reader.open('/2023/11/library-opens-all-night/', { widthPx: 390, heightPx: 800 });
  const overhang = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const row = document.querySelector('.languages ul');
    const last = row?.querySelector('li:last-child');
    // As many as a site in several languages has.
    for (let more = 0; more < 4; more += 1) if (last) row?.append(last.cloneNode(true));
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
  expect(overhang).toBeLessThanOrEqual(0);
});
