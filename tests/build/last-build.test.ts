import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BuiltSite } from '../../src/build/build-site.ts';
import { LastBuild } from '../../src/build/last-build.ts';
import type { Project } from '../../src/build/project.ts';

const noon = Date.parse('2024-05-06T12:00:00Z');
const built: BuiltSite = {
  pages: 2,
  articles: 1,
  photos: 0,
  encodedRenditions: 0,
  heldBack: [{ file: 'articles/2024/b/index.md', title: 'B', status: 'draft' }],
  files: 1,
  added: 1,
  changed: 0,
  removed: 0,
  sizeBytes: 5,
  sizes: new Map([['index.html', 5]]),
  nextChangeMs: noon + 60_000,
};

let folder: string;
let project: Project;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-last-build-'));
  project = {
    root: folder,
    home: folder,
    bundle: path.join(folder, '.cache/bundle/1'),
    content: path.join(folder, 'content'),
    displayContent: 'content',
    output: path.join(folder, '_site'),
    cache: path.join(folder, '.cache'),
  };
  for (const name of ['content/people', 'assets', '_site', '.cache']) {
    await mkdir(path.join(folder, name), { recursive: true });
  }
  await writeFile(path.join(folder, 'content/site.yaml'), 'name: News\n');
  await writeFile(path.join(folder, '_site/manifest.json'), '{}\n');
  await writeFile(path.join(folder, '_site/index.html'), 'Home\n');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** Long after the files were written. */
function later(): void {
  const nowMs = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(nowMs + 60_000);
}

async function note(): Promise<void> {
  later();
  await new LastBuild(project, noon).remember(built);
}

describe('the last build', () => {
  test('says what it left when nothing was touched since', async () => {
    expect(new LastBuild(project, noon).result()).toBeUndefined();
    await note();
    expect(new LastBuild(project, noon + 1).result()).toEqual({ ...built, pages: 0, added: 0 });
  });

  test.each<readonly [string, (name: string) => Promise<void>]>([
    ['a setting of the same length', () => writeFile(path.join(folder, 'content/site.yaml'), 'name: Olds\n')],
    ['a new file', () => writeFile(path.join(folder, 'content/people/li-hua.md'), '')],
    ['a removed file', () => rm(path.join(folder, 'content/site.yaml'))],
    ['the ledger', () => writeFile(path.join(folder, 'content/.addresses.json'), '{}')],
    ['a link', () => symlink('site.yaml', path.join(folder, 'content/.baseline.json'))],
    ['a linked style', () => symlink('b.css', path.join(folder, 'assets/a.css'))],
    ['a style', () => writeFile(path.join(folder, 'assets/a.css'), '')],
    ['a page that is gone', () => rm(path.join(folder, '_site/index.html'))],
    ['a page that was cut', () => writeFile(path.join(folder, '_site/index.html'), 'Ho\n')],
    ['another manifest', () => writeFile(path.join(folder, '_site/manifest.json'), '[]\n')],
  ])('is not enough after a change of %s', async (name, change) => {
    await note();
    await change(name);
    expect(new LastBuild(project, noon).result()).toBeUndefined();
  });

  test('is not enough at the moment at which the site changes, nor before the one it was made for', async () => {
    await note();
    expect(new LastBuild(project, noon + 60_000).result()).toBeUndefined();
    expect(new LastBuild(project, noon - 1).result()).toBeUndefined();
  });

  test('is not enough for another version of the generator, or another output', async () => {
    await note();
    const other = { ...project, bundle: path.join(folder, '.cache/bundle/2') };
    expect(new LastBuild(other, noon).result()).toBeUndefined();
    expect(new LastBuild({ ...project, output: path.join(folder, 'out') }, noon).result()).toBeUndefined();
  });

  test('is not noted while files are so new that they could change and keep their stamps', async () => {
    await new LastBuild(project, noon).remember(built);
    expect(new LastBuild(project, noon).result()).toBeUndefined();
  });

  test('is not enough when its note is damaged', async () => {
    await note();
    const [name = ''] = await readdir(path.join(folder, '.cache/builds'));
    await writeFile(path.join(folder, '.cache/builds', name), '{"inputs": 1');
    expect(new LastBuild(project, noon).result()).toBeUndefined();
  });
});
