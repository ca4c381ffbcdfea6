/**
 * Takes the pictures of three finished themes in `.github/WEB-TEAM.md`, from the gallery of a preview that runs.
 *
 *     npm start -- --port 4600 & npx tsx tests/handbook/take-theme-pictures.ts http://127.0.0.1:4600/
 */

import path from 'node:path';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';

const target = path.resolve(import.meta.dirname, '../../.github/pictures');
const site = process.argv[2] ?? 'http://127.0.0.1:4600/';

const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium.');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  for (const [slug, colorScheme] of [
    ['quad', 'light'],
    ['laboratory', 'light'],
    ['observatory', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site}themes/${slug}/`, { waitUntil: 'networkidle' });
    // Fonts that come late are used from the second page on.
    await page.reload({ waitUntil: 'networkidle' });
    const { size } = await sharp(await page.screenshot())
      .resize({ width: 640 })
      .webp({ quality: 55 })
      .toFile(path.join(target, `theme-${slug}.webp`));
    console.log(`${slug}: ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
}
