/** The preview as an editor uses it: the toolbar on the page, edits that appear, mistakes that are shown and fixed. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../builds/run-news.ts';
import {
  goodFrontMatter,
  photo,
  siteYaml,
  story,
  type TemporaryContent,
  temporaryContent,
} from '../builds/temporary-content.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWindow, openWindow } from './browser-window.ts';

const fair = 'articles/2024/fair/index.md';
const paragraphs = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} of a long story.`);
const longText = paragraphs.join('\n\n');
const figure = '![A lake](lake.jpg "The lake"){credit="LI Hua"}';
const fairText = story(goodFrontMatter, `${figure}\n\n${longText}`);
const slips = 'articles/2024/slips/index.md';
const slipsText = story(
  goodFrontMatter.replace('A good story', 'Slips'),
  'Two  spaces stand here.\n\n![](lake.jpg)',
);

let content: TemporaryContent;
let server: ChildProcess;
let origin: string;
let windows: BrowserWindow[] = [];

beforeAll(async () => {
  content = await temporaryContent({
    [fair]: fairText,
    'articles/2024/fair/lake.jpg': await photo(),
    'articles/2024/plan/index.md': story(
      `${goodFrontMatter.replace('A good story', 'A plan')}\ndraft: true\nembargoUntil: 2199-03-05T09:00:00+08:00`,
      'Not yet.',
    ),
    [slips]: slipsText,
    'articles/2024/slips/lake.jpg': await photo(400, 300),
  });
  server = spawn(
    process.execPath,
    [path.join(root, 'src/cli/launch.cjs'), 'preview', '--content', 'content', '--port', '0'],
    { cwd: content.folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  origin = await addressOf(server);
});

afterEach(async () => {
  await Promise.all(windows.map((window) => window.release()));
  windows = [];
});

afterAll(async () => {
  server.kill('SIGINT');
  await content.remove();
});

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /http:\/\/localhost:\d+/u.exec(said)?.[0];
      if (address !== undefined) resolve(address.replace('localhost', '127.0.0.1'));
    });
    stderr?.on('close', () => reject(new Error(said)));
  });
}

interface OpenOptions {
  readonly widthPx?: number;
  readonly hasScript?: boolean;
  /** What is to be done with the page before it loads. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

async function open(
  url: string,
  { widthPx = 1440, hasScript = true, prepare }: OpenOptions = {},
): Promise<{ page: Page; troubles: string[] }> {
  const window = await openWindow({ hasScript, isTouch: false });
  windows.push(window);
  const { page } = window;
  await page.setViewportSize({ width: widthPx, height: 800 });
  await prepare?.(page);
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(origin + url);
  return { page, troubles };
}

const count = (page: Page) => page.locator('.count');

describe('the toolbar', () => {
  test('counts and lists what is wrong with the page, with links that open the line', async () => {
    const { page, troubles } = await open('/2024/05/slips/');
    await expect.poll(() => count(page).innerText()).toMatch(/^\d warnings$/u);
    await page.getByRole('button', { name: 'warnings' }).click();
    const panel = page.locator('.panel');
    expect(await panel.innerText()).toContain(
      'The photo lake.jpg has no description for readers who cannot see it, and no caption.',
    );
    const link = panel.locator('li', { hasText: 'double-space' }).getByRole('link');
    expect(await link.getAttribute('href')).toBe(
      `vscode://file${path.join(content.folder, 'content', slips)}:8:4`,
    );
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toMatch(
      /warnings/u,
    );
    expect(troubles).toEqual([]);
  });

  test('leaves the page when it is told to, and comes back', async () => {
    const { page } = await open('/2024/05/slips/');
    await expect.poll(() => count(page).innerText()).toMatch(/warnings/u);
    await page.getByRole('button', { name: 'Hide the toolbar' }).click();
    expect(await page.locator('.strip').isVisible()).toBe(false);
    await page.reload();
    await page.getByRole('button', { name: 'Show the toolbar' }).click();
    expect(await page.locator('.strip').isVisible()).toBe(true);
  });

  test('hides nothing of the page at its end, on a telephone too', async () => {
    for (const widthPx of [390, 1440]) {
      const { page } = await open('/2024/05/fair/', { widthPx });
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const foot = await page.locator('footer').last().boundingBox();
      const strip = await page.locator('.strip').boundingBox();
      expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual((strip?.y ?? 0) + 1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widthPx);
    }
  });

  test('shows the card of a link and the entry of the feeds', async () => {
    const { page, troubles } = await open('/2024/05/fair/');
    await page.getByRole('button', { name: 'Card and feed' }).click();
    const card = page.locator('.card');
    expect(await card.innerText()).toMatch(/news\.example\.edu\s+A good story\s+Paragraph 0/u);
    await expect
      .poll(() =>
        card.locator('img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
      )
      .toBe(900);
    expect(await page.locator('.entry').innerText()).toContain('YANG Lindi · May 6, 2024 · Research');
    // Its HTML is set as such, which the site's own policy of Trusted Types would forbid.
    const whole = page.locator('.entry-body');
    await page.getByText('The whole entry').click();
    await expect.poll(() => whole.innerText()).toContain('Paragraph 59 of a long story.');
    expect(await whole.locator('figure img').getAttribute('src')).toMatch(/^\/(?!\/)/u);
    expect(troubles).toEqual([]);
  });

  test('has no accessibility faults', async () => {
    const { page } = await open('/2024/05/slips/');
    await expect.poll(() => count(page).innerText()).toMatch(/warnings/u);
    await page.getByRole('button', { name: 'warnings' }).click();
    expect(await axeFindings(page, { within: 'news-toolbar' })).toEqual([]);
  });
});

describe('the page of all components', () => {
  test('has no accessibility faults, in light and in dark', async () => {
    const { page, troubles } = await open('/templates/');
    expect(troubles).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // A component stands here in several states, and each brings the landmark that a page has once.
      const faults = await axeFindings(page, { without: ['landmark-unique'] });
      expect(faults, colorScheme).toEqual([]);
    }
  });
});

describe('the gallery of themes', () => {
  test('shows the site in six, each with the lines that make it so', async () => {
    const { page, troubles } = await open('/themes/');
    const frames = page.locator('iframe');
    expect(await frames.count()).toBe(6);
    // They are made one after the other: two tell enough.
    for (const [index, font] of [
      [0, 'Source Serif 4'],
      [1, 'Literata'],
    ] as const) {
      await frames.nth(index).scrollIntoViewIfNeeded();
      const inside = frames.nth(index).contentFrame();
      await inside.getByText('A good story').first().waitFor();
      const family = await inside.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
      expect(family).toContain(font);
    }
    expect(await page.locator('pre').first().textContent()).toContain('accent: "#0b3d91"');
    expect(await axeFindings(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('is walked through in the theme, with photos, fonts and scripts', async () => {
    const { page, troubles } = await open('/themes/harbour/');
    await page.getByRole('link', { name: 'A good story' }).first().click();
    await page.waitForURL('**/themes/harbour/2024/**');
    await expect
      .poll(() =>
        page
          .locator('.article img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0);
    expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4"'))).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('has no theme of another name', async () => {
    const { page } = await open('/themes/nowhere/');
    expect(await page.title()).toContain('This page is not here');
  });
});

describe('a story that is not public', () => {
  test('says all that holds it back, and until when, without script too', async () => {
    const { page } = await open('/2024/05/plan/', { hasScript: false });
    const banner = await page.locator('.banner').innerText();
    expect(banner).toContain('Draft: it is not published until draft is taken out');
    expect(banner).toContain('before 5 March 2199, 09:00 (Asia/Shanghai)');
  });
});

describe('an edit', () => {
  // Whatever became of a test, the next one finds the site as it was.
  afterEach(async () => {
    for (const [file, text] of [
      [fair, fairText],
      [slips, slipsText],
      ['site.yaml', siteYaml],
    ] as const)
      if ((await readFile(path.join(content.folder, 'content', file), 'utf8')) !== text)
        await content.write(file, text);
    await rm(path.join(content.folder, 'content/articles/2025'), { recursive: true, force: true });
  });

  test('appears, and the page stays where it was scrolled to', async () => {
    const { page } = await open('/2024/05/fair/');
    await page.evaluate(() => window.scrollTo(0, 1500));
    await content.write(fair, fairText.replace('Paragraph 40 of', 'Sentence 40 of'));
    await page.getByText('Sentence 40 of').waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(1500);
  });

  test('that fixes a mistake takes it from the list', async () => {
    const { page } = await open('/2024/05/slips/');
    await expect.poll(() => count(page).innerText()).toMatch(/warnings/u);
    await page.getByRole('button', { name: 'warnings' }).click();
    const slip = page.locator('.panel li', { hasText: 'double-space' });
    await slip.waitFor();
    await content.write(slips, slipsText.replace('Two  spaces', 'Two spaces'));
    // The other mistakes stay: an empty list would only be one that has not come yet.
    await expect
      .poll(async () => (await page.locator('.panel li').count()) > 0 && (await slip.count()) === 0)
      .toBe(true);
  });

  test('with an error leaves the last good page, says so everywhere, and is taken when it is fixed', async () => {
    const { page } = await open('/2024/05/fair/');
    const { page: home } = await open('/');
    await content.write(fair, fairText.replace('title:', 'titel:').replace('Paragraph 0', 'Never shown'));
    await expect.poll(() => count(page).innerText()).toMatch(/error/u);
    await expect.poll(() => count(home).innerText()).toMatch(/error/u);
    await page.getByRole('button', { name: 'error' }).click();
    expect(await page.locator('.panel').innerText()).toContain('titel');
    expect(await page.getByText('Paragraph 0 of a long story.').first().isVisible()).toBe(true);
    await content.write(fair, fairText.replace('Paragraph 0', 'Fixed 0'));
    await page.getByText('Fixed 0').first().waitFor();
    await expect.poll(() => count(page).innerText()).not.toMatch(/error/u);
  });

  test('with an error in another file is listed below what is wrong with the page itself', async () => {
    const { page } = await open('/2024/05/slips/');
    await content.write(fair, fairText.replace('title:', 'titel:'));
    await expect.poll(() => count(page).innerText()).toMatch(/error/u);
    await page.getByRole('button', { name: 'error' }).click();
    expect(await page.locator('.panel h2').allInnerTexts()).toEqual([
      'On this page',
      'Errors in other files',
    ]);
    await content.write(slips, `${slipsText}\n\n[nowhere](../gone/index.md)\n`);
    // Errors come first, wherever in the story they stand.
    await expect.poll(() => page.locator('.panel li').first().getAttribute('class')).toBe('error');
    expect(await page.locator('.panel li').first().innerText()).toContain('broken-link');
  });

  test('that is saved before the page has asked to be told of edits is told', async () => {
    let connect = (): void => undefined;
    const connected = new Promise<void>((resolve) => {
      connect = resolve;
    });
    const { page } = await open('/', {
      prepare: (one) =>
        one.route('**/changes?*', async (route) => {
          await connected;
          await route.continue();
        }),
    });
    await content.write(fair, fairText.replace('title:', 'titel:'));
    await expect
      .poll(async () => (await fetch(`${origin}/.news/report.json?page=/`)).text())
      .toContain('titel');
    connect();
    await expect.poll(() => count(page).innerText()).toMatch(/error/u);
  });

  test('of a setting that cannot be read leaves the whole site as it was', async () => {
    const { page } = await open('/');
    await content.write('site.yaml', siteYaml.replace('timeZone: Asia/Shanghai', 'timeZone: Nowhere'));
    await expect.poll(() => count(page).innerText()).toMatch(/error/u);
    expect((await page.goto(`${origin}/2024/05/fair/`))?.status()).toBe(200);
    await content.write('site.yaml', siteYaml);
    await expect.poll(() => count(page).innerText()).not.toMatch(/error/u);
  });

  test('may add a story and take it away', async () => {
    const { page } = await open('/');
    const file = 'articles/2025/new/index.md';
    await content.write(file, story(goodFrontMatter.replace('A good story', 'News of today'), 'Text.'));
    await page.getByText('News of today').first().waitFor();
    await rm(path.join(content.folder, 'content/articles/2025'), { recursive: true });
    await expect.poll(() => page.getByText('News of today').count()).toBe(0);
  });
});

describe('the server', () => {
  test('answers nobody who calls it by another name than this computer’s', async () => {
    const port = Number(new URL(origin).port);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port, headers: { host: 'news.attacker.example' } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });
});
