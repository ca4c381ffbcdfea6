/** The editor as a newsroom uses it: a story from its headline to its correction, and texts that are never damaged. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runNewsHere } from '../builds/generator.ts';
import {
  goodFrontMatter,
  photo,
  story,
  type TemporaryContent,
  temporaryContent,
} from '../builds/temporary-content.ts';
import { makeDocx } from '../imports/word/make-docx.ts';
import { axeFindings } from './axe-findings.ts';
import { type BrowserWindow, openWindow } from './browser-window.ts';
import { dataTransfer, dropFiles } from './drop-files.ts';
import { beginIllustratedStory, tab, text } from './illustrated-story.ts';
import { type PreviewProcess, startPreview } from './preview-process.ts';

const fixture = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '../fixtures/editor', name), 'utf8');
const fair = 'articles/2024/fair/index.md';
const fairText = story(
  goodFrontMatter,
  'Two  spaces stand here.\n\n![A lake](lake.jpg "The lake"){credit="LI Hua"}\n\nThe end.',
);
const dialect = 'articles/2025/dialect/index.md';
const hostile = 'articles/2024/hostile/index.md';

let content: TemporaryContent;
let preview: PreviewProcess;
let windows: BrowserWindow[] = [];

beforeAll(async () => {
  content = await temporaryContent({
    [fair]: fairText,
    'articles/2024/fair/lake.jpg': await photo(),
    [dialect]: fixture('round-trip.md'),
    'articles/2025/dialect/a.jpg': await photo(600),
    'articles/2025/dialect/b.jpg': await photo(700),
    'articles/2024/windows/index.md': `\uFEFF${fairText.replace('A good story', 'From Windows').replaceAll('\n', '\r\n')}`,
    'articles/2024/windows/lake.jpg': await photo(),
    [hostile]: story(
      goodFrontMatter.replace('A good story', '"<img src=x onerror=alert(1)>"'),
      '<script>alert(1)</script>\n\n[x](javascript:alert(1))',
    ),
  });
  preview = await startPreview(content.folder);
});

afterEach(async () => {
  await Promise.all(windows.map((window) => window.release()));
  windows = [];
  await content.write(fair, fairText);
});

afterAll(async () => {
  await preview.stop();
  await content.remove();
});

async function open(file: string, widthPx = 1440): Promise<{ page: Page; troubles: string[] }> {
  const window = await openWindow({ hasScript: true, isTouch: false });
  windows.push(window);
  const { page } = window;
  await page.setViewportSize({ width: widthPx, height: 900 });
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${preview.origin}/admin/${file === '' ? '' : `#/${file}`}`);
  return { page, troubles };
}

const status = (page: Page) => page.locator('.status').innerText();
const saved = (file: string) => readFile(path.join(content.folder, 'content', file), 'utf8');

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => status(page)).toBe('Saved');
}

describe('a story', () => {
  test('is begun, illustrated, scheduled, translated, corrected and built', async () => {
    const { page, troubles } = await open('');
    await beginIllustratedStory(page);
    await tab(page, 'details');
    await page.getByText('When it appears').click();
    await page.locator('#field-publishAt').fill('2199-03-05');
    await page.locator('#field-publishAt-time').fill('08:00');
    await page.locator('#field-publishAt-time').blur();
    expect(await page.locator('.head-form').innerText()).toMatch(/Tuesday, March 5, 2199.*in 1\d\d years/u);
    await page.getByLabel('Draft', { exact: true }).uncheck();
    await save(page);
    const file = 'articles/2024/a-bridge-of-bamboo/index.md';
    expect(await saved(file)).toBe(
      `---\ntitle: A Bridge of Bamboo\ndate: 2024-06-03\ntopics: [Research]\npublishAt: 2199-03-05T08:00+08:00\n---\n\nStudents have built a bridge. It carries a lorry.\n\n${[
        'photo',
        'river-view',
        'lorry',
        'four',
        'five',
        'six',
      ]
        .map(
          (name, index) =>
            `![Description number ${index + 1}](${name}.jpg "Caption number ${index + 1}"){credit="LI Hua"}`,
        )
        .join('\n')}\n`,
    );

    // The page beside it shows them as a gallery.
    await tab(page, 'page');
    const frame = page.frameLocator('.stage iframe').last();
    await expect.poll(() => frame.locator('article figure').count()).toBeGreaterThanOrEqual(6);

    await page.getByRole('button', { name: 'Translate: 中文' }).click();
    await page.getByRole('link', { name: 'English' }).waitFor();
    expect(await saved(file.replace('index', 'index.zh'))).toContain('draft: true\n');
    await page.getByRole('link', { name: 'English' }).click();

    await expect.poll(() => page.getByRole('link', { name: '中文' }).count()).toBe(1);
    // A day later something is put right, and somebody else has changed the file meanwhile.
    const corrected = new Date(Date.now() + 86_400_000);
    await page.evaluate('const now = Date.now; Date.now = () => now() + 86_400_000;');
    await tab(page, 'details');
    await page.getByText('More', { exact: true }).click();
    await page.getByRole('button', { name: 'Add: corrections' }).click();
    await page.locator('#field-corrections-0-text').fill('An earlier version gave: a wrong name.');
    await page.locator('#field-corrections-0-text').blur();
    await page.locator('#field-corrections-0-kind').selectOption('clarification');
    await page.locator('#field-publishAt').fill('2024-06-04');
    await page.locator('#field-publishAt').blur();
    const theirs = (await saved(file)).replace('It carries a lorry.', 'It carries two lorries.');
    await content.write(file, theirs);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.locator('mark').allInnerTexts()).not.toEqual([]);
    await dialog.getByRole('button', { name: 'Save mine over it' }).click();
    await expect.poll(() => status(page)).toBe('Saved');
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(corrected);
    expect(await saved(file)).toContain(
      `corrections:\n  - date: ${day}\n    text: "An earlier version gave: a wrong name."\n    kind: clarification\n`,
    );
    expect(await saved(file)).toContain('It carries a lorry.');

    // The strictest time holds for all languages: the copy, which still has the first one, would hold the story back.
    await tab(page, 'check');
    await expect
      .poll(() => page.locator('.problems li', { hasText: 'uneven-times' }).allInnerTexts())
      .toEqual([expect.stringContaining('index.zh.md says 2199-03-05T08:00+08:00')]);
    // The translation is written with the other language beside it.
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('link', { name: 'English' }).waitFor();
    await tab(page, 'lang-en');
    await expect.poll(() => page.locator('.other-text').innerText()).toContain('It carries a lorry.');
    await tab(page, 'details');
    await page.locator('#field-publishAt').fill('2024-06-04');
    await page.locator('#field-publishAt').blur();
    await save(page);

    const output = await mkdtemp(path.join(os.tmpdir(), 'news-editor-'));
    // Without the stories that are not right on purpose.
    await cp(path.join(content.folder, 'content'), path.join(output, 'content'), {
      recursive: true,
      filter: (one) => !/\/(?:hostile|dialect)$/u.test(one),
    });
    const run = await runNewsHere(['build', '--content', 'content', '--output', path.join(output, '_site')], {
      cwd: output,
      env: { NEWS_NOW: new Date(corrected.getTime() + 3_600_000).toISOString() },
    });
    expect(run.code, run.stderr).toBe(0);
    const built = await readdir(path.join(output, '_site'), { recursive: true });
    const [pageFile = ''] = built.filter((one) => one.endsWith('a-bridge-of-bamboo/index.html'));
    const html = await readFile(path.join(output, '_site', pageFile), 'utf8');
    expect(html).toContain('Caption number 6');
    expect(html).toContain('An earlier version gave: a wrong name.');
    await rm(output, { recursive: true });
    expect(troubles).toEqual([]);
  });
});

describe('a text', () => {
  test('that is opened and saved keeps every byte, and a changed headline changes its line alone', async () => {
    for (const file of [dialect, 'articles/2024/windows/index.md']) {
      const before = await saved(file);
      const { page } = await open(file);
      await expect.poll(() => page.locator('main').getAttribute('data-findings')).not.toBeNull();
      await save(page);
      expect(await saved(file)).toBe(before);
      await tab(page, 'details');
      await page.getByLabel('Title (required)').fill('Another headline');
      await page.getByLabel('Title (required)').blur();
      await save(page);
      expect(await saved(file)).toBe(before.replace(/title: .*?(?=\r?\n)/u, 'title: Another headline'));
      await content.write(file, before);
    }
  });

  test('that nobody saved is there when the page is opened again', async () => {
    const { page } = await open(fair);
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' And more.');
    await expect.poll(() => status(page)).toContain('Not saved yet');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    expect(await text(page).innerText()).toContain('And more.');
    await save(page);
    expect(await saved(fair)).toBe(fairText.replace(/\n$/u, '\n And more.'));
  });

  test('that nobody saved stays on offer while another one is written and saved', async () => {
    const { page } = await open(fair);
    page.on('dialog', (dialog) => void dialog.accept());
    const type = async (words: string): Promise<void> => {
      await text(page).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(words);
      await expect.poll(() => status(page)).toContain('Not saved yet');
    };
    await type(' First.');
    await page.reload();
    const offer = page.getByRole('button', { name: 'Bring it back' });
    await offer.waitFor();
    await type(' Second.');
    await page.keyboard.press('Control+s');
    await expect.poll(() => status(page)).toBe('Saved');
    await page.reload();
    await offer.waitFor();
    expect(await page.locator('.unsent').innerText()).toMatch(/\(\d{4}-\d\d-\d\d \d\d:\d\d\)/u);
    await type(' Third.');
    // What stands there is kept in turn.
    await offer.click();
    expect(await text(page).innerText()).toContain('First.');
    await offer.click();
    expect(await text(page).innerText()).toContain('Third.');
    // The keyboard is in the text again.
    await page.keyboard.press('Control+s');
    await expect.poll(() => saved(fair)).toContain('Second. Third.');
    await page.getByRole('button', { name: 'Discard it' }).click();
    await page.reload();
    await page.locator('main[data-findings]').waitFor();
    expect(await offer.count()).toBe(0);
  });

  test('that nobody saved of a story that is deleted meanwhile can still be copied', async () => {
    const gone = 'articles/2024/gone/index.md';
    await content.write(
      gone,
      fairText.replace('A good story', 'Soon gone').replace('![A lake]', 'See ![A lake]'),
    );
    const { page } = await open(gone);
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Never saved.');
    await expect.poll(() => status(page)).toContain('Not saved yet');
    await rm(path.join(content.folder, 'content', path.dirname(gone)), { recursive: true });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect.poll(() => page.locator('.kept textarea').inputValue()).toContain('Never saved.');
    await page.getByRole('link', { name: 'Stories' }).click();
    await page.getByRole('link', { name: gone }).waitFor();
  });

  test('of a window that crashes is offered in the next one, whatever another has saved meanwhile', async () => {
    const { page } = await open(fair);
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const [one, words] of [
      [page, 'Mine.'],
      [other, 'Theirs.'],
    ] as const) {
      await text(one).click();
      await one.keyboard.press('Control+End');
      await one.keyboard.type(words);
      await expect.poll(() => status(one)).toContain('Not saved yet');
    }
    const copies = () => page.evaluate(() => Object.keys(localStorage).length);
    await expect.poll(copies).toBe(2);
    await save(page);
    await expect.poll(copies).toBe(1);
    const third = await page.context().newPage();
    const offer = third.getByRole('button', { name: 'Bring it back' });
    await third.goto(page.url());
    await third.locator('main[data-findings]').waitFor();
    // It is still being written there.
    expect(await offer.count()).toBe(0);
    await other.close();
    await third.reload();
    await offer.click();
    expect(await text(third).innerText()).toContain('Theirs.');
  });

  test('that has changed on the disk meanwhile is not overwritten: both versions are shown', async () => {
    const { page } = await open(fair);
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Mine.');
    await content.write(fair, fairText.replace('The end.', 'Their end.'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect
      .poll(() => dialog.locator('mark').allInnerTexts())
      .toEqual(
        expect.arrayContaining([expect.stringContaining('Mine.'), expect.stringContaining('Their end.')]),
      );
    expect(await saved(fair)).toContain('Their end.');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take theirs' }).click();
    expect(await text(page).innerText()).toContain('Their end.');
    await expect.poll(() => status(page)).toBe('Saved');
    // One's own stays on offer, and does not write over theirs without a word.
    await page.getByRole('button', { name: 'Bring it back' }).click();
    expect(await text(page).innerText()).toContain('Mine.');
    await page.keyboard.press('Control+s');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('Control+s');
    await dialog.getByRole('button', { name: 'Save mine over it' }).click();
    await expect.poll(() => saved(fair)).toContain('Mine.');
  });

  test('is checked while it is written, and a button fixes what a machine can', async () => {
    const { page } = await open(fair);
    await expect.poll(() => page.locator('[data-tab="check"]').innerText()).toMatch(/Check \(\d/u);
    await tab(page, 'check');
    const slip = page.locator('.problems li', { hasText: 'double-space' });
    await slip.getByRole('button', { name: 'Fix' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => text(page).innerText()).toContain('Two spaces stand here.');
    await expect.poll(() => slip.count()).toBe(0);
    // The keyboard goes on at the next finding, or in the list that has none.
    expect(await page.locator('.check-list').evaluate((list) => list.contains(document.activeElement))).toBe(
      true,
    );
  });

  test('has words for its photos one button away from what the check says', async () => {
    await content.write(fair, fairText.replace('![A lake]', '![]'));
    const { page } = await open(fair);
    await tab(page, 'check');
    const finding = page.locator('.problems li', { hasText: 'missing-alt' });
    await finding.getByRole('button', { name: 'Write it in Photos' }).click();
    await page.keyboard.type('A lake at noon');
    await page.keyboard.press('Tab');
    await expect.poll(() => text(page).innerText()).toContain('![A lake at noon](lake.jpg');
    await expect.poll(() => finding.count()).toBe(0);
  });

  test('has a date that is typed by keys, and no date of a field that is typed by half', async () => {
    await content.write(fair, fairText.replace('credits:', 'publishAt: 2199-03-05 # agreed\ncredits:'));
    const { page } = await open(fair);
    await tab(page, 'details');
    const keys = async (field: string, typed: string): Promise<void> => {
      await page.locator(field).focus();
      // Longer than the pause after which words are handed on.
      await page.keyboard.type(typed, { delay: 300 });
    };
    await keys('#field-date', '12252026');
    await page.locator('#field-publishAt').focus();
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(300);
    await keys('#field-publishAt', '04');
    await keys('#field-publishAt-time', '0930p');
    expect(await page.locator('#field-publishAt-meaning').innerText()).toMatch(/^Friday, April 5, 2199/u);
    await page.keyboard.press('Control+s');
    await expect.poll(() => saved(fair)).toContain('date: 2026-12-25\n');
    expect(await saved(fair)).toContain('publishAt: 2199-04-05T21:30+08:00 # agreed\n');
  });

  test('is written, saved and left by the keyboard alone', async () => {
    const { page } = await open('');
    await page.getByText('New story').waitFor();
    const tabTo = async (name: RegExp, key = 'Tab'): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press(key);
        const focused = await page.evaluate(() => {
          const one = document.activeElement;
          return `${one?.tagName} ${one?.textContent}${one?.role === 'tab' ? ' (tab)' : ''}`;
        });
        if (name.test(focused)) return;
      }
      throw new Error(`Nothing by the name of ${name} is reached.`);
    };
    await tabTo(/New story/u);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Written by keys');
    await page.keyboard.press('Enter');
    await page.locator('main[data-findings]').waitFor();
    await tabTo(/^BUTTON Find$/u);
    for (let presses = 0; presses < 4; presses += 1) {
      await page.keyboard.press('Tab');
      if (await text(page).evaluate((one) => one.matches(':focus'))) break;
    }
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Word.');
    await expect.poll(() => text(page).innerText()).toContain('Word.');
    await page.keyboard.press('Alt+Shift+KeyQ');
    await expect.poll(() => text(page).innerText()).toContain('::: quote');
    await page.keyboard.press('Control+s');
    await expect.poll(() => status(page)).toBe('Saved');
    expect(await page.title()).toContain('Written by keys');
    // Neither Tab nor Shift+Tab stays in the text: what is beside it is reached by both.
    await tabTo(/^BUTTON In lists$/u);
    await tabTo(/^BUTTON Page \(tab\)$/u, 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[data-tab="details"]').getAttribute('aria-selected')).toBe('true');
  });

  test('goes on when the preview is gone, which is said', async () => {
    const { page } = await open(fair);
    await expect.poll(() => page.locator('main').getAttribute('data-findings')).not.toBeNull();
    await page.route('**/admin/{draft,save}', (route) => route.abort());
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Offline.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => status(page)).toContain('Not connected');
    await page.unroute('**/admin/{draft,save}');
    await save(page);
    expect(await saved(fair)).toContain('Offline.');
  });

  test('is saved with what was typed while it was being saved, if that was asked for', async () => {
    const { page } = await open(fair);
    await page.route('**/admin/save', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('One.');
    await page.keyboard.press('Control+s');
    await page.keyboard.type(' Two.');
    await page.keyboard.press('Control+s');
    await expect.poll(() => saved(fair)).toContain('One. Two.');
    await expect.poll(() => status(page)).toBe('Saved');
  });

  test('takes photos that were chosen without a connection once there is one, and says so', async () => {
    const { page } = await open(fair);
    await expect.poll(() => page.locator('main').getAttribute('data-findings')).not.toBeNull();
    await tab(page, 'photos');
    await page.context().setOffline(true);
    const files = [{ name: 'IMG_1234.jpg', mimeType: 'image/jpeg', buffer: await photo(500) }];
    await page.locator('#photo-files').setInputFiles(files);
    await expect
      .poll(() => page.locator('.photo-sheet').innerText())
      .toContain('IMG_1234.jpg: not added yet');
    expect(await status(page)).toContain('Not connected');
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('.photos li').count()).toBe(2);
    expect(await page.locator('.photo-sheet').innerText()).not.toContain('not added yet');
    await page.context().setOffline(true);
    const another = [{ name: 'boat.jpg', mimeType: 'image/jpeg', buffer: await photo(510) }];
    await page.locator('#photo-files').setInputFiles(another);
    await expect.poll(() => page.locator('.photo-sheet').innerText()).toContain('boat.jpg: not added yet');
    // A story that is left and opened again has them still.
    await page.evaluate(() => {
      location.hash = '#';
    });
    await page.locator('main.story').waitFor({ state: 'detached' });
    // The list is there as it was last known, until it can be read again.
    await page.locator('.lost', { hasText: 'The preview cannot be reached.' }).waitFor();
    expect(await page.locator('.stories li').count()).toBeGreaterThan(2);
    await page.context().setOffline(false);
    await page.locator('.lost').waitFor({ state: 'detached' });
    await page.evaluate((file) => {
      location.hash = `#/${file}`;
    }, fair);
    await tab(page, 'photos');
    await expect.poll(() => page.locator('.photos li').count()).toBe(3);
    await expect.poll(() => status(page)).toBe('Saved');
    for (const name of ['photo.jpg', 'boat.jpg'])
      await rm(path.join(content.folder, 'content', path.dirname(fair), name));
  });

  test('pasted from elsewhere becomes our Markdown, and breaks no line end', async () => {
    const { page } = await open(fair);
    await text(page).click();
    await page.keyboard.press('Control+End');
    const paste = (given: Readonly<Record<string, string>>, picture = '') =>
      page.evaluate(
        ([types, base64]) => {
          const data = new DataTransfer();
          for (const [type, value] of Object.entries(types)) data.setData(type, value);
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          if (base64 !== '') data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
          document
            .querySelector('.text')
            ?.shadowRoot?.querySelector('.cm-content')
            ?.dispatchEvent(
              new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
            );
        },
        [given, picture] as const,
      );
    await paste({
      'text/html': '<p class=MsoNormal>A <b>bold</b> word<o:p></o:p></p><p><img src="file:///x.png"></p>',
      'text/plain': 'A bold word',
    });
    await expect.poll(() => text(page).innerText()).toContain('A **bold** word');
    expect(await status(page)).toContain('A picture was not taken');
    // Clipboards of Windows; what is typed before and behind stays where it is typed.
    await paste({ 'text/plain': '\r\nOne\r\nTwo' });
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.keyboard.type('Line ');
    await page.keyboard.press('Control+End');
    await paste({ 'text/html': '<span></span>', 'text/plain': 'Plain.' });
    await expect.poll(() => text(page).innerText()).toContain('Plain.');
    await page.keyboard.press('Control+End');
    await paste({
      'text/html': '<pre>## Head</pre>',
      'text/plain': '\n\n## Head',
      'vscode-editor-data': '{}',
    });
    const picture = (await photo(300)).toString('base64');
    await paste({ 'text/html': '<img src="https://example.com/a.png" alt="x">' }, picture);
    await expect.poll(() => text(page).innerText()).toContain('![](image.jpg)');
    await save(page);
    const after = await saved(fair);
    expect(after.slice(after.indexOf('A **bold**'))).toBe(
      'A **bold** word\nLine One\nTwoPlain.\n\n## Head\n\n![](image.jpg)\n',
    );
    await rm(path.join(content.folder, 'content', path.dirname(fair), 'image.jpg'));
  });
});

describe('a file that is no photo', () => {
  test('is named as the editor knows it, with what is wrong with it', async () => {
    const { page } = await open(fair);
    await tab(page, 'photos');
    const whole = await photo(500);
    await page.locator('#photo-files').setInputFiles([
      { name: 'IMG_1234.heic', mimeType: 'image/heic', buffer: whole.subarray(0, 300) },
      { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    ]);
    const notes = page.locator('.photo-sheet [role="status"]');
    await expect.poll(() => notes.innerText()).toMatch(/"IMG_1234\.heic" is damaged/u);
    await expect.poll(() => notes.innerText()).toContain('"empty.jpg" is empty (0 bytes).');
    expect(await page.locator('.photos li').count()).toBe(1);
  });
});

describe('words of a photo', () => {
  const second = 'articles/2024/fair/second.jpg';

  test('that is not in the text are kept in the front matter, and move into the text with it', async () => {
    await content.write(second, await photo(500));
    const { page } = await open(fair);
    await tab(page, 'photos');
    const card = page.locator('.photos li', { hasText: 'second.jpg' });
    await card.getByLabel('Description').fill('A boat');
    await card.getByLabel('Caption').fill('The "boat"');
    // By keys alone: the field was never left.
    await page.keyboard.press('Control+s');
    await expect.poll(() => saved(fair)).toContain('caption: The "boat"');
    await expect.poll(() => status(page)).toBe('Saved');
    expect(await saved(fair)).toContain('photos:\n  second.jpg:\n    alt: A boat\n');
    await page.reload();
    await tab(page, 'photos');
    expect(await card.getByLabel('Description').inputValue()).toBe('A boat');
    await card.getByLabel('Caption').fill('The "red boat"');
    // A hand holds the button down for a moment, in which the words that were typed go where they belong.
    await card.getByRole('button', { name: 'Put into the text' }).click({ delay: 150 });
    await save(page);
    expect(await saved(fair)).toContain('![A boat](second.jpg "The \\"red boat\\"")');
    expect(await saved(fair)).not.toContain('photos:');
    await rm(path.join(content.folder, 'content', second));
  });

  test('stay under the hands of who types them while photos are added', async () => {
    const { page } = await open(fair);
    await tab(page, 'photos');
    const description = page.getByLabel('Description').first();
    await description.fill('A');
    const files = [{ name: 'third.jpg', mimeType: 'image/jpeg', buffer: await photo(500) }];
    await page.locator('#photo-files').setInputFiles(files);
    await description.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' wide lake', { delay: 60 });
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.photos li').count()).toBe(2);
    expect(await text(page).innerText()).toContain('![A wide lake](lake.jpg');
    await rm(path.join(content.folder, 'content/articles/2024/fair/third.jpg'));
  });
});

describe('a Word file', () => {
  const word = async () =>
    await makeDocx({
      parts: [
        { style: 'Title', text: 'A Bridge from Word' },
        { text: 'Students have built a bridge that carries a lorry, and two hundred guests came to see it.' },
        { picture: 'one.jpg', alt: 'A bridge' },
      ],
      pictures: { 'one.jpg': await photo(640) },
      header: 'Confidential',
    });

  test('dropped on the list becomes a draft, which says what was left out; a commit takes its files alone', async () => {
    const { page, troubles } = await open('');
    await page.locator('#import-files').waitFor();
    const transfer = await dataTransfer(page, [{ name: 'bridge.docx', bytes: await word() }]);
    await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer });
    const notes = page.getByRole('region', { name: 'What the import says' });
    await notes.waitFor();
    expect(await notes.innerText()).toContain('The page header is not part of the story. (Confidential)');
    // Before axe looks into the page beside, where no script may run.
    expect(troubles).toEqual([]);
    expect(await axeFindings(page, { without: ['frame-tested'] })).toEqual([]);
    await notes.getByRole('button', { name: 'I have read this' }).click();
    await tab(page, 'photos');
    await expect.poll(() => page.locator('.photos li').count()).toBe(1);

    const git = (...args: readonly string[]): string =>
      execFileSync('git', ['-C', content.folder, ...args], { encoding: 'utf8' }).trim();
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'LI Hua');
    git('config', 'user.email', 'li@example.org');
    git('add', 'content/site.yaml');
    git('commit', '-qm', 'Begin');
    await page.getByRole('button', { name: 'Commit…' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.locator('.changes li').allInnerTexts()).toHaveLength(2);
    expect(await axeFindings(page, { without: ['frame-tested'] })).toEqual([]);
    await dialog.getByRole('button', { name: 'Commit', exact: true }).click();
    await expect.poll(() => dialog.innerText()).toContain('Committed to story/');
    const branch = git('branch', '--list', 'story/*', '--format=%(refname:short)');
    expect(git('diff', '--name-only', `main...${branch}`).split('\n')).toHaveLength(2);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('link', { name: 'Stories' }).click();
    const branches = page.getByRole('region', { name: 'Who is working on what' });
    await expect.poll(() => branches.innerText()).toContain('LI Hua: A Bridge from Word');
    await rm(path.join(content.folder, '.git'), { recursive: true });
  });

  test('dropped into a story gives it its text and photos, after a lost connection too', async () => {
    const { page } = await open(fair);
    await expect.poll(() => page.locator('main').getAttribute('data-findings')).not.toBeNull();
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.context().setOffline(true);
    await dropFiles(text(page), [
      { name: 'bridge.docx', bytes: await word() },
      { name: 'boat.jpg', bytes: await photo(520) },
    ]);
    // Said where it is seen, whatever tab is open.
    const message = page.locator('.notices .message');
    await expect
      .poll(() => message.allInnerTexts())
      .toEqual([expect.stringContaining('bridge.docx, boat.jpg: not')]);
    await page.context().setOffline(false);
    await expect.poll(() => text(page).innerText()).toContain('two hundred guests');
    await expect.poll(() => text(page).innerText()).toContain('![](boat.jpg)');
    expect(await message.count()).toBe(0);
    await dropFiles(text(page), [{ name: 'plan.pdf', bytes: Buffer.from('%PDF-1.7') }]);
    await expect
      .poll(() => message.allInnerTexts())
      .toEqual([expect.stringContaining('"plan.pdf" is a PDF')]);
    await tab(page, 'photos');
    await expect.poll(() => page.locator('.photos li').count()).toBe(3);
  });
});

describe('the page beside the text', () => {
  test('follows the text by changing what differs alone, in both widths and colours', async () => {
    const { page, troubles } = await open(fair);
    const frame = page.frameLocator('.stage iframe').last();
    const heading = frame.locator('h1');
    await heading.waitFor();
    await heading.evaluate((one) => one.setAttribute('lang', 'x-kept'));
    const picture = frame.locator('article img').first();
    await picture.evaluate((one) => Object.assign(one, { isKept: true }));
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' A word more.');
    await frame.getByText('A word more.').waitFor();
    expect(await picture.evaluate((one) => Object.hasOwn(one, 'isKept'))).toBe(true);
    // What the page has and the story does not is put right.
    expect(await heading.getAttribute('lang')).toBeNull();
    await page.keyboard.type('\n\n- one\n- two');
    await frame.locator('article li', { hasText: 'two' }).waitFor();
    await page.keyboard.press('Control+a');
    for (const [button, width, theme] of [
      ['Dark', 0, 'dark'],
      ['Phone', 390, 'dark'],
      ['Light', 390, 'light'],
    ] as const) {
      await page.locator('.page-tools').getByRole('button', { name: button }).click();
      expect(await frame.locator('html').getAttribute('data-theme')).toBe(theme);
      if (width > 0) expect(await frame.locator('html').evaluate((one) => one.clientWidth)).toBe(width);
    }
    expect(troubles).toEqual([]);
  });

  test('shows the story as lists and feeds will, too', async () => {
    const { page, troubles } = await open(fair);
    const frame = page.frameLocator('.stage iframe').last();
    await frame.locator('h1').waitFor();
    const view = (name: string) => page.locator('.page-tools').getByRole('button', { name }).click();
    await view('In lists');
    await expect.poll(() => frame.locator('article.story').count()).toBe(4);
    await view('In feeds');
    await frame.getByText('The end.').waitFor();
    expect(await frame.locator('header, nav, footer').count()).toBe(0);
    await expect
      .poll(() => frame.locator('img').evaluate((one) => one instanceof HTMLImageElement && one.complete))
      .toBe(true);
    await text(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('More.');
    await frame.getByText('More.').waitFor();
    await view('Page');
    await frame.locator('header').first().waitFor();
    expect(troubles).toEqual([]);
  });

  test('is scrolled to what is being written', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `Paragraph number ${index} of a long story.`);
    await content.write(fair, story(goodFrontMatter, many.join('\n\n')));
    const { page } = await open(fair);
    const frame = page.frameLocator('.stage iframe').last();
    const seen = (paragraph: string) =>
      frame.getByText(paragraph).evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await frame.getByText('Paragraph number 0 ').waitFor();
    await text(page).click();
    await page.keyboard.press('Control+End');
    await expect.poll(() => seen('Paragraph number 59 ')).toBe(true);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => seen('Paragraph number 0 ')).toBe(true);
  });
});

describe('the surface', () => {
  test('has no accessibility faults, in light and dark, wide and narrow, and nothing of a hostile story runs', async () => {
    await content.write(
      hostile,
      story(
        goodFrontMatter.replace('A good story', '"<img src=x onerror=alert(1)>"'),
        '<script>alert(1)</script>',
      ),
    );
    for (const [colorScheme, widthPx] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      const { page, troubles } = await open(hostile, widthPx);
      await page.emulateMedia({ colorScheme });
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      await expect.poll(() => page.locator('main').getAttribute('data-findings')).not.toBeNull();
      for (const name of ['details', 'photos', 'check']) {
        await tab(page, name);
        expect(await axeFindings(page, { without: ['frame-tested'] }), `${colorScheme} ${name}`).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widthPx);
      expect(dialogs).toEqual([]);
      expect(troubles).toEqual([]);
    }
    const { page } = await open('');
    await page.getByText('New story').click();
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the server of the editor', () => {
  test('changes nothing for another page, without the token, or outside the stories', async () => {
    const page = await (await fetch(`${preview.origin}/admin/`)).text();
    const token = /name="news-token" content="([^"]+)"/u.exec(page)?.[1] ?? '';
    expect(token.length).toBeGreaterThan(20);
    const ask = async (
      headers: Readonly<Record<string, string>>,
      file: string,
      name = 'save',
    ): Promise<number> => {
      const body = JSON.stringify(name === 'save' ? { file, raw: 'x' } : { file, text: 'x' });
      const response = await fetch(`${preview.origin}/admin/${name}`, { method: 'POST', headers, body });
      if (response.status === 200) expect(await response.text()).toContain('"refused"');
      return response.status;
    };
    const own = { origin: preview.origin, 'x-news-token': token };
    const fresh = 'articles/2024/never/index.md';
    expect(await ask({}, fresh)).toBe(403);
    expect(await ask({ origin: preview.origin }, fresh)).toBe(403);
    expect(await ask({ ...own, 'x-news-token': `${token}x` }, fresh)).toBe(403);
    expect(await ask({ ...own, origin: 'http://attacker.example' }, fresh)).toBe(403);
    expect(await ask({ ...own, origin: 'null' }, fresh)).toBe(403);
    expect(await ask(own, 'site.yaml')).toBe(200);
    expect(await ask(own, '../stolen/index.md')).toBe(200);
    expect(await ask(own, 'site.yaml', 'draft')).toBe(400);
    expect(await saved(fresh).catch(() => 'none')).toBe('none');
  });
});
