/** The front page as a browser shows it: how long and how wide it is on a phone. */

import { afterAll, afterEach, expect, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

/** Six screens of a phone. */
const longestPx = 5000;

test('the front page of eight topics and eight rows is read on a phone in six screens', async () => {
  const { page, troubles } = await reader.open('/', { widthPx: 390, heightPx: 844 });
  expect(await page.locator('.topic-column').count()).toBeGreaterThan(5);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(longestPx);
  expect(troubles).toEqual([]);
});

test('on a phone the band of pictures goes from edge to edge, and nothing is wider than the window', async () => {
  const { page } = await reader.open('/', { widthPx: 390, heightPx: 844 });
  const box = await page.locator('.photo-story-row').boundingBox();
  expect(box?.x).toBeLessThan(10);
  expect(box?.width).toBeGreaterThan(370);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
