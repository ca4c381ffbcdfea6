/** The viewer as readers use it: by keyboard, by finger, from a link, and without scripts. */

import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { startReader } from './reader.ts';
import { type Finger, startTouch } from './touch.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const url = '/2025/12/twelve-months-twelve-pictures/';
const count = 12;
const widthsPx = [390, 820, 1440];

const isOpen = (page: Page) =>
  page.locator('dialog.viewer').evaluate((dialog) => dialog.hasAttribute('open'));
const counter = (page: Page) => page.locator('.viewer-counter').textContent();
const hash = (page: Page) => page.evaluate(() => location.hash);
const scale = (page: Page) =>
  page
    .locator('.viewer-slide:not([inert]) .viewer-image')
    .evaluate((image) => new DOMMatrix(getComputedStyle(image).transform).a);

/** The page with its viewer at hand. */
async function openPage(options: Parameters<typeof reader.open>[1], address = url) {
  const visit = await reader.open(address, options);
  await visit.page.waitForFunction(() => document.querySelector('link[href*="viewer"][rel=stylesheet]'));
  return visit;
}

/** What a gesture or a key leads to comes when the page has had its turn. */
const becomes = (page: Page, number: number) => expect.poll(() => counter(page)).toBe(`${number} / ${count}`);
const zoomsTo = (page: Page, wanted: number) => expect.poll(() => scale(page)).toBeCloseTo(wanted, 1);
const closes = (page: Page) =>
  expect.poll(async () => [await hash(page), await isOpen(page)]).toEqual(['', false]);

async function openPhoto(page: Page, number: number) {
  await page.locator(`a[data-viewer="${number}"]`).click();
  await page.waitForSelector('.viewer-slide');
}

describe.each(widthsPx)('the viewer, %i px wide', (widthPx) => {
  test('opens, steps and closes by keyboard, and leads back to the photo seen last', async () => {
    const { page, troubles } = await openPage({ widthPx });
    const link = page.locator('a[data-viewer="3"]');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.viewer-slide');
    await becomes(page, 3);
    for (const [key, expected] of [
      ['ArrowRight', 4],
      ['ArrowLeft', 3],
      ['End', count],
      ['ArrowRight', count],
      ['Home', 1],
      ['ArrowLeft', 1],
    ] as const) {
      await page.keyboard.press(key);
      await becomes(page, expected);
      expect(await hash(page), key).toBe(`#photo-${expected}`);
    }
    await page.keyboard.press('+');
    await zoomsTo(page, 1.5);
    await page.keyboard.press('ArrowRight');
    expect(await counter(page)).toBe(`1 / ${count}`);
    await page.keyboard.press('-');
    await zoomsTo(page, 1);
    await page.keyboard.press('Escape');
    await closes(page);
    // At the photo that was seen last; where that is the one it was opened at, nothing moves.
    const seen = page.locator('a[data-viewer="1"]');
    expect(await seen.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await seen.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    await link.focus();
    const here = await page.evaluate(() => scrollY);
    await page.keyboard.press('Enter');
    await becomes(page, 3);
    await page.keyboard.press('Escape');
    await closes(page);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(here);
    expect(troubles).toEqual([]);
  });

  test('follows fingers: swipes, pinches, double taps, and is thrown away downwards', async () => {
    const { page } = await openPage({ widthPx, isTouch: true });
    await openPhoto(page, 2);
    const touch = await startTouch(page);
    const [x, y] = [widthPx / 2, 350];
    const swipe = (dx: number, dy = 0) => touch.move([{ x, y }], [{ x: x + dx, y: y + dy }]);
    await swipe(-0.4 * widthPx);
    await becomes(page, 3);
    await swipe(0.4 * widthPx);
    await becomes(page, 2);
    await swipe(-4);
    expect(await counter(page), 'a finger that trembles').toBe(`2 / ${count}`);

    const apart = (px: number): Finger[] => [
      { x: x - px, y },
      { x: x + px, y },
    ];
    await touch.move(apart(40), apart(120));
    await zoomsTo(page, 3);
    await swipe(-0.4 * widthPx);
    expect(await counter(page), 'one finger pans a zoomed photo').toBe(`2 / ${count}`);
    await touch.move(apart(120), apart(20));
    await zoomsTo(page, 1);

    await touch.doubleTap({ x, y });
    await zoomsTo(page, 2.5);
    await touch.doubleTap({ x, y });
    await zoomsTo(page, 1);

    await swipe(0, 300);
    await closes(page);
  });

  test('nothing of an article moves while its photos come', async () => {
    const { page } = await reader.open(url, { widthPx });
    const moved = await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      const shifts = await new Promise<PerformanceEntry[]>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({
          type: 'layout-shift',
          buffered: true,
        });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
      });
      return shifts
        .flatMap((shift) => ('sources' in shift && Array.isArray(shift.sources) ? shift.sources : []))
        .map(({ node }: { readonly node: Node | null }) => node)
        .filter((node) => node instanceof Element && node.closest('.article') !== null)
        .map((node) => (node instanceof Element ? node.className : ''));
    });
    expect(moved).toEqual([]);
  });
});

describe('a link to a photo', () => {
  test('opens it, and closing shows the page without it', async () => {
    const { page, troubles } = await openPage({}, `${url}#photo-5`);
    await page.waitForSelector('.viewer-slide');
    await becomes(page, 5);
    await page.locator('.viewer-close').click();
    await closes(page);
    expect(troubles).toEqual([]);
  });

  test('stays open when it is opened again before the page hears that it was closed', async () => {
    const { page } = await openPage({});
    await openPhoto(page, 7);
    await page.evaluate(() => {
      document.querySelector<HTMLDialogElement>('dialog.viewer')?.close();
      document.querySelector<HTMLAnchorElement>('a[data-viewer="3"]')?.click();
    });
    await becomes(page, 3);
    // The event of the first closing comes in a task of its own.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await isOpen(page)).toBe(true);
    expect(await hash(page)).toBe('#photo-3');
  });

  test('is closed by going back, and opened again by going forward', async () => {
    const { page } = await openPage({});
    await openPhoto(page, 7);
    expect(await hash(page)).toBe('#photo-7');
    await page.goBack();
    await closes(page);
    await page.goForward();
    await expect.poll(() => isOpen(page)).toBe(true);
    await becomes(page, 7);
  });
});

describe('what a reader is told', () => {
  test('axe finds nothing, with the viewer closed and open', async () => {
    const { page } = await openPage({ widthPx: 390 });
    expect(await axeFindings(page)).toEqual([]);
    await openPhoto(page, 1);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('the caption and the credit are those of the page, and each photo can be kept', async () => {
    const { page } = await openPage({});
    await openPhoto(page, 2);
    const [shown, own] = await Promise.all(
      ['.viewer-slide:not([inert]) figcaption', '#photo-2 figcaption'].map((place) =>
        page.locator(place).innerText(),
      ),
    );
    expect(shown).toBe(own);
    const spoken = await page.locator('.viewer-spoken').textContent();
    expect(spoken).toMatch(/^Photo 2 of 12: \S/u);
    const largest = await page.locator('a[data-viewer="2"]').getAttribute('href');
    expect(await page.locator('.viewer-download').getAttribute('href')).toContain(largest);
  });

  test('without scripts a photo’s link leads to its largest rendition, and the dialog is not there', async () => {
    const { page } = await reader.open(url, { hasScript: false });
    expect(await page.locator('dialog.viewer').isVisible()).toBe(false);
    const href = (await page.locator('a[data-viewer="1"]').getAttribute('href')) ?? '';
    const widest = /(\S+) \d+w$/u.exec(
      (await page.locator('#photo-1 img').getAttribute('srcset')) ?? '',
    )?.[1];
    expect(href).toBe(widest);
  });

  test('pages without photos load no viewer', async () => {
    const { page } = await reader.open('/topics/');
    expect(await page.locator('dialog.viewer, script[src*=viewer]').count()).toBe(0);
  });
});

describe('one photo for the press', () => {
  const story = '/2025/06/furnace-keeper/';

  async function openPanel(page: Page) {
    await openPhoto(page, 2);
    await page.locator('.viewer-press').click();
    await page.locator('.press-panel[open]').waitFor();
  }

  test('comes as its kit has it, with its caption, credit and terms to copy', async () => {
    const { page, troubles } = await openPage({ widthPx: 390 }, story);
    const fetched: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.zip')) fetched.push(String(response.status()));
    });
    await openPanel(page);
    await expect
      .poll(() => page.locator('.press-text').innerText())
      .toMatch(/^furnace-keeper-2\.jpg\nTapping/u);
    const text = await page.locator('.press-text').innerText();
    expect(text).toContain('Photo: QIAO Muyun');
    expect(text).toContain(`https://news.example.edu${story}`);
    expect(text).toContain('may be printed free of charge');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.press-original').click(),
    ]);
    expect(download.suggestedFilename()).toBe('furnace-keeper-2.jpg');
    const href = (await page.locator('.press-panel a').getAttribute('href')) ?? '';
    const kit = await JSZip.loadAsync(await (await fetch(reader.origin + href)).arrayBuffer());
    const own = await kit.file('furnace-keeper-2.jpg')?.async('nodebuffer');
    expect((await readFile(await download.path())).equals(own ?? Buffer.alloc(0))).toBe(true);
    // Never the whole kit.
    expect(new Set(fetched)).toEqual(new Set(['206']));
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.press-panel').isVisible()).toBe(false);
    expect(await isOpen(page)).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('is offered with all others where the host sends no parts of files', async () => {
    const { page } = await openPage({}, story);
    await page.route('**/*.zip', (request) => request.fulfill({ status: 200, body: 'PK' }));
    await openPanel(page);
    await page.locator('.press-panel a').waitFor();
    expect(await page.locator('.press-original').isVisible()).toBe(false);
    expect(await page.locator('.press-panel a').getAttribute('href')).toMatch(/-press\.zip$/u);
  });

  test('costs pages without a kit nothing', async () => {
    const { page } = await openPage({}, '/photos/');
    expect(await page.locator('.viewer-press, .press-panel').count()).toBe(0);
  });
});
