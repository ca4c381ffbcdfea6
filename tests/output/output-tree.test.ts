import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseManifest } from '../../src/output/manifest.ts';
import { OutputTree } from '../../src/output/output-tree.ts';

let parent = '';
let folder = '';

beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'news-output-'));
  folder = path.join(parent, '_site');
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

async function build(files: Readonly<Record<string, string>>) {
  const tree = await OutputTree.open(folder);
  for (const [file, content] of Object.entries(files)) tree.put(file, content);
  return await tree.commit();
}

async function read(file: string): Promise<string> {
  return await readFile(path.join(folder, file), 'utf8');
}

describe('the output folder', () => {
  test('holds nothing until the whole site is committed', async () => {
    const tree = await OutputTree.open(folder);
    tree.put('index.html', 'home');
    await expect(stat(folder)).rejects.toThrow('ENOENT');
    await tree.commit();
    expect(await read('index.html')).toBe('home');
  });

  test('may stand there empty, or with files of others, which stay', async () => {
    await mkdir(folder);
    expect(await build({ 'index.html': 'home' })).toMatchObject({ added: 1, files: 1 });
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await writeFile(path.join(folder, 'CNAME'), 'news.example.edu');
    expect(await build({ 'index.html': 'home' })).toMatchObject({ added: 1, files: 1 });
    expect((await readdir(folder)).sort()).toEqual(['CNAME', 'index.html', 'manifest.json']);
    expect(await readdir(parent)).toEqual(['_site']);
  });

  test('stays as it was when a build is discarded, and nothing is left beside it', async () => {
    await build({ 'index.html': 'first' });
    const tree = await OutputTree.open(folder);
    tree.put('index.html', 'second');
    await tree.discard();
    expect(await read('index.html')).toBe('first');
    expect(await readdir(parent)).toEqual(['_site']);
  });

  test('keeps a file that did not change untouched', async () => {
    await build({ 'index.html': 'home', 'a/index.html': 'one' });
    const longAgo = new Date('2001-01-01');
    await utimes(path.join(folder, 'index.html'), longAgo, longAgo);
    const summary = await build({ 'index.html': 'home', 'a/index.html': 'two' });
    expect(summary).toMatchObject({ added: 0, changed: 1, removed: 0, files: 2 });
    expect((await stat(path.join(folder, 'index.html'))).mtimeMs).toBe(longAgo.getTime());
    expect(await read('a/index.html')).toBe('two');
  });

  test('removes what an earlier build made and this one does not, with folders that become empty', async () => {
    await build({ 'index.html': 'home', 'old/story/index.html': 'gone' });
    expect(await build({ 'index.html': 'home' })).toMatchObject({ removed: 1 });
    expect(await readdir(folder)).toEqual(['index.html', 'manifest.json']);
  });

  test('never touches a file that somebody else put there', async () => {
    await build({ 'index.html': 'home', 'old/index.html': 'gone' });
    await writeFile(path.join(folder, 'old', 'note.txt'), 'mine');
    await build({ 'index.html': 'home' });
    expect(await read('old/note.txt')).toBe('mine');
  });

  test('writes a file anew that somebody damaged', async () => {
    await build({ 'index.html': 'home' });
    await writeFile(path.join(folder, 'index.html'), 'half a ho');
    await build({ 'index.html': 'home' });
    expect(await read('index.html')).toBe('home');
  });

  test('takes a damaged manifest for none, and removes nothing', async () => {
    await build({ 'index.html': 'home', 'old/index.html': 'old' });
    await writeFile(path.join(folder, 'manifest.json'), '{"version":1,"files":');
    await build({ 'index.html': 'home' });
    expect(await read('old/index.html')).toBe('old');
  });

  test('does not follow a manifest that names files outside', async () => {
    await mkdir(folder);
    await writeFile(path.join(parent, 'precious.txt'), 'mine');
    const entry = { sha256: '0'.repeat(64), sizeBytes: 4 };
    const manifest = { version: 1, files: { '../precious.txt': entry } };
    await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
    await build({ 'index.html': 'home' });
    expect(await readFile(path.join(parent, 'precious.txt'), 'utf8')).toBe('mine');
  });

  test('refuses a path outside, and two parts that make one file', async () => {
    const tree = await OutputTree.open(folder);
    expect(() => tree.put('../evil.html', '')).toThrow('inside the output folder');
    tree.put('index.html', 'one');
    expect(() => tree.put('index.html', 'two')).toThrow('the same file');
    await tree.discard();
  });

  test('knows whole photos again by their names, and nothing else', async () => {
    await build({
      'photos/3f9a-960.avif': 'rendition',
      'photos/00ff-960.avif': 'other',
      'index.html': 'home',
    });
    await writeFile(path.join(folder, 'photos/00ff-960.avif'), 'cut');
    const tree = await OutputTree.open(folder);
    const names = ['photos/3f9a-960.avif', 'photos/00ff-960.avif', 'photos/aaaa-960.avif', 'index.html'];
    expect(names.filter((file) => tree.has(file))).toEqual(['photos/3f9a-960.avif']);
    tree.keepImmutable('photos/3f9a-960.avif');
    expect(() => tree.keepImmutable('photos/aaaa-960.avif')).toThrow('no photos/aaaa-960.avif');
    expect(await tree.commit()).toMatchObject({ files: 1, added: 0, changed: 0, removed: 2 });
    expect(await read('photos/3f9a-960.avif')).toBe('rendition');
  });

  test('sweeps away what a killed build left, and leaves a running one alone', async () => {
    await mkdir(path.join(parent, '._site.staged-999999999'), { recursive: true });
    await mkdir(path.join(parent, '._site.staged-1'), { recursive: true });
    await build({ 'index.html': 'home' });
    expect(await readdir(parent)).toEqual(['._site.staged-1', '_site']);
  });
});

describe('the manifest', () => {
  test('says of each file its size, hash, type, cache policy and what it was made from', async () => {
    const tree = await OutputTree.open(folder);
    tree.put('index.html', 'home', { madeFrom: 'what it shows' });
    await writeFile(path.join(parent, 'rendition'), 'picture');
    await tree.take('photos/3f9a-960.avif', path.join(parent, 'rendition'), {
      madeFrom: 'hash of the photo',
    });
    await tree.commit([{ pattern: '/*', headers: [['X-Frame-Options', 'DENY']] }]);
    expect(JSON.parse(await read('manifest.json'))).toEqual({
      version: 1,
      headers: [{ pattern: '/*', headers: [['X-Frame-Options', 'DENY']] }],
      files: {
        'index.html': {
          sha256: '4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942',
          sizeBytes: 4,
          contentType: 'text/html; charset=utf-8',
          cache: 'short',
          madeFrom: 'what it shows',
        },
        'photos/3f9a-960.avif': {
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          sizeBytes: 7,
          contentType: 'image/avif',
          cache: 'immutable',
          madeFrom: 'hash of the photo',
        },
      },
    });
  });

  test('is read back as it was written; one that names files outside is none', async () => {
    await build({ 'index.html': 'home', 'a/index.html': 'page' });
    const manifest = parseManifest(await read('manifest.json'));
    expect([...(manifest?.files.keys() ?? [])]).toEqual(['a/index.html', 'index.html']);
    for (const file of ['../precious.txt', '/etc/passwd', 'a/../../b', 'a//b', 'a\\b']) {
      const entry = { sha256: '0'.repeat(64), sizeBytes: 4 };
      expect(parseManifest(JSON.stringify({ version: 1, files: { [file]: entry } })), file).toBeUndefined();
    }
  });

  test.each([
    ['/*', 'A', 'b\r\nSet-Cookie: c=d'],
    ['/*', 'A: b\nC', 'd'],
    ['/*\n/b', 'A', 'b'],
    ['x', 'A', 'b'],
  ])('that would add lines to the settings of a server is none: %j', (pattern, name, value) => {
    const headers = [{ pattern, headers: [[name, value]] }];
    expect(parseManifest(JSON.stringify({ version: 1, headers, files: {} }))).toBeUndefined();
  });
});
