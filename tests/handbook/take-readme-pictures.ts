/**
 * Takes README's two pictures: a story of the built site, and the editor of the preview with a mistake in that story.
 *
 *     npm run build && npx tsx tests/handbook/take-readme-pictures.ts _site content
 */

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';
import { serveFolder } from '../browser/serve-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, '.github/pictures');
const story = '/2025/03/lost-steel-archive/';
const storyFile = 'articles/2025/lost-steel-archive/index.md';

const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium.');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
const work = mkdtempSync(path.join(tmpdir(), 'readme-'));
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 880 } });
  const server = await serveFolder(path.resolve(process.argv[2] ?? '_site'));
  await page.goto(server.origin + story, { waitUntil: 'networkidle' });
  await page.reload({ waitUntil: 'networkidle' });
  await takePicture(page, 'story');
  await server.close();

  const content = path.join(work, 'content');
  cpSync(path.resolve(process.argv[3] ?? 'content'), content, { recursive: true });
  const file = path.join(content, storyFile);
  // A photo without its caption: the check says so, and the page is there all the same.
  writeFileSync(file, readFileSync(file, 'utf8').replace(/ "Box 4 on the day[^"]*"/u, ''));
  const preview = spawn(process.execPath, [
    path.join(root, 'src/cli/launch.cjs'),
    'preview',
    '--content',
    content,
    '--port',
    '0',
  ]);
  try {
    const origin = await new Promise<string>((resolve) => {
      preview.stderr.on('data', (data: Buffer) => {
        const found = /http:\/\/[\w.:]+/u.exec(data.toString())?.[0];
        if (found !== undefined) resolve(found.replace('localhost', '127.0.0.1'));
      });
    });
    await page.goto(`${origin}/admin/#/${storyFile}`, { waitUntil: 'load' });
    await page.locator('.cm-content').waitFor();
    // The page beside the text and the check follow the text.
    await page.waitForTimeout(5000);
    await takePicture(page, 'editor');
  } finally {
    preview.kill();
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

async function takePicture(page: Page, name: string): Promise<void> {
  const { size } = await sharp(await page.screenshot())
    .resize({ width: 720 })
    .webp({ quality: 60 })
    .toFile(path.join(target, `${name}.webp`));
  console.log(`${name}: ${Math.round(size / 1000)} kB`);
}
