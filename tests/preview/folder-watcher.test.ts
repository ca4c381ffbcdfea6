/** Which files are reported, whatever is done to their folders meanwhile. */

import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderWatcher } from '../../src/preview/folder-watcher.ts';

let parent: string;
let watcher: FolderWatcher;
const seen = new Set<string>();
const at = (...names: string[]) => path.join(parent, 'content', ...names);
const story = () => at('articles', '2024', 'fair', 'index.md');

beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'news-watch-'));
  await mkdir(path.dirname(story()), { recursive: true });
  await writeFile(story(), 'first');
  seen.clear();
  watcher = new FolderWatcher(at(), (file) => seen.add(file));
});

afterEach(async () => {
  watcher.close();
  await rm(parent, { recursive: true, force: true });
});

async function expectSeenAfter(change: () => Promise<unknown>, file = story()): Promise<void> {
  // What was done before is reported first.
  await pause(100);
  seen.clear();
  await change();
  await vi.waitFor(() => expect([...seen]).toContain(file), { timeout: 5000 });
}

test('an edit is reported', async () => {
  await watcher.start(Number.POSITIVE_INFINITY);
  await expectSeenAfter(() => writeFile(story(), 'second'));
});

test.each([
  ['copied back', (away: string, year: string) => cp(away, year, { recursive: true })],
  ['moved back', (away: string, year: string) => rename(away, year)],
])('a year that is moved away and %s is watched again, and so is every folder in it', async (_, putBack) => {
  await watcher.start(Number.POSITIVE_INFINITY);
  const away = path.join(parent, 'away');
  const year = at('articles', '2024');
  await expectSeenAfter(() => rename(year, away), year);
  await expectSeenAfter(() => putBack(away, year));
  await expectSeenAfter(() => writeFile(story(), 'edited'));
});

test('a folder that is deleted and made anew is watched, as git does when branches change', async () => {
  await watcher.start(Number.POSITIVE_INFINITY);
  for (let time = 0; time < 3; time += 1) {
    await expectSeenAfter(() => rm(at('articles'), { recursive: true }), at('articles'));
    await mkdir(path.dirname(story()), { recursive: true });
    await expectSeenAfter(() => writeFile(story(), `again ${time}`));
  }
});

test('a link that leads nowhere does not hide the folders beside it', async () => {
  await symlink('/nowhere', at('a-link'));
  await watcher.start(Number.POSITIVE_INFINITY);
  await expectSeenAfter(() => writeFile(story(), 'second'));
});
