/** Where a site may be published, and where never. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import { openTarget } from '../../src/publish/open-target.ts';
import { builtSite, firstSite } from './built-site.ts';
import { defaultOptions } from './target-double.ts';

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

test('nothing is published into what readers are served, and the folder around it is named', async () => {
  const site = await builtSite();
  await site.build(firstSite);
  const served = path.join(folder, 'served');
  const published = await (await open('served')).publish(await openBuiltFolder(site.folder), {
    ...defaultOptions(site.folder),
    cacheFolder: path.join(folder, '.cache'),
  });
  await site.remove();
  expect(published.outcome).toBe('published');
  for (const to of ['served/current', 'served/current/2024', 'served/current/new/place'])
    await expect(open(to)).rejects.toThrow(
      /readers are served from there\. Name the folder around it, .*served\.$/u,
    );
  await expect(open('served')).resolves.toMatchObject({ name: `file:${served}` });
  const ssh = (to: string) =>
    openTarget(
      { kind: 'rsync', host: 'news@www.example.edu', folder: to },
      { here: folder, environment: {}, cacheFolder: path.join(folder, '.cache') },
    );
  await expect(ssh('/var/www/news/current')).rejects.toThrow('Name the folder around it, /var/www/news.');
  await expect(ssh('/var/www/news')).resolves.toMatchObject({
    name: expect.stringContaining('/var/www/news'),
  });
});

test('a manifest of a web app, which is none of ours, keeps no site out', async () => {
  mkdirSync(path.join(folder, 'app'));
  writeFileSync(path.join(folder, 'app/manifest.json'), '{"name": "Campus", "icons": []}');
  await expect(open('app/news')).resolves.toMatchObject({ name: `file:${path.join(folder, 'app/news')}` });
});
