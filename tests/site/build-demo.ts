/** Builds the demonstration site once, in a temporary folder, for all tests of what readers get. */

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { runNews } from './run-news.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built demonstration site. */
    demoSite: string;
  }
}

export default async function buildDemo(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'news-demo-'));
  const output = path.join(parent, '_site');
  const { code, stderr } = await runNews(['build', '--output', output]);
  if (code !== 0) throw new Error(`The demonstration site does not build (exit code ${code}):\n${stderr}`);
  project.provide('demoSite', output);
  return () => rm(parent, { recursive: true, force: true });
}
