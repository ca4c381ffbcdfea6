/** The editor's stories and photos on disk: whole, inside the content, and never over what others wrote. */

import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoryFiles } from '../../src/preview/story-files.ts';
import { writeRefusal } from '../../src/preview/write-refusal.ts';

const fair = 'articles/2024/fair/index.md';
const raw = '\uFEFF---\r\ntitle: Fair\r\n---\r\n';
let folder: string;
let content: string;
let files: StoryFiles;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-story-'));
  content = path.join(folder, 'content');
  await mkdir(path.join(content, 'articles/2024/fair'), { recursive: true });
  await writeFile(path.join(content, fair), raw);
  files = new StoryFiles(content);
});

afterEach(() => rm(folder, { recursive: true }));

test('a story is read and saved with its byte order mark and its line ends', async () => {
  const stored = await files.read(fair);
  expect(stored?.raw).toBe(raw);
  const saving = await files.save(fair, `${raw}Text.\r\n`, stored?.version);
  expect(saving.kind).toBe('saved');
  expect(await readFile(path.join(content, fair), 'utf8')).toBe(`${raw}Text.\r\n`);
  expect(await readdir(path.join(content, 'articles/2024/fair'))).toEqual(['index.md']);
});

test('a story that others have changed, deleted or made meanwhile is not overwritten', async () => {
  const stored = await files.read(fair);
  await writeFile(path.join(content, fair), 'Theirs');
  const changed = await files.save(fair, 'Mine', stored?.version);
  expect(changed).toMatchObject({ kind: 'conflict', stored: { raw: 'Theirs' } });
  expect(await files.save(fair, 'Mine', undefined)).toMatchObject({ kind: 'conflict' });
  await rm(path.join(content, fair));
  expect(await files.save(fair, 'Mine', stored?.version)).toEqual({ kind: 'conflict', stored: undefined });
});

test('of two that save at once upon the same version one is told of the other', async () => {
  const stored = await files.read(fair);
  const savings = await Promise.all(['One', 'Two'].map((text) => files.save(fair, text, stored?.version)));
  expect(savings.map(({ kind }) => kind)).toEqual(['saved', 'conflict']);
  expect(await readFile(path.join(content, fair), 'utf8')).toBe('One');
});

test.each([
  'site.yaml',
  '../outside/index.md',
  'articles/2024/../../../index.md',
  'articles/2024/.git/index.md',
  'articles/2024/fair/photo.jpg',
  'articles/2024/fair/index.md/../../x.md',
  'articles/2024/con/index.md',
  'articles/2024/a\\b/index.md',
  'people/li.md',
])('%s is no place of a story', async (file) => {
  expect(await files.save(file, 'x', undefined)).toMatchObject({ kind: 'refused' });
  expect(await files.read(file)).toBeUndefined();
});

test('symbolic links lead nowhere, neither of folders nor of files', async () => {
  await mkdir(path.join(folder, 'outside'));
  await writeFile(path.join(folder, 'outside/index.md'), 'secret');
  await symlink(path.join(folder, 'outside'), path.join(content, 'articles/2024/linked'));
  await mkdir(path.join(content, 'articles/2024/file'));
  await symlink(path.join(folder, 'outside/index.md'), path.join(content, 'articles/2024/file/index.md'));
  for (const name of ['linked', 'file']) {
    const file = `articles/2024/${name}/index.md`;
    expect(await files.read(file)).toBeUndefined();
    expect(await files.save(file, 'x', undefined)).toMatchObject({ kind: 'refused' });
    expect(
      await files.addPhoto(file.replace('file/', 'linked/'), Buffer.from('x'), () => 'a.jpg'),
    ).toBeUndefined();
  }
  expect(await readFile(path.join(folder, 'outside/index.md'), 'utf8')).toBe('secret');
  expect(await readdir(path.join(folder, 'outside'))).toEqual(['index.md']);
});

test('a file that is not UTF-8 is left to a text editor', async () => {
  await writeFile(path.join(content, fair), Buffer.from([0x2d, 0xff, 0xfe]));
  expect(await files.read(fair)).toBeUndefined();
  expect(await files.save(fair, 'x', undefined)).toMatchObject({ kind: 'refused' });
});

test('a photo is written once: the same again keeps its name, another one of the name gets the next', async () => {
  const nameOf = (taken: ReadonlySet<string>): string => (taken.has('a.jpg') ? 'a-2.jpg' : 'a.jpg');
  const add = (text: string) => files.addPhoto(fair, Buffer.from(text), nameOf);
  expect(await add('one')).toEqual({ name: 'a.jpg', isNew: true });
  expect(await add('one')).toEqual({ name: 'a.jpg', isNew: false });
  expect(await add('two')).toEqual({ name: 'a-2.jpg', isNew: true });
  expect(await files.addPhoto(fair, Buffer.from('x'), () => '../../x.jpg')).toBeUndefined();
  expect(await files.addPhoto(fair, Buffer.from('x'), () => '.htaccess')).toBeUndefined();
});

test('what the disk refuses is told in words, and nothing of it is left', async () => {
  const long = `articles/2024/${'a'.repeat(300)}/index.md`;
  expect(await files.save(long, 'Mine', undefined)).toEqual({
    kind: 'refused',
    message: expect.stringContaining('is longer than this computer can write'),
  });
  expect(await readdir(path.join(content, 'articles/2024'))).toEqual(['fair']);
});

test.each([
  ['ENOSPC', /disk is full/u],
  ['EROFS', /does not let index\.md be written/u],
  ['EACCES', /another program has it open/u],
  ['EBUSY', /Close it there/u],
])('a write that ends with %s', (code, expected) => {
  const error = Object.assign(new Error('The system says so.'), { code });
  expect(writeRefusal(error, 'index.md')).toMatch(expected);
  expect(writeRefusal(new Error('Cannot write.', { cause: error }), 'index.md')).toMatch(expected);
  expect(writeRefusal(new Error('A broken invariant.'), 'index.md')).toBeUndefined();
});
