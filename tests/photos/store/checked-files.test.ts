import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CheckedFiles } from '../../../src/photos/store/checked-files.ts';
import { openFolderStore } from '../../../src/photos/store/folder-store.ts';
import { storedNameFor } from '../../../src/photos/store/stored-name.ts';

const name = '3f9ac1d27b5e-960.avif';
const bytes = Buffer.from('a photograph');
const damaged = Buffer.from('a photogrXph');
const stored = storedNameFor(name, bytes);
const longAgo = new Date('2026-01-05T10:00:00.700Z');

let folder: string;
let file: string;
let list: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'news-checked-'));
  file = path.join(folder, 'renditions', '3f', stored.fileName);
  list = path.join(folder, 'checked.txt');
  await openFolderStore(path.join(folder, 'renditions')).put(name, bytes);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a build of its own finds. */
async function build(): Promise<string | undefined> {
  const memory = new CheckedFiles(list);
  const store = openFolderStore(path.join(folder, 'renditions'), memory);
  const found = await store.pathOf(name);
  await memory.save();
  return found === undefined ? undefined : store.checked(name)?.sha256;
}

test('a file that was checked is not read again, nor after an archive has carried it', async () => {
  utimesSync(file, longAgo, longAgo);
  expect(await build()).toBe(stored.sha256);
  // That it is not read shows in this alone.
  writeFileSync(file, damaged);
  const carried = new Date(Math.floor(longAgo.getTime() / 1000) * 1000);
  utimesSync(file, carried, carried);
  expect(await build()).toBe(stored.sha256);
});

test('a file of another time or size is read', async () => {
  utimesSync(file, longAgo, longAgo);
  await build();
  writeFileSync(file, damaged);
  expect(await build()).toBeUndefined();
  await openFolderStore(path.join(folder, 'renditions')).put(name, bytes);
  utimesSync(file, longAgo, longAgo);
  await build();
  writeFileSync(file, bytes.subarray(1));
  utimesSync(file, longAgo, longAgo);
  expect(await build()).toBeUndefined();
});

test('a file that was written a moment ago is read the next time, too', async () => {
  expect(await build()).toBe(stored.sha256);
  writeFileSync(file, damaged);
  expect(await build()).toBeUndefined();
});

test.each(['', 'no list', `${'0'.repeat(64)} soon ${stored.fileName}\n`, '\u0000\u0001'])(
  'a list that says %j says nothing',
  async (text) => {
    utimesSync(file, longAgo, longAgo);
    writeFileSync(list, text);
    expect(await build()).toBe(stored.sha256);
  },
);
