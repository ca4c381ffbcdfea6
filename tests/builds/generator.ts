/** The generator inside the test's own process: many small builds, without a process for each. */

import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { compileGenerator } from '../../src/cli/compile-generator.cjs';
import { type NewsCall, type NewsRun, root } from './run-news.ts';

export interface HereRun extends NewsRun {
  /** Both outputs in one, in the order in which they were written. */
  readonly said: string;
}

type Runner = (args: readonly string[], call?: NewsCall) => Promise<HereRun>;

export interface Generator {
  /** A folder with the generator's assets, the sources that browser scripts share with it, and an empty cache. */
  readonly root: string;
  /** Runs the command line, one call after another. */
  readonly run: Runner;
  readonly remove: () => Promise<void>;
}

interface CommandLine {
  readonly runCommandLine: (
    args: readonly string[],
    launch: () => Promise<{ readonly root: string; readonly home: string; readonly bundle: string }>,
  ) => Promise<number>;
}

export async function openGenerator(): Promise<Generator> {
  const own = await mkdtemp(path.join(os.tmpdir(), 'news-generator-'));
  await mkdir(path.join(own, '.cache'));
  for (const folder of ['assets', 'src']) {
    await cp(path.join(root, folder), path.join(own, folder), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(own, 'node_modules'));
  return { root: own, run: await runnerIn(own), remove: () => rm(own, { recursive: true, force: true }) };
}

/** The command line in this process. @param own the folder that it takes for the generator's @param home for the newsroom's */
export async function runnerIn(own: string, home: string = own): Promise<Runner> {
  // Libraries ask once, when they are loaded.
  process.env.NO_COLOR = '1';
  // It works in the folder in which it was loaded, which must not be one that a test removes.
  await import('esbuild');
  const bundle = await compileGenerator(root);
  const { runCommandLine }: CommandLine = await import(
    pathToFileURL(path.join(bundle, 'src/cli/main.js')).href
  );
  return async (args, { cwd = process.cwd(), env = {} } = {}) => {
    const heard = { said: '', stdout: '', stderr: '' };
    const spies = (['stdout', 'stderr'] as const).map((name) =>
      vi.spyOn(process[name], 'write').mockImplementation((text) => {
        heard[name] += String(text);
        heard.said += String(text);
        return true;
      }),
    );
    const before = { folder: process.cwd(), env: { ...process.env } };
    process.chdir(cwd);
    Object.assign(process.env, env);
    try {
      return { code: await runCommandLine(args, async () => ({ root: own, home, bundle })), ...heard };
    } finally {
      process.chdir(before.folder);
      for (const name of Object.keys(env)) {
        const value = before.env[name];
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      for (const spy of spies) spy.mockRestore();
    }
  };
}

let ownRunner: Promise<Runner> | undefined;

/** As `runNews` of the project itself, without a process for each call: a tenth of its time. Never two at once. */
export async function runNewsHere(args: readonly string[], call?: NewsCall): Promise<HereRun> {
  ownRunner ??= runnerIn(root);
  return await (await ownRunner)(args, call);
}
