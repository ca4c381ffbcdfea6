/**
 * The shipped workflows, run by their own steps in an empty folder with the cache of the run before: what they publish
 * is what a clean build gives, byte for byte.
 */

import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileGenerator } from '../../src/cli/compile-generator.cjs';
import { hashesOf } from '../bench/output-size.ts';
import { runNewsHere } from './generator.ts';
import { root } from './run-news.ts';
import { goodFrontMatter, photo, story, temporaryContent } from './temporary-content.ts';
import { git, type Host, runGitHubJob, runGitLabJob } from './workflow-runner.ts';

/** Of the generator what a build and its caches depend on. */
const generator = [
  ...['.eleventy.ts', '.gitignore', '.gitlab-ci.yml', '.github/workflows'],
  ...['assets', 'src', 'templates', 'package.json', 'package-lock.json', 'tsconfig.json'],
];

let folder: string;
let editor: string;
let bundle: string;

beforeAll(async () => {
  bundle = await compileGenerator(root);
  folder = mkdtempSync(path.join(os.tmpdir(), 'news-workflows-'));
  editor = path.join(folder, 'editor');
  mkdirSync(editor);
  for (const part of generator) cpSync(path.join(root, part), path.join(editor, part), { recursive: true });
  const content = await temporaryContent({
    'articles/2024/fair/index.md': story(
      goodFrontMatter,
      '![A field](1.jpg "A grey field")\n\nThe first text.',
    ),
    'articles/2024/fair/1.jpg': await photo(),
    'articles/2024/steel/index.md': story(
      goodFrontMatter.replace('A good story', 'Steel'),
      'A text on steel.',
    ),
  });
  cpSync(path.join(content.folder, 'content'), path.join(editor, 'content'), { recursive: true });
  await content.remove();
  git(editor, 'init', '--quiet', '--initial-branch', 'main');
  git(editor, 'config', 'user.name', 'Editor');
  git(editor, 'config', 'user.email', 'editor@example.edu');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function openHost(name: string): Host {
  const own = path.join(folder, name);
  // Every cache holds the generator already, compiled of the same sources: to compile it takes longer than to build.
  for (const cache of ['made-before', 'made', 'made-for-merge-requests'])
    cpSync(bundle, path.join(own, 'kept', cache, '.cache/bundle', path.basename(bundle)), {
      recursive: true,
    });
  const repository = path.join(own, 'repository.git');
  git(own, 'init', '--quiet', '--bare', '--initial-branch', 'main', repository);
  // GitLab is told so that its own commit is no reason for a pipeline.
  git(repository, 'config', 'receive.advertisePushOptions', 'true');
  return { repository, checkout: path.join(own, 'work'), kept: path.join(own, 'kept') };
}

function push({ repository }: Host, edit: () => void): void {
  edit();
  git(editor, 'add', '--all');
  git(editor, 'commit', '--quiet', '--allow-empty', '--message', 'Edit');
  git(editor, 'push', '--quiet', '--force', repository, 'main');
}

const fair = () => path.join(editor, 'content/articles/2024/fair/index.md');
const renderedBy = (said: string) => Number(/(\d+) pages rendered/u.exec(said)?.[1]);

/** A site that was built where nothing is kept. */
async function cleanBuild(name: string): Promise<ReadonlyMap<string, string>> {
  const output = path.join(folder, `clean-${name}`);
  const { code, stderr } = await runNewsHere([
    ...['build', '--content', path.join(editor, 'content'), '--output', output],
    ...['--cache', path.join(folder, `clean-${name}-cache`)],
  ]);
  expect(code, stderr).toBe(0);
  return relative(output);
}

function relative(output: string): ReadonlyMap<string, string> {
  return new Map([...hashesOf(output)].map(([file, hash]) => [path.relative(output, file), hash]));
}

describe('GitHub', () => {
  test('publishes after each push what a clean build gives, renders what was edited alone, and commits the ledger', {
    timeout: 900_000,
  }, async () => {
    const host = openHost('github');
    push(host, () => undefined);
    const first = runGitHubJob(host, 'publish.yml', 'build');

    push(host, () => appendFileSync(fair(), '\nOne more line.\n'));
    const second = runGitHubJob(host, 'publish.yml', 'build');
    expect(renderedBy(second)).toBeLessThan(renderedBy(first));
    expect(second).toContain('(0 renditions encoded)');
    expect(relative(path.join(host.checkout, '_site'))).toEqual(await cleanBuild('github'));

    // A pull request reads what was kept, and keeps nothing. The same words again change no more shards of the search.
    push(host, () => appendFileSync(fair(), '\nOne more line.\n'));
    expect(renderedBy(runGitHubJob(host, 'check.yml', 'site'))).toBeLessThanOrEqual(renderedBy(second));

    // Where the style changes, pages of before are no use, and the cache has another name.
    const style = path.join(editor, 'assets/styles/print.css');
    const before = readFileSync(style);
    push(host, () => appendFileSync(style, '\nh1 { margin: 0 }\n'));
    expect(renderedBy(runGitHubJob(host, 'publish.yml', 'build'))).toBeGreaterThan(renderedBy(second));
    expect(renderedBy(runGitHubJob(host, 'publish.yml', 'build'))).toBe(0);
    writeFileSync(style, before);

    // The ledger of addresses is committed by a job of its own, once.
    runGitHubJob(host, 'publish.yml', 'addresses');
    runGitHubJob(host, 'publish.yml', 'addresses');
    expect(git(host.repository, 'show', 'main:content/.addresses.json')).toContain('/2024/05/fair/');
    expect(git(host.repository, 'log', '-2', '--format=%s')).toBe('Addresses that readers have\nEdit\n');
  });
});

describe('GitLab', () => {
  test('publishes what a clean build gives, and commits the ledger', { timeout: 900_000 }, async () => {
    const host = openHost('gitlab');
    push(host, () => undefined);
    const branch = { CI_DEFAULT_BRANCH: 'main' };
    const first = runGitLabJob(host, 'pages', branch);
    const older = git(host.repository, 'rev-parse', 'main').trim();
    push(host, () => appendFileSync(fair(), '\nAnother line.\n'));
    // A pipeline of before that is run once more, or that waited, publishes what there is now.
    const second = runGitLabJob(host, 'pages', branch, older);
    expect(renderedBy(second)).toBeLessThan(renderedBy(first));
    expect(relative(path.join(host.checkout, 'public'))).toEqual(await cleanBuild('gitlab'));

    runGitLabJob(host, 'addresses', {
      LEDGER_TOKEN: 'secret',
      CI_SERVER_HOST: 'gitlab.example.edu',
      CI_PROJECT_PATH: 'office/news',
      CI_DEFAULT_BRANCH: 'main',
      GITLAB_USER_NAME: 'Ledger',
      GITLAB_USER_EMAIL: 'ledger@example.edu',
      // The address of the host leads to the repository on this machine.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${host.repository}.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://ledger:secret@gitlab.example.edu/office/news.git',
    });
    expect(git(host.repository, 'show', 'main:content/.addresses.json')).toContain('/2024/05/fair/');

    // A merge request reads the cache that is kept for it, and keeps nothing. The same words again change no more shards.
    push(host, () => appendFileSync(fair(), '\nAnother line.\n'));
    expect(renderedBy(runGitLabJob(host, 'check'))).toBeLessThanOrEqual(renderedBy(second));
  });
});
