/**
 * The form editor in its local mode: a story with two photos is written in the browser, saved into the folder that the
 * browser was given, and built. The folder is the browser's private file system (OPFS), handed out where an editor would
 * choose the repository: the same kind of handle, without a dialog that no program can answer.
 */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runNewsHere } from '../builds/generator.ts';
import {
  goodFrontMatter,
  photo,
  siteYaml,
  story,
  type TemporaryContent,
  temporaryContent,
} from '../builds/temporary-content.ts';
import { type Reader, startReader } from './reader.ts';

let content: TemporaryContent;
let output: string;
let reader: Reader;

const old = story(
  `${goodFrontMatter}\naliases: [/old/fair.html]`,
  '![A lake](lake.jpg "The lake"){credit="LI Hua"}\n\nText.',
);

beforeAll(async () => {
  content = await temporaryContent({
    'site.yaml': `${siteYaml}editor: {host: github, repository: example/newsroom, publish: true}\n`,
    'articles/2024/fair/index.md': old,
    'articles/2024/fair/lake.jpg': await photo(),
  });
  output = await mkdtemp(path.join(os.tmpdir(), 'news-form-'));
  const run = await build();
  expect(run.code, run.stderr).toBe(0);
  reader = await startReader(path.join(output, '_site'));
});

afterEach(() => reader.closePages());

afterAll(async () => {
  await reader.close();
  await content.remove();
  await rm(output, { recursive: true, force: true });
});

function build() {
  return runNewsHere(['build', '--content', 'content', '--output', path.join(output, '_site')], {
    cwd: content.folder,
  });
}

/** Gives the page a folder to choose, with the story that is there already. */
async function chooseFolder(page: Page): Promise<void> {
  await page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory();
    let folder = await root.getDirectoryHandle('newsroom', { create: true });
    await folder.getDirectoryHandle('.git', { create: true });
    for (const name of ['content', 'articles', '2024', 'fair']) {
      folder = await folder.getDirectoryHandle(name, { create: true });
    }
    const file = await (await folder.getFileHandle('index.md', { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }, old);
  await page.reload();
  await page.evaluate(() =>
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('newsroom'),
    }),
  );
  await page.getByRole('button', { name: 'Work with Local Repository' }).click();
}

/** All files of the folder, their bytes in Base64. */
function savedFiles(page: Page): Promise<[string, string][]> {
  return page.evaluate(async () => {
    const files: [string, string][] = [];
    const walk = async (folder: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${prefix}${handle.name}/`);
        if (!(handle instanceof FileSystemFileHandle)) continue;
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        files.push([
          prefix + handle.name,
          btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
        ]);
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('newsroom'), '');
    return files;
  });
}

/** The editor asks how the code host is, which the page's policy refuses; and its own script stumbles when a form closes. */
const isKnown = /githubstatus|Refused to connect|Cannot convert undefined or null to object/u;

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  // Saved stories are listed again.
  await page.getByRole('button', { name: 'New' }).waitFor({ timeout: 45_000 });
}

const field = (page: Page, key: string): Locator => page.locator(`section[data-key-path="${key}"]`);

async function insertPhoto(page: Page, number: number, name: string, widthPx: number): Promise<void> {
  await field(page, 'body').getByRole('button', { name: 'Insert' }).click();
  await page.getByRole('menuitem', { name: 'Photo' }).click();
  const part = (key: string) =>
    page.locator(`section[data-key-path^="body:"][data-key-path$=":${key}"]`).nth(number);
  await part('src')
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer: await photo(widthPx) });
  await part('alt').locator('input').fill(`What is to be seen ${number}`);
  await part('caption').locator('input').fill(`The caption ${number}`);
  await part('credit').locator('input').fill('LI Hua');
}

describe('the form editor', () => {
  test('writes a story with two photos in local mode, which builds', async () => {
    const { page, troubles } = await reader.open('/admin/', { widthPx: 1300, heightPx: 900 });
    await chooseFolder(page);
    await page.getByRole('button', { name: 'New' }).click();
    const title = field(page, 'title').locator('input');
    const text = field(page, 'body').getByRole('textbox').first();
    // Until all of the form is there it may forget what was typed, faster than any editor types.
    await expect
      .poll(async () => {
        await title.fill('A Bridge of Bamboo');
        await field(page, 'topics').getByRole('checkbox', { name: 'Research' }).check();
        await text.click();
        return await title.inputValue();
      })
      .toBe('A Bridge of Bamboo');
    await page.keyboard.type('The first paragraph.');
    await page.keyboard.press('Enter');
    await insertPhoto(page, 0, 'bridge.jpg', 1200);
    await insertPhoto(page, 1, 'river.jpg', 1000);
    await save(page);

    for (const [file, bytes] of await savedFiles(page)) {
      await content.write(path.posix.relative('content', file), Buffer.from(bytes, 'base64'));
    }
    const [written = ''] = (await readdir(content.folder, { recursive: true })).filter((file) =>
      file.endsWith('a-bridge-of-bamboo/index.md'),
    );
    const folder = path.dirname(path.join(content.folder, written));
    expect((await readdir(folder)).sort()).toEqual(['bridge.jpg', 'index.md', 'river.jpg']);
    expect(await readFile(path.join(folder, 'index.md'), 'utf8')).toContain(
      '![What is to be seen 0](bridge.jpg "The caption 0"){credit="LI Hua"}\n',
    );
    const run = await build();
    expect(run.stderr).toContain('2 articles, 3 photos');
    const [built = ''] = (await readdir(path.join(output, '_site'), { recursive: true })).filter((file) =>
      file.endsWith('a-bridge-of-bamboo/index.html'),
    );
    const html = await readFile(path.join(output, '_site', built), 'utf8');
    expect(html.match(/The caption [01]/gu)).toContain('The caption 1');
    expect(troubles.filter((trouble) => !isKnown.test(trouble))).toEqual([]);
  });

  test('keeps what its forms do not show, and the Markdown of photos', async () => {
    const { page } = await reader.open('/admin/', { widthPx: 1300, heightPx: 900 });
    await chooseFolder(page);
    await page.getByText('A good story').click();
    await field(page, 'title').locator('input').fill('A better story');
    await save(page);
    const [[, bytes = ''] = []] = await savedFiles(page);
    const saved = Buffer.from(bytes, 'base64').toString();
    expect(saved).toContain('title: A better story\n');
    expect(saved).toMatch(/aliases:\n\s*- \/old\/fair\.html\n/u);
    expect(saved).toContain('![A lake](lake.jpg "The lake"){credit="LI Hua"}\n');
  });
});
