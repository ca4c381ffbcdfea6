/**
 * Runs jobs of the shipped workflows as their hosts do: the shell of each step as it stands in the file, in an empty
 * folder with a fresh clone, with the caches of the runs before under the keys that the file names. What the hosts'
 * own actions do is done here; libraries are linked where a job installs them.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from './run-news.ts';

export interface Host {
  /** A bare repository. */
  readonly repository: string;
  /** Where each run clones it, to one path, as hosts do. */
  readonly checkout: string;
  /** Caches and artifacts, by name. */
  readonly kept: string;
}

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.looseObject({ path: z.string().optional(), key: z.string().optional() }).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
type Step = z.output<typeof step>;

const workflow = z.looseObject({ jobs: z.record(z.string(), z.looseObject({ steps: z.array(step) })) });

/** Everything that the job's steps say. Throws where one fails, or where an action is new here. */
export function runGitHubJob(host: Host, file: string, job: string): string {
  const text = readFileSync(path.join(root, '.github/workflows', file), 'utf8');
  const steps = workflow.parse(parse(text)).jobs[job]?.steps;
  if (steps === undefined) throw new Error(`${file} has no job ${job}.`);
  const saves: (() => void)[] = [];
  const said = steps.map((one) => runStep(one, host, saves));
  for (const save of saves) save();
  return said.join('');
}

function runStep({ uses, run, with: inputs, env }: Step, host: Host, saves: (() => void)[]): string {
  if (run !== undefined) return shell(run, host.checkout, env);
  const [action] = (uses ?? '').split('@');
  switch (action) {
    case 'actions/checkout':
      clone(host);
      break;
    case 'actions/setup-node':
      break;
    case 'actions/cache':
    case 'actions/cache/restore': {
      const paths = linesOf(inputs?.path);
      const name = cacheName(inputs?.key ?? '', host.checkout);
      const isNew = !existsSync(path.join(host.kept, name));
      restore(host, paths, isNew ? newest(host, linesOf(String(inputs?.['restore-keys'] ?? ''))) : name);
      if (isNew && action === 'actions/cache') saves.push(() => keep(host, paths, name));
      break;
    }
    case 'actions/upload-artifact':
      keep(host, [inputs?.path ?? ''], `artifact-${inputs?.name}`);
      break;
    case 'actions/download-artifact':
      // An artifact holds what is at its path, not the path.
      cpSync(
        path.join(host.kept, `artifact-${inputs?.name}`, 'content'),
        path.join(host.checkout, inputs?.path ?? ''),
        { recursive: true },
      );
      break;
    case 'actions/upload-pages-artifact':
      break;
    default:
      throw new Error(`The action ${action} is not known here.`);
  }
  return '';
}

const gitLabCache = z.looseObject({ key: z.string(), paths: z.array(z.string()), policy: z.string() });
const gitLabJob = z.looseObject({
  script: z.array(z.string()),
  before_script: z.array(z.string()).optional(),
  cache: z.array(gitLabCache).default([]),
  needs: z.array(z.looseObject({ job: z.string() })).default([]),
  artifacts: z.looseObject({ paths: z.array(z.string()) }).optional(),
});

/**
 * @param env variables that the host or the newsroom sets
 * @param commit of a pipeline that is run once more; without it, the newest
 */
export function runGitLabJob(
  host: Host,
  job: string,
  env: Readonly<Record<string, string>> = {},
  commit?: string,
): string {
  const pipeline: unknown = parse(readFileSync(path.join(root, '.gitlab-ci.yml'), 'utf8'), { merge: true });
  const jobs = z.record(z.string(), z.unknown()).parse(pipeline);
  const { default: usual } = z.object({ default: gitLabJob.pick({ before_script: true }) }).parse(pipeline);
  const { script, before_script: before, cache, needs, artifacts } = gitLabJob.parse(jobs[job]);
  clone(host);
  if (commit !== undefined) {
    git(host.checkout, 'fetch', '--quiet', '--depth', '1', 'origin', commit);
    git(host.checkout, 'checkout', '--quiet', '--detach', commit);
  }
  for (const { key, paths, policy } of cache) if (policy.startsWith('pull')) restore(host, paths, key);
  for (const needed of needs) {
    const { artifacts: made } = gitLabJob.parse(jobs[needed.job]);
    restore(host, made?.paths ?? [], `artifact-${needed.job}`);
  }
  const lines = [...(before ?? usual.before_script ?? []), ...script];
  const said = shell(lines.join('\n'), host.checkout, env);
  for (const { key, paths, policy } of cache) if (policy.endsWith('push')) keep(host, paths, key);
  if (artifacts !== undefined) keep(host, artifacts.paths, `artifact-${job}`);
  return said;
}

function clone({ repository, checkout }: Host): void {
  rmSync(checkout, { recursive: true, force: true });
  git(path.dirname(checkout), 'clone', '--quiet', '--depth', '1', `file://${repository}`, checkout);
}

export function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}

/** As both hosts run it: the first line that fails ends it. */
function shell(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const lines = script.replaceAll(/^npm ci .*$/gmu, 'link_libraries');
  if (lines !== script) symlinkSync(path.join(root, 'node_modules'), path.join(cwd, 'node_modules'));
  const { NODE_OPTIONS: _, VITEST: __, GITHUB_OUTPUT: ___, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-e', '-o', 'pipefail', '-c', `link_libraries() { :; }\n${lines}`],
    { cwd, encoding: 'utf8', env: { ...own, NO_COLOR: '1', ...env } },
  );
  if (status !== 0) throw new Error(`${script} failed with ${status}:\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

/** The key with what stands in `${{ hashFiles(…) }}`. */
function cacheName(key: string, folder: string): string {
  return key.replaceAll(/\$\{\{ hashFiles\((.*?)\) \}\}/gu, (_, list: string) => {
    const patterns = [...list.matchAll(/'([^']+)'/gu)].map(([, pattern = '']) => patternOf(pattern));
    const hash = createHash('sha256');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort();
    for (const file of files)
      if (patterns.some((pattern) => pattern.test(file))) hash.update(readFileSync(path.join(folder, file)));
    return hash.digest('hex').slice(0, 16);
  });
}

function patternOf(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+]/gu, '\\$&')
    .replaceAll(/\*\*\/|\*\*|\*/gu, (stars) =>
      stars === '*' ? '[^/]*' : stars === '**' ? '.*' : '(?:.*/)?',
    );
  return new RegExp(`^${source}$`, 'u');
}

function linesOf(text = ''): readonly string[] {
  return text.split('\n').filter(Boolean);
}

function keep({ checkout, kept }: Host, paths: readonly string[], name: string): void {
  const folder = path.join(kept, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of paths) {
    const source = path.join(checkout, part);
    if (existsSync(source)) cpSync(source, path.join(folder, part), { recursive: true });
  }
}

function restore({ checkout, kept }: Host, paths: readonly string[], name: string | undefined): void {
  for (const part of paths) {
    const source = path.join(kept, name ?? '', part);
    if (name !== undefined && existsSync(source))
      cpSync(source, path.join(checkout, part), { recursive: true });
  }
}

/** The cache that was kept last, of those whose name begins as one of the prefixes. */
function newest({ kept }: Host, prefixes: readonly string[]): string | undefined {
  const names = existsSync(kept) ? readdirSync(kept) : [];
  return names
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
    .map((name) => ({ name, keptMs: statSync(path.join(kept, name)).mtimeMs }))
    .sort((a, b) => b.keptMs - a.keptMs)[0]?.name;
}
