/** The page of the first story, as a browser shows it. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { root } from '../builds/run-news.ts';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const url = '/2024/01/ustb-puth-agreement/';
const seed = readFileSync(path.join(root, 'tests/fixtures/seed/ustb-puth-agreement.txt'), 'utf8');

/** Each line of the page that the story was taken from, without the names of its photos. */
const seedLines = seed
  .split('\n')
  .map((line) => line.replace(/^\d\.jpg|^\s*•/u, '').trim())
  .filter((line) => line !== '');
const headline = seedLines.findIndex((line) => line.startsWith('USTB Signed'));
const credits = seedLines.findIndex((line) => line.startsWith('Draft'));

/** What the page's own script or styles may do to words: capitals, white space. */
const fold = (text: string) => text.replace(/\s+/gu, ' ').trim();

function expectInOrder(seen: string, lines: readonly string[]): void {
  let from = 0;
  for (const line of lines) {
    const place = seen.indexOf(line, from);
    expect(place, line).toBeGreaterThanOrEqual(from);
    from = place + line.length;
  }
}

describe('the page of the first story', () => {
  test.each([
    { name: 'with scripts', hasScript: true },
    { name: 'without scripts', hasScript: false },
  ])(
    '$name shows the text of its source in order: tagline, headline, paragraphs and captions',
    async (options) => {
      const { page, troubles } = await reader.open(url, options);
      const seen = fold(await page.locator('body').innerText());
      expectInOrder(seen, [seedLines.slice(0, headline).join(' '), ...seedLines.slice(headline, credits)]);
      expect(troubles).toEqual([]);
    },
  );

  test('shows who wrote and who revised it, its topic, its date and its views, each under its name', async () => {
    const { page } = await reader.open(url);
    const facts = fold(await page.locator('.article-head').innerText());
    for (const words of [
      /Draft:? YANG Lindi/iu,
      /Revision:? CHENG Mingyuan/iu,
      /University News/iu,
      /Date:? January 2, 2024/iu,
      /Views:? [\d,]+/iu,
    ]) {
      expect(facts).toMatch(words);
    }
  });

  test('keeps the place of each photograph before it is loaded', async () => {
    const { page } = await reader.open(url);
    await page.route(/\.(?:avif|webp|jpg)$/u, (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    const heights = await page
      .locator('.body .figure-link')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    expect(heights).toHaveLength(6);
    expect(Math.min(...heights)).toBeGreaterThan(100);
  });

  test('shows its six photographs, each with its caption below it, when a reader comes to them', async () => {
    const { page, troubles } = await reader.open(url);
    const figures = page.locator('main figure:has(figcaption)');
    expect(await figures.count()).toBe(6);
    for (const figure of await figures.all()) {
      const image = figure.locator('img');
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth))
        .toBeGreaterThan(300);
      const picture = await image.boundingBox();
      const caption = await figure.locator('figcaption').boundingBox();
      if (picture === null || caption === null) throw new Error('A photo or its caption is not shown.');
      expect(caption.y).toBeGreaterThanOrEqual(picture.y + picture.height - 1);
    }
    expect(troubles).toEqual([]);
  });
});
