/**
 * Every kind of page has nothing that axe finds (WCAG 2.2 and its own advice) in light, in dark and at 200 % zoom; one
 * headline, headings in order, and the landmarks by which screen readers move.
 */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { kindsOfPages } from './kinds-of-pages.ts';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

/** What may change with the colours, and with the size of the window; all other rules see the same page. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const sizeRules = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'meta-viewport'];

/** As for a reader who has come to the end: what is far below is not laid out before, and axe reads sizes. */
const layOutAll = (page: Page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *'))
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  });

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test.each(kindsOfPages(inject('demoSite')))('%s', async (url) => {
  const { page } = await reader.open(url, { widthPx: 1280, heightPx: 900 });
  await layOutAll(page);
  expect(await axeFindings(page), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page, { rules: colourRules }), 'dark').toEqual([]);

  // A window of 1280 px at 200 % is one of 640, at 400 % one of 320: nothing may need a second direction of scrolling.
  await page.setViewportSize({ width: 640, height: 450 });
  expect(await axeFindings(page, { rules: sizeRules }), '200 %').toEqual([]);
  expect(await widthOf(page)).toBeLessThanOrEqual(640);
  await page.setViewportSize({ width: 320, height: 450 });
  expect(await widthOf(page)).toBeLessThanOrEqual(320);

  const levels = await page
    .locator(':is(h1, h2, h3, h4):visible')
    .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 1), `heading ${index + 1}`).toBeLessThanOrEqual(1);
  for (const landmark of ['banner', 'main', 'contentinfo'] as const)
    expect(await page.getByRole(landmark).count(), landmark).toBe(1);
});
