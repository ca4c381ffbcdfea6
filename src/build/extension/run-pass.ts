/**
 * Runs Eleventy over a web team's pages in a process of its own, in which a mistake can end nothing else, and keeps what it
 * made under the digest of all that it was made from: the team's files, the stories, the generator, the lock file.
 */

import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { digestOf } from '../../cache/digest.ts';
import { defined } from '../../text/defined.ts';
import type { Project } from '../project.ts';
import { digestOfInputs } from './extension-inputs.ts';
import type { Extension } from './find-extension.ts';
import { type PassAnswer, type PassFailure, type PassRequest, passAnswer, passFolder } from './pass.ts';
import type { SiteData } from './site-data.ts';

export interface PassResult {
  /** Absolute paths by path in the output. */
  readonly files: ReadonlyMap<string, string>;
  /** The template that a page was made from, relative to the newsroom's folder. */
  readonly templates: ReadonlyMap<string, string>;
  readonly failure?: PassFailure;
}

const answerName = 'answer.json';
/** Those of other branches and of the preview stay for a while. */
const keptPasses = 4;

export async function runPass(project: Project, extension: Extension, data: SiteData): Promise<PassResult> {
  const { node, icu } = process.versions;
  const key = digestOf([path.basename(project.bundle), node, icu, digestOfInputs(project), data]);
  const passes = path.join(project.cache, passFolder);
  const kept = path.join(passes, key.replaceAll(/[^\w-]/gu, '_'));
  if (!existsSync(path.join(kept, answerName))) {
    const staged = `${kept}.${process.pid}.tmp`;
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(path.join(staged, 'site'), { recursive: true });
    const answer = await callEleventy(project, extension, data, staged);
    if (answer.failure !== undefined) {
      rmSync(staged, { recursive: true, force: true });
      return { files: new Map(), templates: new Map(), failure: answer.failure };
    }
    rmSync(kept, { recursive: true, force: true });
    renameSync(staged, kept);
    forgetOld(passes, kept);
  }
  return resultIn(kept);
}

function resultIn(kept: string): PassResult {
  const { pages } = passAnswer.parse(JSON.parse(readFileSync(path.join(kept, answerName), 'utf8')));
  const site = path.join(kept, 'site');
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(site, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  return {
    files: new Map(names.map((name) => [name, path.join(site, name)])),
    templates: new Map(pages.map(({ file, template }) => [file, template])),
  };
}

async function callEleventy(
  project: Project,
  extension: Extension,
  data: SiteData,
  staged: string,
): Promise<PassAnswer> {
  const { home, bundle } = project;
  const inHome = (file: string) => path.relative(home, file).replaceAll('\\', '/');
  // A newsroom may have plugins and files to copy, and no pages.
  const input = extension.hasPages ? extension.templates : path.join(staged, 'no-pages');
  mkdirSync(input, { recursive: true });
  const request: PassRequest = {
    bundle,
    input: inHome(input),
    output: inHome(path.join(staged, 'site')),
    answer: path.join(staged, answerName),
    data,
    ...defined({ config: extension.config }),
  };
  const file = path.join(staged, 'request.json');
  writeFileSync(file, JSON.stringify(request));
  const said = await run(path.join(bundle, 'src/build/extension/eleventy-process.js'), file, home);
  rmSync(file);
  if (existsSync(request.answer)) return passAnswer.parse(JSON.parse(readFileSync(request.answer, 'utf8')));
  // The team's code has ended the process.
  return { pages: [], failure: { messages: ['Eleventy ended before its pages were made'], stack: said } };
}

/** @returns what the process said */
async function run(program: string, argument: string, cwd: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(process.execPath, [program, argument], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        process.stderr.write(text);
      });
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}

function forgetOld(passes: string, latest: string): void {
  const others = readdirSync(passes)
    .filter((name) => !name.includes('.tmp') && name !== 'components')
    .map((name) => path.join(passes, name))
    .filter((folder) => folder !== latest)
    .map((folder) => ({ folder, madeMs: statSync(folder).mtimeMs }))
    .toSorted((a, b) => b.madeMs - a.madeMs);
  for (const { folder } of others.slice(keptPasses - 1)) rmSync(folder, { recursive: true, force: true });
}
