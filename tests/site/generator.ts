/** The generator inside the test's own process: many small builds, without a process for each. */

import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { compileGenerator } from '../../src/cli/compile-generator.mjs';
import { root } from './run-news.ts';

export interface Generator {
  /** A folder with the generator's assets, the sources that browser scripts share with it, and an empty cache. */
  readonly root: string;
  /** Runs the command line; gives the exit code and what it said. */
  readonly run: (args: readonly string[]) => Promise<{ readonly code: number; readonly said: string }>;
  readonly remove: () => Promise<void>;
}

interface CommandLine {
  readonly runCommandLine: (
    args: readonly string[],
    launch: { readonly root: string; readonly bundle: string },
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

/** The command line in this process. @param own the folder that it takes for the generator's */
export async function runnerIn(own: string): Promise<Generator['run']> {
  const bundle = await compileGenerator(root);
  const { runCommandLine }: CommandLine = await import(
    pathToFileURL(path.join(bundle, 'src/cli/main.js')).href
  );
  return async (args) => {
    let said = '';
    const listen = (text: string | Uint8Array): boolean => {
      said += String(text);
      return true;
    };
    const spies = [process.stderr, process.stdout].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation(listen),
    );
    try {
      return { code: await runCommandLine(args, { root: own, bundle }), said };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };
}
