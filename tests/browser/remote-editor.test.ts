/** The editor of a published site, as a newsroom uses it without a preview: on the site, over a repository of real git. */

import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GitRepository } from '../assets/stores/git-repository.ts';
import { githubKind } from '../assets/stores/github-server.ts';
import { HostPages, type HostServer, startHost, token } from '../assets/stores/host-server.ts';
import { runNewsHere } from '../builds/generator.ts';
import { goodFrontMatter, photo, siteYaml, story } from '../builds/temporary-content.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWindow, openWindow } from './browser-window.ts';
import { dropFiles } from './drop-files.ts';
import { beginIllustratedStory, droppedNames, tab, text } from './illustrated-story.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

const fair = 'articles/2024/fair/index.md';
const fairText = story(
  goodFrontMatter,
  'Two  spaces stand here.\n\n![A lake](lake.jpg "The lake"){credit="LI Hua"}\n\nThe end.',
);
const hostile = story(
  'title: "<img src=x onerror=alert(1)>"\ndate: 2024-05-06\ntopics: [Research]\ndraft: true',
  '<script>alert(1)</script>\n\n[x](javascript:alert(1))',
);

let folder: string;
let repository: GitRepository;
let pages: HostPages;
let host: HostServer;
let site: FolderServer;
let windows: BrowserWindow[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-remote-'));
  repository = await GitRepository.create({ 'README.md': 'A newsroom' });
  pages = new HostPages(repository);
  host = await startHost(githubKind(pages));
  const editor = `editor: {host: github, repository: newsroom/site, api: "${host.api}"}\n`;
  await repository.change('main', {
    'content/site.yaml': siteYaml + editor,
    [`content/${fair}`]: fairText,
    'content/articles/2024/fair/lake.jpg': await photo(),
    'content/articles/2024/secret/index.md': story(
      'title: A secret prize\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: WU Secret}\nembargoUntil: 2199-01-01',
      'Nobody may know.',
    ),
  });
  await build('main');
  // A stranger's pull request.
  await repository.git(['branch', 'story/2024-hostile', 'main']);
  await repository.change('story/2024-hostile', { 'content/articles/2024/hostile/index.md': hostile });
  pages.add('story/2024-hostile', 'main', '"><script>alert(1)</script>', false);
  site = await serveFolder(path.join(folder, '_site'));
});

afterEach(async () => {
  await Promise.all(windows.map((window) => window.release()));
  windows = [];
  expect(host.faults).toEqual([]);
});

afterAll(async () => {
  await site.close();
  await host.close();
  await repository.remove();
  await rm(folder, { recursive: true });
});

/** Checks a branch out and builds it, as CI does. */
async function build(branch: string): Promise<string> {
  const copy = await mkdtemp(path.join(folder, 'checkout-'));
  const archive = await repository.run(['archive', '--format=tar', '-o', path.join(copy, 'all.tar'), branch]);
  expect(archive.code, archive.errors).toBe(0);
  const { execFileSync } = await import('node:child_process');
  execFileSync('tar', ['xf', 'all.tar'], { cwd: copy });
  const run = await runNewsHere(['build', '--content', 'content', '--output', path.join(copy, '_site')], {
    cwd: copy,
  });
  expect(run.code, run.stderr).toBe(0);
  await cp(path.join(copy, '_site'), path.join(folder, '_site'), { recursive: true, force: true });
  return path.join(copy, '_site');
}

async function open(hash = '', widthPx = 1440): Promise<{ page: Page; troubles: string[]; asked: string[] }> {
  const window = await openWindow({ hasScript: true, isTouch: false });
  windows.push(window);
  const { page } = window;
  await page.setViewportSize({ width: widthPx, height: 900 });
  const troubles: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('404'))
      troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(`${site.origin}/admin/${hash}`);
  return { page, troubles, asked };
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Token of GitHub').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Test News' }).waitFor();
  await page.locator('.stories li').first().waitFor();
}

async function signInToStory(page: Page): Promise<void> {
  await page.getByLabel('Token of GitHub').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => page.locator('main').getAttribute('data-findings')).not.toBeNull();
}

const status = (page: Page) => page.locator('.status').innerText();

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => status(page)).toBe('Saved');
}

describe('the editor of a published site', () => {
  test('writes a story with six photos and a gallery, sends it, and what was sent builds', async () => {
    const { page, troubles, asked } = await open();
    await signIn(page);
    await beginIllustratedStory(page);
    await tab(page, 'details');
    await page.getByLabel('Draft', { exact: true }).uncheck();
    await page.getByText('When it appears').click();
    await page.locator('#field-publishAt').fill('2024-06-04');
    await page.locator('#field-publishAt-time').fill('08:00');
    await page.locator('#field-publishAt-time').blur();
    await tab(page, 'page');
    // The real page beside it, with photos that are nowhere but in this browser.
    const frame = page.frameLocator('.stage iframe').last();
    await expect.poll(() => frame.locator('article figure').count()).toBeGreaterThanOrEqual(6);
    await expect
      .poll(() =>
        frame
          .locator('article figure img')
          .first()
          .evaluate((one) => 'naturalWidth' in one && one.naturalWidth),
      )
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Send for review' }).click();
    const sent = page.getByRole('link', { name: 'Sent for review' });
    await sent.waitFor();
    expect(await sent.getAttribute('href')).toContain('/pull/');
    expect(pages.requests.slice(1)).toEqual([
      expect.objectContaining({
        branch: 'story/2024-a-bridge-of-bamboo',
        title: 'A Bridge of Bamboo',
        isDraft: false,
      }),
    ]);
    const output = await build('story/2024-a-bridge-of-bamboo');
    const html = await readFile(path.join(output, '2024/06/a-bridge-of-bamboo/index.html'), 'utf8');
    for (const [index] of droppedNames.entries()) expect(html).toContain(`Caption number ${index + 1}`);
    expect(await pages.merge('story/2024-a-bridge-of-bamboo')).toBe(true);

    // A day later it is translated and corrected, on a branch anew.
    await page.reload();
    await page.getByRole('button', { name: 'Translate: 中文' }).click();
    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => page.getByRole('link', { name: '中文' }).count()).toBe(1);
    await tab(page, 'details');
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('button', { name: 'Add: corrections' }).click();
    await page.locator('#field-corrections-0-text').fill('An earlier version gave: a wrong name.');
    await page.locator('#field-corrections-0-text').blur();
    await page.getByRole('button', { name: 'Send for review' }).click();
    await sent.waitFor();
    expect(pages.requests.slice(1).map(({ state }) => state)).toEqual(['merged', 'open']);
    const branch = 'story/2024-a-bridge-of-bamboo';
    expect(await repository.changedPaths('main', branch)).toEqual([
      'content/articles/2024/a-bridge-of-bamboo/index.md',
      'content/articles/2024/a-bridge-of-bamboo/index.zh.md',
    ]);
    const corrected = path.join(await build(branch), '2024/06/a-bridge-of-bamboo/index.html');
    expect(await readFile(corrected, 'utf8')).toContain('An earlier version gave: a wrong name.');
    expect(troubles).toEqual([]);
    // The token went to the host, and nothing anywhere else.
    expect([...new Set(asked)].sort()).toEqual([new URL(host.api).origin, site.origin].sort());
  });

  test('keeps every byte, changes one line alone, and shows both versions when a colleague was faster', async () => {
    const { page, troubles } = await open(`#/${fair}`);
    await signInToStory(page);
    await save(page);
    expect(await repository.head('story/2024-fair')).toBeUndefined();
    await tab(page, 'details');
    await page.getByLabel('Title (required)').fill('Another headline');
    await page.getByLabel('Title (required)').blur();
    await save(page);
    const mine = fairText.replace('A good story', 'Another headline');
    expect(await repository.text('story/2024-fair', `content/${fair}`)).toBe(mine);
    await repository.change('story/2024-fair', {
      [`content/${fair}`]: mine.replace('The end.', 'Their end.'),
    });
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('My end.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect
      .poll(() => dialog.locator('mark').allInnerTexts())
      .toEqual(
        expect.arrayContaining([expect.stringContaining('My end.'), expect.stringContaining('Their end.')]),
      );
    await dialog.getByRole('button', { name: 'Save mine over it' }).click();
    await expect.poll(() => repository.text('story/2024-fair', `content/${fair}`)).toContain('My end.');
    expect(troubles).toEqual([]);
  });

  test('checks while one types, with a button that fixes', async () => {
    const { page } = await open(`#/${fair}`);
    await signInToStory(page);
    await tab(page, 'check');
    const slip = page.locator('.problems li', { hasText: 'double-space' });
    await slip.getByRole('button', { name: 'Fix' }).click();
    await expect.poll(() => text(page).innerText()).toContain('Two spaces stand here.');
    await expect.poll(() => slip.count()).toBe(0);
    // Saved for those that come after.
    await save(page);
  });

  test('goes on without a connection, says so, keeps what was typed, and sends it later', async () => {
    const { page } = await open(`#/${fair}`);
    await signInToStory(page);
    host.isGone = true;
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Written on a train.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => status(page)).toContain('Not connected');
    // What was asked meanwhile is sent by itself when the connection is back.
    host.isGone = false;
    await expect
      .poll(() => repository.text('story/2024-fair', `content/${fair}`))
      .toContain('Written on a train.');
    await expect.poll(() => status(page)).toBe('Saved');
  });

  test('loses neither text nor photos that were not saved when its tab is closed', async () => {
    const { page } = await open(`#/${fair}`);
    await signInToStory(page);
    await dropFiles(text(page), [{ name: 'Ship.jpg', bytes: await photo(640) }]);
    await expect.poll(() => text(page).innerText()).toContain('ship.jpg');
    await expect.poll(() => status(page)).toContain('Not saved yet');
    page.on('dialog', (dialog) => void dialog.accept());
    // Kept a moment after the last letter.
    await expect
      .poll(() =>
        page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('news-unsent:'))),
      )
      .toBe(true);
    await page.reload();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    expect(await text(page).innerText()).toContain('ship.jpg');
    await tab(page, 'photos');
    expect(await page.locator('.photos li', { hasText: 'ship.jpg' }).innerText()).toContain('640 ×');
    await save(page);
    expect(await repository.bytes('story/2024-fair', 'content/articles/2024/fair/ship.jpg')).toBeDefined();
  });

  test('refuses a wrong token, and says why; a right one stays in the tab alone', async () => {
    // A link that brings a token along, which no sign-in of this tab has asked for.
    const { page } = await open(`#token=${token}&state=guessed`);
    await page.getByLabel('Token of GitHub').waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.getByLabel('Token of GitHub').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.getByRole('status').innerText()).toContain('does not take this token');
    expect(await axeFindings(page)).toEqual([]);
    await signIn(page);
    expect(
      await page.evaluate(() => [localStorage.getItem('news-token'), sessionStorage.getItem('news-token')]),
    ).toEqual([null, token]);
    expect(await page.content()).not.toContain(token);
    await page.reload();
    await page.locator('.stories li').first().waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Token of GitHub').waitFor();
    expect(
      await page.evaluate(async () => [
        sessionStorage.length,
        (await caches.keys()).filter((one) => one.startsWith('news-editor:')),
      ]),
    ).toEqual([0, []]);
  });

  test('runs nothing of a stranger, and is without faults of accessibility in light and dark, wide and narrow', async () => {
    for (const [colorScheme, widthPx] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      const { page, troubles } = await open('', widthPx);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      await page.emulateMedia({ colorScheme });
      await signIn(page);
      expect(await page.locator('.stories').innerText()).toContain('<img src=x onerror=alert(1)>');
      expect(await axeFindings(page), `${colorScheme} list`).toEqual([]);
      await page.getByRole('link', { name: '<img src=x' }).click();
      await expect.poll(() => page.locator('main').getAttribute('data-findings')).not.toBeNull();
      for (const name of ['details', 'photos', 'check']) {
        await tab(page, name);
        expect(await axeFindings(page, { without: ['frame-tested'] }), `${colorScheme} ${name}`).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widthPx);
      expect(dialogs).toEqual([]);
      expect(troubles).toEqual([]);
    }
  });

  test('is found by nobody who does not know it, and tells nothing that is not published', async () => {
    const published = path.join(folder, '_site');
    const page = await readFile(path.join(published, 'admin/index.html'), 'utf8');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain(`connect-src 'self' blob: ${new URL(host.api).origin};`);
    expect(await readFile(path.join(published, 'sitemap.xml'), 'utf8')).not.toContain('admin');
    const facts = await readFile(path.join(published, 'admin/site.json'), 'utf8');
    expect(facts).toContain('A good story');
    expect(facts).not.toMatch(/secret|prize/iu);
  });
});
