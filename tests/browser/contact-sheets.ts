/**
 * `npm run sheets [SITE] [FOLDER]`: every kind of page of a built site at four widths, light and dark, as pictures that
 * a person looks through. One sheet for each page and look: the widths beside each other, scaled to one height.
 */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp, { type OverlayOptions } from 'sharp';
import { chromiumFlags, chromiumPath } from './chromium-path.ts';
import { kindsOfPages } from './kinds-of-pages.ts';
import { serveFolder } from './serve-folder.ts';

const widthsPx = [390, 820, 1440, 2200];
const themes = ['light', 'dark'] as const;
/** Of each page only its beginning, and so much of a sheet. */
const pageHeightPx = 4200;
const sheetHeightPx = 1400;
const gapPx = 12;

const [site = '_site', folder = '.cache/sheets'] = process.argv.slice(2);
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium. Set CHROMIUM_PATH.');
await mkdir(folder, { recursive: true });
const server = await serveFolder(path.resolve(site));
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  for (const url of kindsOfPages(path.resolve(site))) {
    for (const colorScheme of themes) {
      const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(server.origin + url);
      const shots: Buffer[] = [];
      for (const widthPx of widthsPx) shots.push(await pictureOf(page, widthPx));
      await page.close();
      const file = path.join(
        folder,
        `${url.replaceAll(/\W+/gu, '-').replace(/^-|-$/gu, '') || 'home'}-${colorScheme}.png`,
      );
      await writeSheet(shots, file);
      console.log(file);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

/** With all photos, which otherwise load when a reader comes near. */
async function pictureOf(page: Page, widthPx: number): Promise<Buffer> {
  await page.setViewportSize({ width: widthPx, height: 1000 });
  await page.evaluate(async () => {
    const photos = [...document.images];
    for (const photo of photos) photo.loading = 'eager';
    await Promise.all(photos.map((photo) => photo.decode().catch(() => undefined)));
  });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width: widthPx, height: Math.min(height, pageHeightPx) };
  return await page.screenshot({ fullPage: true, clip });
}

async function writeSheet(shots: readonly Buffer[], file: string): Promise<void> {
  const scale = sheetHeightPx / pageHeightPx;
  let left = 0;
  const parts: OverlayOptions[] = [];
  for (const [index, shot] of shots.entries()) {
    // A phone is shown larger: its page is narrow.
    const widthPx = Math.round((widthsPx[index] ?? 0) * scale * (index === 0 ? 1.6 : 1));
    const scaled = await sharp(shot).resize({ width: widthPx }).toBuffer({ resolveWithObject: true });
    const height = Math.min(scaled.info.height, sheetHeightPx);
    const input = await sharp(scaled.data).extract({ left: 0, top: 0, width: widthPx, height }).toBuffer();
    parts.push({ input, left, top: 0 });
    left += widthPx + gapPx;
  }
  await sharp({ create: { width: left - gapPx, height: sheetHeightPx, channels: 3, background: '#777777' } })
    .composite(parts)
    .png()
    .toFile(file);
}
