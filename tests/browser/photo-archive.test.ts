/** Looking for photos, with scripts and without. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const figures = (page: Page) =>
  page.locator('.photo-grid figure').evaluateAll((found) =>
    found.map((figure) => ({
      topics: figure.getAttribute('data-topic') ?? '',
      year: figure.getAttribute('data-year') ?? '',
      article: figure.querySelector('.caption-article')?.getAttribute('href') ?? '',
    })),
  );

async function choose(page: Page, filter: string, value: string) {
  await page.locator(`[data-filter=${filter}] summary`).click();
  await page.locator(`[data-filter=${filter}] a[data-value="${value}"]`).click();
}

describe('the archive of photos', () => {
  test('shows the newest first, each with the place in its article', async () => {
    const { page, troubles } = await reader.open('/photos/');
    const shown = await figures(page);
    expect(shown.length).toBeGreaterThan(30);
    const years = shown.map(({ year }) => Number(year));
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(shown.every(({ article }) => /^\/\d{4}\/\d\d\/[^#]+\/(?:#photo-\d+)?$/u.test(article))).toBe(true);
    expect(troubles).toEqual([]);
  });

  test.each([390, 640, 820, 1440])('has two photos in a line or more, at %i px', async (widthPx) => {
    const { page } = await reader.open('/photos/', { widthPx });
    const tops = await page
      .locator('.photo-grid figure')
      .evaluateAll((found) => found.map((figure) => Math.round(figure.getBoundingClientRect().top)));
    const lines = new Set(tops).size;
    expect(tops.length / lines).toBeGreaterThan(widthPx < 820 ? 1.9 : 2.2);
  });

  test('is filtered by links where there are no scripts', async () => {
    const { page } = await reader.open('/photos/', { hasScript: false });
    await choose(page, 'topic', 'art');
    await page.waitForURL('**/photos/topics/art/');
    const shown = await figures(page);
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.every(({ topics }) => topics.split(' ').includes('art'))).toBe(true);
  });

  test('joins two filters at once, keeps them in its address, and opens what it found', async () => {
    const { page, troubles } = await reader.open('/photos/topics/art/');
    const all = await figures(page);
    await choose(page, 'year', '2024');
    await page.waitForURL('**/photos/years/2024/?topic=art');
    const expected = all.filter(({ year }) => year === '2024');
    expect(expected.length).toBeGreaterThan(0);
    expect(await figures(page)).toEqual(expected);
    expect(await page.locator('.photo-count').innerText()).toMatch(new RegExp(`^${expected.length} `, 'u'));
    await page.locator('a[data-viewer="2"]').click();
    await page.waitForSelector('.viewer-slide');
    expect(await page.locator('.viewer-counter').textContent()).toBe(`2 / ${expected.length}`);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash === '');

    await page.reload();
    await page.waitForFunction(
      (count) => document.querySelectorAll('figure').length === count,
      expected.length,
    );
    await page.goBack();
    await page.waitForURL('**/photos/topics/art/');
    await page.waitForFunction((count) => document.querySelectorAll('figure').length === count, all.length);
    expect(troubles).toEqual([]);
  });
});
