/** `news build --portable`: the copy in Chromium, from disk, with no server at all. */

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runNewsHere } from '../builds/generator.ts';
import { chromiumFlags, chromiumPath } from './chromium-path.ts';

// A folder with characters that addresses write in another way.
const world = mkdtempSync(path.join(os.tmpdir(), 'news portable #1 é-'));
const copy = path.join(world, 'moved copy');
let browser: Browser;

beforeAll(async () => {
  const options = ['--content', inject('demoContent'), '--output', path.join(world, '_site')];
  const { code, said } = await runNewsHere(['build', '--portable', ...options]);
  expect(said).toContain('A copy that opens from disk is in');
  expect(code).toBe(0);
  // As the artifact of a pull request is unpacked somewhere else.
  cpSync(path.join(world, '_portable'), copy, { recursive: true });
  browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: [...chromiumFlags] });
});
afterAll(async () => {
  await browser.close();
  rmSync(world, { recursive: true, force: true });
});

async function open(file: string): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce' });
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('requestfailed', (request) => {
    // What was on its way when the reader went on.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/u.test(request.url())) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(path.join(copy, file)).href);
  return { page, troubles };
}

const story = '2024/01/ustb-puth-agreement/index.html';

describe('a copy that opens from disk', () => {
  test('shows its pages with their photos, their type and their links', async () => {
    const { page, troubles } = await open('index.html');
    for (const image of await page.locator('main img').all()) await image.scrollIntoViewIfNeeded();
    const unseen = () =>
      page.evaluate(() =>
        [...document.images].filter((one) => one.naturalWidth === 0).map((one) => one.currentSrc),
      );
    await expect.poll(unseen).toEqual([]);
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((face) => face.status === 'loaded').map(({ family }) => family);
    });
    expect(faces.join(' ')).toMatch(/Newsreader/u);
    await page.locator('.footer a[href$="about/index.html"]').first().click();
    await page.locator('main h1').waitFor();
    await page.goto(pathToFileURL(path.join(copy, story)).href);
    expect(await page.locator('h1').innerText()).toContain('USTB Signed');
    await page.locator('.languages a').first().click();
    await page.waitForURL(/\/zh\/(?:.*\/)?index\.html$/u);
    expect(troubles).toEqual([]);
  });

  test('has the viewer of photos and the switch of the look', async () => {
    const { page, troubles } = await open(story);
    await page.locator('a[data-viewer]').first().click();
    await page.locator('dialog.viewer[open]').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await page.locator('dialog.viewer[open]').waitFor({ state: 'hidden' });
    expect(troubles).toEqual([]);
  });

  test('searches, in English and in Chinese, and its results lead to the stories', async () => {
    const { page, troubles } = await open('search/index.html');
    await page.locator('#search-words').fill('bicycles');
    const result = page.locator('.search-results .story-title a');
    await result.first().waitFor();
    await result.first().click();
    await page.waitForURL(/bicycle.*\/index\.html$/u);
    await page.goto(pathToFileURL(path.join(copy, 'zh/search/index.html')).href);
    await page.locator('#search-words').fill('自行车');
    await result.first().waitFor();
    expect(troubles).toEqual([]);
  });

  test('links to nothing that is not there, on no page', () => {
    const pages = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(100);
    const missing = pages.flatMap((file) => {
      const base = pathToFileURL(path.join(copy, file)).href;
      const links = readFileSync(path.join(copy, file), 'utf8').matchAll(/\s(?:href|src)="([^"#]+)[^"]*"/gu);
      return [...links]
        .map(([, link = '']) => new URL(link.replaceAll('&amp;', '&'), base))
        .filter(({ protocol }) => protocol === 'file:')
        .filter((url) => !existsSync(new URL(url.pathname, url)) || url.pathname.endsWith('/'))
        .map((url) => `${file}: ${url.href.slice(pathToFileURL(copy).href.length)}`);
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  test('is not published, and takes the place of nothing but itself', async () => {
    expect(readdirSync(copy)).not.toContain('manifest.json');
    const elsewhere = path.join(world, 'elsewhere');
    cpSync(path.join(world, '_site'), path.join(elsewhere, '_site'), { recursive: true });
    cpSync(inject('demoContent'), path.join(elsewhere, '_portable'), { recursive: true });
    writeFileSync(path.join(elsewhere, '_portable', 'mine.txt'), 'mine');
    const options = ['--content', inject('demoContent'), '--output', path.join(elsewhere, '_site')];
    const { code, said } = await runNewsHere(['build', '--portable', ...options]);
    expect(said).toContain('is no copy of a site that this command has made');
    expect(code).not.toBe(0);
    expect(readFileSync(path.join(elsewhere, '_portable', 'mine.txt'), 'utf8')).toBe('mine');
  });
});
