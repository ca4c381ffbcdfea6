/** One story committed to a branch of a real repository: its files alone, whatever else has changed. */

import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOpenBranches } from '../../src/preview/open-branches.ts';
import { StoryCommits } from '../../src/preview/story-commits.ts';

const fair = 'articles/2024/fair/index.md';
let folder: string;
let content: string;

const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  LC_ALL: 'C',
};
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', env: environment, stdio: 'pipe' }).trim();
const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-git-'));
  content = path.join(folder, 'content');
  await write(`content/${fair}`, 'Fair');
  await write('content/articles/2024/fair/old.jpg', 'old');
  await write('content/articles/2023/other/index.md', 'Other');
  await write('content/site.yaml', 'name: News');
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'LI Hua');
  git('config', 'user.email', 'li@example.org');
  git('add', '.');
  git('commit', '-qm', 'Begin');
});

afterEach(() => rm(folder, { recursive: true }));

const filesOf = (branch: string): readonly string[] =>
  git('diff', '--name-status', '--no-renames', `main...${branch}`).split('\n');

test('the files of the story are committed, and nothing else that has changed or is staged', async () => {
  await write(`content/${fair}`, 'Fair, changed');
  await write('content/articles/2024/fair/index.zh.md', '中文');
  await write('content/articles/2024/fair/新照片.jpg', 'photo');
  await rm(path.join(content, 'articles/2024/fair/old.jpg'));
  await write('content/site.yaml', 'name: Changed');
  await write('content/articles/2023/other/index.md', 'Staged');
  git('add', 'content/articles/2023/other/index.md');
  const before = git('status', '--porcelain');
  const commits = new StoryCommits(content);
  expect(await commits.plan(fair, 'A fair')).toEqual({
    kind: 'ready',
    branch: 'story/2024-fair',
    exists: false,
    message: 'A fair',
    changes: [
      { kind: 'changed', file: 'content/articles/2024/fair/index.md' },
      { kind: 'added', file: 'content/articles/2024/fair/index.zh.md' },
      { kind: 'removed', file: 'content/articles/2024/fair/old.jpg' },
      { kind: 'added', file: 'content/articles/2024/fair/新照片.jpg' },
    ],
  });
  const done = await commits.commit(fair, 'story/2024-fair', 'Correct the fair');
  expect(done).toMatchObject({ kind: 'done', branch: 'story/2024-fair' });
  expect(filesOf('story/2024-fair')).toEqual([
    'M\tcontent/articles/2024/fair/index.md',
    'A\tcontent/articles/2024/fair/index.zh.md',
    'D\tcontent/articles/2024/fair/old.jpg',
    expect.stringMatching(/^A\t/u),
  ]);
  expect(git('log', '-1', '--format=%an: %s', 'story/2024-fair')).toBe('LI Hua: Correct the fair');
  // What is checked out, staged and changed stays.
  expect(git('status', '--porcelain')).toBe(before);
  expect(git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
  expect(await readFile(path.join(content, fair), 'utf8')).toBe('Fair, changed');
});

test('a second commit follows the first, and without a change there is none', async () => {
  const commits = new StoryCommits(content);
  await write(`content/${fair}`, 'One');
  await commits.commit(fair, 'story/2024-fair', 'One');
  expect(await commits.plan(fair, '')).toMatchObject({ exists: true, changes: [] });
  expect(await commits.commit(fair, 'story/2024-fair', 'Again')).toMatchObject({ kind: 'refused' });
  await write(`content/${fair}`, 'Two');
  expect(await commits.commit(fair, 'story/2024-fair', 'Two')).toMatchObject({ kind: 'done' });
  expect(git('log', '--format=%s', 'main..story/2024-fair')).toBe('Two\nOne');
});

test('a commit to the branch that is checked out leaves its files unchanged there', async () => {
  git('checkout', '-qb', 'desk');
  await write(`content/${fair}`, 'One');
  await write('content/site.yaml', 'name: Changed');
  git('add', 'content/site.yaml');
  expect(await new StoryCommits(content).commit(fair, 'desk', 'One')).toMatchObject({ kind: 'done' });
  expect(git('status', '--porcelain')).toBe('M  content/site.yaml');
  expect(git('show', '--name-only', '--format=', 'desk')).toBe(`content/${fair}`);
});

test('what stands in the way is said plainly', async () => {
  const commits = new StoryCommits(content);
  await write(`content/${fair}`, 'One');
  for (const [branch, message, said] of [
    ['two words', 'x', '"two words" cannot be the name of a branch'],
    ['--force', 'x', 'cannot be the name of a branch'],
    ['main/below', 'x', 'stands in the way of another branch'],
    ['story', ' ', 'Say in a few words'],
  ] as const)
    expect(await commits.commit(fair, branch, message)).toEqual({
      kind: 'refused',
      message: expect.stringContaining(said),
    });
  expect(await commits.commit('site.yaml', 'story', 'x')).toMatchObject({ kind: 'refused' });
  expect(git('branch', '--format=%(refname:short)')).toBe('main');
  const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'news-no-git-'));
  expect(await new StoryCommits(elsewhere).plan(fair, '')).toEqual({
    kind: 'none',
    message: 'The content is in no git repository.',
  });
  await rm(elsewhere, { recursive: true });
});

test('a branch is sent to the other repository, never over what is there', async () => {
  const commits = new StoryCommits(content);
  await write(`content/${fair}`, 'One');
  const first = await commits.commit(fair, 'story', 'One');
  expect(first).not.toHaveProperty('remote');
  expect(await commits.push('story')).toContain('no other to send');
  const other = path.join(folder, 'other.git');
  git('init', '-q', '--bare', other);
  git('remote', 'add', 'origin', other);
  expect(await commits.push('unknown')).not.toBe('');
  expect(await commits.push('--mirror')).not.toBe('');
  expect(await commits.push('story')).toBe('');
  const there = (): string => git('--git-dir', other, 'log', '-1', '--format=%s', 'story');
  expect(there()).toBe('One');
  expect(git('--git-dir', other, 'branch', '--format=%(refname:short)')).toBe('story');
  // The branch was made once more elsewhere.
  git('update-ref', '-d', 'refs/heads/story');
  expect(await commits.commit(fair, 'story', 'Another')).toMatchObject({ kind: 'done', remote: 'origin' });
  expect(await commits.push('story')).toContain('commits there that are not here');
  expect(there()).toBe('One');
  git('remote', 'set-url', 'origin', path.join(folder, 'nowhere.git'));
  expect(await commits.push('story')).toMatch(/^Git says: /u);
});

test('open branches tell who changes which stories; merged ones and those without stories are left out', async () => {
  expect(await listOpenBranches(content)).toEqual([]);
  await write(`content/${fair}`, 'One');
  await new StoryCommits(content).commit(fair, 'story/2024-fair', 'One');
  git('branch', 'merged');
  git('checkout', '-qb', 'tools');
  await write('tool.txt', 'x');
  git('add', 'tool.txt');
  git('commit', '-qm', 'Tool');
  git('checkout', '-q', 'main');
  expect(await listOpenBranches(content)).toEqual([
    {
      branch: 'story/2024-fair',
      author: 'LI Hua',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
      stories: ['2024/fair'],
    },
  ]);
});
