/** `news doctor` in a newsroom's folder: what works here and would fail where its host builds it. */

import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { examineNewsroom } from '../../src/cli/examine-newsroom.ts';

let world: string;
let home: string;

beforeEach(async () => {
  world = await mkdtemp(path.join(os.tmpdir(), 'news-home-'));
  home = path.join(world, 'news');
  await mkdir(home);
});

afterEach(() => rm(world, { recursive: true, force: true }));

const packageOf = (source: string) =>
  writeFile(
    path.join(home, 'package.json'),
    JSON.stringify({ dependencies: { newsroom: source, a: '1.0.0' } }),
  );

const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: home });

test.each(['../newsroom-0.2.0.tgz', '../../elsewhere/newsroom-0.2.0.tgz', '/srv/newsroom-0.2.0.tgz'])(
  'a package at %s is in no clone',
  async (file) => {
    await packageOf(`file:${file}`);
    const [finding] = await examineNewsroom(home);
    expect(finding).toMatchObject({ subject: 'package', state: 'bad' });
    expect(finding?.message).toContain(`package.json takes newsroom from ${file}`);
    expect(finding?.hint).toContain('npm install ./newsroom-0.2.0.tgz');
  },
);

test('a folder of the generator beside the newsroom is packed', async () => {
  await packageOf('file:../generator');
  expect((await examineNewsroom(home))[0]?.hint).toContain('npm pack ../generator');
});

test.each(['file:newsroom-0.2.0.tgz', 'file:./vendor/newsroom-0.2.0.tgz', '^0.2.0'])(
  'a package at %s can be installed anywhere',
  async (source) => {
    await packageOf(source);
    expect(await examineNewsroom(home)).toEqual([]);
  },
);

test('the workflows publish main, which must be there once something is committed', async () => {
  await packageOf('^0.2.0');
  await mkdir(path.join(home, '.github/workflows'), { recursive: true });
  await writeFile(path.join(home, '.github/workflows/publish.yml'), 'name: Publish\n');
  expect(await examineNewsroom(home)).toEqual([]);
  git('init', '--initial-branch', 'master');
  expect(await examineNewsroom(home)).toEqual([]);
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.edu', 'commit', '--allow-empty', '--message', 'Begin');
  expect(await examineNewsroom(home)).toMatchObject([
    { subject: 'branch', state: 'bad', hint: 'Name it so: git branch -m main' },
  ]);
  git('branch', 'feature/main-menu');
  expect(await examineNewsroom(home)).toHaveLength(1);
  git('branch', '-m', 'master', 'main');
  expect(await examineNewsroom(home)).toEqual([]);
});

test('a package.json that a merge has left in two versions is told, and does not stop the rest', async () => {
  await writeFile(
    path.join(home, 'package.json'),
    '{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> li\n}\n',
  );
  const [finding, ...more] = await examineNewsroom(home);
  expect(finding).toMatchObject({ subject: 'package', state: 'bad' });
  expect(finding?.message).toBe('package.json cannot be read: a merge is unfinished in it.');
  expect(more).toEqual([]);
});

test('a package or a lock file that git was told to ignore is in no clone', async () => {
  await packageOf('file:newsroom-0.2.0.tgz');
  await writeFile(path.join(home, 'newsroom-0.2.0.tgz'), '');
  await writeFile(path.join(home, 'package-lock.json'), '{}');
  await writeFile(path.join(home, '.gitignore'), '*.tgz\n*-lock.json\n');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  expect(await examineNewsroom(home)).toEqual([]);
  const commit = () => git('-c', 'user.name=A', '-c', 'user.email=a@b.test', 'commit', '-q', '-m', 'A');
  commit();
  const [finding] = await examineNewsroom(home);
  expect(finding?.message).toContain('Git does not have package-lock.json and newsroom-0.2.0.tgz:');
  git('add', '-f', 'package-lock.json', 'newsroom-0.2.0.tgz');
  expect(await examineNewsroom(home)).toEqual([]);
});
