/** Builds a whole newsroom's site once, in a temporary folder, for all tests of what readers get. */

import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { newsroomFolder } from '../fixtures/newsroom-folder.ts';
import { runNews } from './run-news.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built demonstration site, and of the content that it was built from. */
    demoSite: string;
    demoContent: string;
  }
}

export default async function buildDemo(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'news-demo-'));
  const [content, output] = [path.join(parent, 'content'), path.join(parent, '_site')];
  await cp(newsroomFolder, content, { recursive: true });
  const { code, stderr } = await runNews(['build', '--content', content, '--output', output]);
  if (code !== 0) throw new Error(`The demonstration site does not build (exit code ${code}):\n${stderr}`);
  project.provide('demoSite', output);
  project.provide('demoContent', content);
  return () => rm(parent, { recursive: true, force: true });
}
