/** `news doctor`: what it says of this machine, and of one that lacks something. */

import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { runNews } from '../builds/run-news.ts';
import {
  goodFrontMatter,
  photo,
  story,
  type TemporaryContent,
  temporaryContent,
} from '../builds/temporary-content.ts';

let content: TemporaryContent | undefined;
afterEach(async () => {
  await content?.remove();
  content = undefined;
});

const findings = z.array(
  z.strictObject({
    subject: z.string(),
    state: z.enum(['good', 'look', 'bad']),
    message: z.string(),
    hint: z.string().optional(),
  }),
);

async function desk(): Promise<TemporaryContent> {
  content = await temporaryContent({
    'articles/2024/fair/index.md': story(goodFrontMatter, '![A lake](lake.jpg "The lake"){credit="LI Hua"}'),
    'articles/2024/fair/lake.jpg': await photo(),
  });
  return content;
}

const call = ['doctor', '--content', 'content', '--cache', 'cache'];

test('finds a machine that works good, and leaves no trace in the content', async () => {
  const { folder } = await desk();
  const run = await runNews(call, { cwd: folder });
  expect(run.stdout).toMatch(/^good {2}Node {5}Version \d+/mu);
  expect(run.stdout).toContain('jpeg, png, webp, avif, tiff');
  expect(run.stdout).toContain('1 article can be read.');
  expect(run.stdout).toContain('This machine can build the site.');
  expect(run.stdout).not.toContain('bad ');
  expect(run.code).toBe(0);
});

test('names photos that Git LFS has not fetched, and says how to fetch them', async () => {
  const { folder } = await desk();
  await writeFile(
    path.join(folder, 'content/articles/2024/fair/lake.jpg'),
    'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n',
  );
  const run = await runNews([...call, '--json'], { cwd: folder });
  const found = findings.parse(JSON.parse(run.stdout)).filter(({ state }) => state === 'bad');
  expect(found).toMatchObject([
    { subject: 'photos', hint: 'Fetch them: git lfs install, then git lfs pull' },
  ]);
  expect(found[0]?.message).toContain('articles/2024/fair/lake.jpg');
  expect(run.code).toBe(3);
});

test('tells mistakes of the content, which are no fault of the machine', async () => {
  const { folder, write } = await desk();
  await write('articles/2024/fair/index.md', story(goodFrontMatter.replace('title', 'titel'), 'Text.'));
  const run = await runNews(call, { cwd: folder });
  expect(run.stdout).toMatch(/^look {2}content/mu);
  expect(run.code).toBe(0);
});

test('says so when there is no git, or a clock is behind the last commit', async () => {
  const { folder } = await desk();
  const bin = path.join(folder, 'bin');
  await mkdir(bin);
  const fake = path.join(bin, 'git');
  const says = async (script: string) => {
    await writeFile(fake, `#!/bin/sh\n${script}\n`);
    await chmod(fake, 0o755);
    return await runNews(call, { cwd: folder, env: { PATH: `${bin}:/bin:/usr/bin` } });
  };
  expect((await says('exit 127')).stdout).toMatch(/^bad {3}git {6}git is not installed/mu);
  const ahead = await says('[ "$1" = --version ] && echo git version 2 || echo 4102444800');
  expect(ahead.stdout).toMatch(/^bad {3}clock/mu);
  expect(ahead.code).toBe(3);
});
