/** Whole archives in the shapes of Jekyll, Hugo and WordPress: everything that their maker knows comes in. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import { siteYaml } from '../builds/temporary-content.ts';
import type { Archive } from '../fixtures/archives/archive.ts';
import { compareArchive } from '../fixtures/archives/compare-archive.ts';
import { makeHugo } from '../fixtures/archives/make-hugo.ts';
import { makeJekyll } from '../fixtures/archives/make-jekyll.ts';
import { makeWordpress } from '../fixtures/archives/make-wordpress.ts';
import { type Sandbox, sandbox } from './import-files.ts';

/** Each construct of each archive several times; `npm run trial:imports` makes a thousand posts. */
const posts = 60;
const opened: Sandbox[] = [];
afterAll(async () => {
  for (const one of opened) await one.remove();
});

function smallPhoto(number: number): Promise<Buffer> {
  const background = { r: number % 256, g: (number >> 8) % 256, b: (number >> 16) % 256 };
  return sharp({ create: { width: 24, height: 16, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

describe.each<[string, (count: number, photo: typeof smallPhoto) => Promise<Archive>]>([
  ['Jekyll', makeJekyll],
  ['Hugo', makeHugo],
  ['WordPress', makeWordpress],
])('an archive of %s', (name, make) => {
  test('comes in whole', async () => {
    const { files, stories } = await make(posts, smallPhoto);
    const here = await sandbox(Object.fromEntries(files));
    opened.push(here);
    await here.run(name === 'WordPress' ? { only: 'export.xml' } : {});
    const content = path.join(here.folder, 'content');
    await writeFile(path.join(content, 'site.yaml'), siteYaml);
    await mkdir(path.join(content, 'pages'), { recursive: true });
    const loaded = await loadContent({ contentFolder: content, displayFolder: 'content' });
    const texts = new Map<string, string>();
    for (const { file } of loaded.content?.articles ?? [])
      texts.set(file, await readFile(path.join(content, file), 'utf8'));
    if (loaded.content === undefined) throw new Error('The content cannot be read.');
    const { articles, config } = loaded.content;
    const { counts, differences } = compareArchive(
      stories,
      articles,
      (file) => texts.get(file) ?? '',
      config,
    );
    expect(differences).toEqual([]);
    expect(counts.stories).toEqual([posts, posts]);
    expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  }, 120_000);
});
