/** Where a site may be published, and where never. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTarget } from '../../src/publish/open-target.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'news-where-'));
  for (const name of ['content/articles', '_site', '.cache', 'www'])
    mkdirSync(path.join(folder, name), { recursive: true });
  symlinkSync('content', path.join(folder, 'stories'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (to: string) =>
  openTarget(
    { kind: 'file', folder: to },
    {
      here: folder,
      environment: {},
      cacheFolder: path.join(folder, '.cache', 'publish'),
      kept: ['content', '_site', '.cache'].map((name) => path.join(folder, name)),
    },
  );

test.each([
  'content',
  'content/articles',
  'content/not/there/yet',
  './www/../content',
  'stories',
  'stories/new',
  '_site',
  '_site/old',
  '.cache/www',
])('nothing is published into %s', async (to) => {
  await expect(open(to)).rejects.toThrow('Nothing is published into');
});

test.each(['www', 'www/news', 'content-of-others', '..content', '../elsewhere'])(
  '%s is a place like any other',
  async (to) => {
    await expect(open(to)).resolves.toMatchObject({ name: `file:${path.resolve(folder, to)}` });
  },
);
