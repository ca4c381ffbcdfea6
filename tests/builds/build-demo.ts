/**
 * Builds the demonstration site once, in a temporary folder, for all tests of what readers get. Its photos are small:
 * to encode them in all widths would take a fifth of the time of all tests, and no test looks at their pixels.
 */

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { root, runNews } from './run-news.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built demonstration site, and of the content that it was built from. */
    demoSite: string;
    demoContent: string;
  }
}

const allWidths = 'widths: [320, 640, 960, 1280, 1920]';

export default async function buildDemo(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'news-demo-'));
  const [content, output] = [path.join(parent, 'content'), path.join(parent, '_site')];
  await cp(path.join(root, 'content'), content, { recursive: true });
  const settings = path.join(content, 'site.yaml');
  const yaml = await readFile(settings, 'utf8');
  if (!yaml.includes(allWidths)) throw new Error(`content/site.yaml does not say "${allWidths}".`);
  await writeFile(settings, yaml.replace(allWidths, 'widths: [320, 640]'));
  const { code, stderr } = await runNews(['build', '--content', content, '--output', output]);
  if (code !== 0) throw new Error(`The demonstration site does not build (exit code ${code}):\n${stderr}`);
  project.provide('demoSite', output);
  project.provide('demoContent', content);
  return () => rm(parent, { recursive: true, force: true });
}
