/** A whole site of photos that tell everything: no byte of its output tells what is private. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import exifr from 'exifr';
import { expect, test } from 'vitest';
import { privateMark, published, revealingJpeg } from '../photos/revealing-photo.ts';
import { runNewsHere } from './generator.ts';
import { goodFrontMatter, story, temporaryContent } from './temporary-content.ts';

test('positions, serial numbers and thumbnails are in no file, the texts of the picture desk are', async () => {
  const content = await temporaryContent({
    'articles/2024/fair/index.md': story(
      `${goodFrontMatter}\nimage: lead.jpg\nphotos: {1.jpg: {focus: [0.2, 0.8]}}`,
      '![](1.jpg)\n\nAlso [for the press](press.jpg).',
    ),
    'articles/2024/fair/1.jpg': await revealingJpeg(),
    'articles/2024/fair/lead.jpg': await revealingJpeg({ orientation: 6, colour: [20, 90, 160] }),
    'articles/2024/fair/press.jpg': await revealingJpeg({ colour: [20, 160, 90] }),
  });
  try {
    const run = await runNewsHere(['build', '--content', 'content', '--output', '_site'], {
      cwd: content.folder,
    });
    expect(run.stderr).not.toMatch(/missing-(?:alt|caption)/u);
    expect(run.code).toBe(0);
    const site = path.join(content.folder, '_site');
    let photos = 0;
    for (const name of await readdir(site, { recursive: true })) {
      const bytes = await readFile(path.join(site, name)).catch(() => Buffer.alloc(0));
      expect(bytes.includes(privateMark), name).toBe(false);
      if (!/\.(?:jpe?g|webp|avif|png)$/u.test(name) || bytes.length < 400) continue;
      expect(await exifr.gps(bytes).catch(() => undefined), name).toBeUndefined();
      expect(await exifr.thumbnail(bytes).catch(() => undefined), name).toBeUndefined();
      if (bytes.includes(published.credit)) photos += 1;
    }
    // Two photos of one width in two formats, and the download.
    expect(photos).toBeGreaterThanOrEqual(5);
    const page = await readFile(path.join(site, '2024/05/fair/index.html'), 'utf8');
    expect(page).toContain(published.alt);
    expect(page).toContain('签署');
    expect(page).toContain(published.credit);
  } finally {
    await content.remove();
  }
});
