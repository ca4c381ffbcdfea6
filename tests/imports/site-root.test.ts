/** A part of an old site knows where the whole of it is. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSiteRoot } from '../../src/imports/site-root.ts';

let site: string;
beforeEach(async () => {
  site = await realpath(await mkdtemp(path.join(os.tmpdir(), 'news-site-root-')));
});
afterEach(() => rm(site, { recursive: true, force: true }));

test.each([
  ['_config.yml', '_posts'],
  ['hugo.toml', 'content/posts'],
  ['hugo.toml', 'content'],
  ['_config.yml', ''],
])('settings in %s are found from “%s”', async (settings, below) => {
  await mkdir(path.join(site, below), { recursive: true });
  await writeFile(path.join(site, settings), '');
  expect(await findSiteRoot(path.join(site, below))).toEqual({ root: site, below });
});

test('what lies above a repository is another project', async () => {
  await mkdir(path.join(site, 'old/.git'), { recursive: true });
  await mkdir(path.join(site, 'old/_posts'));
  await writeFile(path.join(site, '_config.yml'), '');
  const folder = path.join(site, 'old/_posts');
  expect(await findSiteRoot(folder)).toEqual({ root: folder, below: '' });
});
