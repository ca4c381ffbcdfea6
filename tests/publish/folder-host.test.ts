/** What is particular to releases in a folder of this machine. */

import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BuiltSite, builtSite, firstSite, secondSite } from './built-site.ts';
import { publishTo, targetOf } from './target-double.ts';

let site: BuiltSite;
let folder = '';
let target: Parameters<typeof publishTo>[0];

beforeEach(async () => {
  site = await builtSite();
  await site.build(firstSite);
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-target-'));
  target = {
    address: `file:${folder}`,
    environment: {},
    shown: async () => new Map(),
    spoil: async () => undefined,
    stop: async () => undefined,
  };
});

afterEach(async () => {
  await site.remove();
  await rm(folder, { recursive: true, force: true });
});

const inode = async (file: string) => (await stat(path.join(folder, 'current', file))).ino;

describe('releases in a folder', () => {
  test('share the files that did not change, compressed ones too', async () => {
    await publishTo(target, site.folder);
    const files = ['2024/fair/index.html', '2024/fair/index.html.br', 'photos/aaaaaaaaaaaa-320.webp'];
    const before = await Promise.all(files.map(inode));
    await site.build({ ...firstSite, 'feed.xml': '<feed>new</feed>' });
    expect(await publishTo(target, site.folder)).toMatchObject({ sentFiles: 2 });
    expect(await Promise.all(files.map(inode))).toEqual(before);
    expect(await readdir(path.join(folder, 'releases'))).toHaveLength(2);
  });

  test('have compressed files beside text that is worth it, of the same content', async () => {
    await publishTo(target, site.folder);
    const page = path.join(folder, 'current', '2024/fair/index.html');
    const text = await readFile(page);
    expect(brotliDecompressSync(await readFile(`${page}.br`)).equals(text)).toBe(true);
    expect(gunzipSync(await readFile(`${page}.gz`)).equals(text)).toBe(true);
    const names = await readdir(path.join(folder, 'current'));
    expect(names.filter((name) => name.startsWith('feed.xml'))).toEqual(['feed.xml']);
    expect(await readdir(path.join(folder, 'current/photos'))).toEqual(['aaaaaaaaaaaa-320.webp']);
  });

  test('stay in the number that was asked for, and keep what pages in browsers still load', async () => {
    for (const number of [1, 2, 3, 4]) {
      await site.build({ ...firstSite, 'feed.xml': `<feed>${number}</feed>` });
      await publishTo(target, site.folder, { keptReleases: 2 });
    }
    const releases = await readdir(path.join(folder, 'releases'));
    expect(releases.map((name) => name.slice(0, 6))).toEqual(['000003', '000004']);
    await site.build(secondSite);
    await publishTo(target, site.folder);
    expect(await readdir(path.join(folder, 'current/assets'))).toEqual([
      'site-aaaaaaaaaa.css',
      'site-bbbbbbbbbb.css',
    ]);
  });

  test('are numbered on, whatever the clock says', async () => {
    await publishTo(target, site.folder, { clock: () => Date.parse('2031-01-01T00:00:00Z') });
    await site.build(secondSite);
    await publishTo(target, site.folder, { clock: () => Date.parse('2024-01-01T00:00:00Z') });
    expect(await readlink(path.join(folder, 'current'))).toMatch(/^releases\/000002-20240101T000000Z-/u);
    const { rollBack } = await targetOf(target);
    expect(await rollBack()).toMatch(/^000001-2031/u);
  });

  test('leave everything else in the folder alone', async () => {
    await writeFile(path.join(folder, 'note.txt'), 'mine');
    await mkdir(path.join(folder, 'releases/by-hand'), { recursive: true });
    await publishTo(target, site.folder);
    expect((await readdir(folder)).sort()).toEqual(['current', 'note.txt', 'releases']);
    expect(await readdir(path.join(folder, 'releases'))).toContain('by-hand');
  });

  test('are refused where another tool has put a folder in the way', async () => {
    await mkdir(path.join(folder, 'current'));
    await expect(publishTo(target, site.folder)).rejects.toThrow('is not a link that news publish made');
  });
});

describe('the lock', () => {
  const lockOf = (holder: object) => writeFile(path.join(folder, '.publish-lock'), JSON.stringify(holder));

  test('of a dead process is taken over, and that of a running one or of another machine is not', async () => {
    await lockOf({ host: os.hostname(), pid: 999_999_999, id: 'x' });
    expect(await publishTo(target, site.folder)).toMatchObject({ outcome: 'published' });
    await lockOf({ host: os.hostname(), pid: process.ppid, id: 'x' });
    await expect(publishTo(target, site.folder)).rejects.toThrow('Another publish');
    await lockOf({ host: 'elsewhere', pid: 1, id: 'x' });
    await expect(publishTo(target, site.folder)).rejects.toThrow(`delete ${folder}/.publish-lock`);
  });
});
