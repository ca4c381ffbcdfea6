/**
 * Takes the handbook's pictures of what each thing looks like, from the built demonstration site:
 * `npx tsx tests/handbook/take-pictures.ts _site`.
 */

import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { chromiumPath } from '../browser/chromium-path.ts';
import { serveFolder } from '../browser/serve-folder.ts';

const target = path.resolve(import.meta.dirname, '../../content/.handbook');
const story = '/2025/03/lost-steel-archive/';

/** What is shown of which page. */
const pictures = [
  { name: 'head', url: story, selector: '.article-head' },
  { name: 'photo', url: story, selector: 'main figure:not(.quote):has(img)' },
  { name: 'gallery', url: story, selector: '.gallery' },
  { name: 'quote', url: story, selector: 'figure.quote' },
  { name: 'facts', url: story, selector: 'aside.facts' },
  { name: 'note', url: story, selector: 'aside.note' },
  { name: 'credits', url: story, selector: '.article-facts' },
];

const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium.');
const server = await serveFolder(path.resolve(process.argv[2] ?? '_site'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 1000 } });
  for (const { name, url, selector } of pictures) {
    await page.goto(server.origin + url);
    const element = page.locator(selector).first();
    await element.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    await page.evaluate(async () => void (await document.fonts.ready));
    // A font that comes late is kept from the first view and shown in the next.
    await page.reload({ waitUntil: 'networkidle' });
    await element.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    const png = await element.screenshot();
    const { size } = await sharp(png)
      .resize({ width: 640, withoutEnlargement: true })
      .webp({ quality: 60 })
      .toFile(path.join(target, `${name}.webp`));
    console.log(`${name}: ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  await server.close();
}
