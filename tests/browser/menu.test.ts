/** The menu of a phone, and the topics above it. */

import { afterAll, afterEach, expect, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

test.each([
  { url: '/', words: ['Archive', 'Photos', 'People', 'Series', 'About'] },
  { url: '/zh/', words: ['归档', '图片', '人物', '关于我们'] },
])('$url has a menu on a phone that opens without a script, inside the window', async ({ url, words }) => {
  const { page, troubles } = await reader.open(url, { widthPx: 390, hasScript: false });
  const strip = await page.locator('.masthead-strip').boundingBox();
  expect(strip?.height).toBeLessThan(48);
  await page.locator('.menu > summary').click();
  const list = page.locator('.menu > ul');
  const seen = await list.innerText();
  for (const word of words) expect(seen).toContain(word);
  const box = await list.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  expect(troubles).toEqual([]);
});

test.each([
  { name: 'on its own page', url: '/topics/university-news/' },
  { name: 'on a story of it', url: '/2024/01/ustb-puth-agreement/' },
])(
  'the topic that the reader is in is seen on a phone, wherever it stands in the line: $name',
  async ({ url }) => {
    const { page } = await reader.open(url, { widthPx: 390 });
    await page.waitForFunction(() => {
      const box = document.querySelector('.masthead-topics [aria-current]')?.getBoundingClientRect();
      return box !== undefined && box.left >= 0 && box.right <= innerWidth;
    });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  },
);

test.each(['/', '/zh/', '/zh/2025/05/bamboo-bicycle-workshop/'])(
  '%s leads to privacy and accessibility at its foot',
  async (url) => {
    const { page } = await reader.open(url);
    const targets = await page
      .locator('.footer a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(targets.filter((href) => href?.endsWith('/privacy/'))).toHaveLength(1);
    expect(targets.filter((href) => href?.endsWith('/accessibility/'))).toHaveLength(1);
  },
);
