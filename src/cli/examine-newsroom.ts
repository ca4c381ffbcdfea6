/** Examines a newsroom's folder: what works on this machine and would fail where its host builds it. Reads only. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { unfinishedMerge } from '../diagnostics/unfinished-merge.ts';
import { isWithin } from '../disk/inside-folder.ts';
import { realPathOf } from '../disk/real-path.ts';
import type { Finding } from './examine-machine.ts';
import { run } from './run-program.ts';

const packageSchema = z.looseObject({ dependencies: z.record(z.string(), z.string()).default({}) });

/** The branch that the workflows of GitHub publish. */
const publishedBranch = 'main';

export async function examineNewsroom(home: string): Promise<readonly Finding[]> {
  const findings = [await examineDependencies(home), await examineCommitted(home), await examineBranch(home)];
  return findings.filter((finding) => finding !== undefined);
}

/** Undefined where no package lies outside the folder that is committed. */
export async function examineDependencies(home: string): Promise<Finding | undefined> {
  const text = await readFile(path.join(home, 'package.json'), 'utf8').catch(() => '{}');
  const dependencies = dependenciesIn(text);
  if (dependencies === undefined) {
    return {
      subject: 'package',
      state: 'bad',
      message: `package.json cannot be read${unfinishedMerge(text, 'package.json') === undefined ? '' : ': a merge is unfinished in it'}.`,
      hint: 'Correct it, or take the last good one back: git checkout HEAD~1 -- package.json  Then: npm install',
    };
  }
  const outside = Object.entries(dependencies).filter(
    ([, source]) =>
      source.startsWith('file:') &&
      !isWithin(realPathOf(home), realPathOf(path.resolve(home, source.slice('file:'.length)))),
  );
  const [first] = outside;
  if (first === undefined) return undefined;
  const [name, source] = first;
  const file = source.slice('file:'.length);
  return {
    subject: 'package',
    state: 'bad',
    message: `package.json takes ${name} from ${file}, outside this folder: a clone of it cannot be installed.`,
    hint: source.endsWith('.tgz')
      ? `Copy it into the folder, and commit it: cp ${file} . && npm install ./${path.posix.basename(file)}`
      : `Pack it, and commit the file: npm pack ${file} && npm install ./FILE.tgz`,
  };
}

/** What an installation needs and git does not have, once something was committed. */
async function examineCommitted(home: string): Promise<Finding | undefined> {
  if ((await run('git', '-C', home, 'rev-parse', '--verify', 'HEAD')) === undefined) return undefined;
  const text = await readFile(path.join(home, 'package.json'), 'utf8').catch(() => '{}');
  const packages = Object.values(dependenciesIn(text) ?? {})
    .filter((source) => source.startsWith('file:'))
    .map((source) => path.normalize(source.slice('file:'.length)))
    .filter((file) => file.endsWith('.tgz') && !file.startsWith('..') && !path.isAbsolute(file));
  const needed = ['package.json', 'package-lock.json', ...packages].filter((file) =>
    existsSync(path.join(home, file)),
  );
  const known = (await run('git', '-C', home, 'ls-files', '--', ...needed)) ?? '';
  const missing = needed.filter((file) => !known.split('\n').includes(file));
  if (missing.length === 0) return undefined;
  return {
    subject: 'package',
    state: 'bad',
    message: `Git does not have ${missing.join(' and ')}: a build server has nothing but the clone, and cannot install.`,
    hint: `Add it, though a .gitignore may leave it out: git add -f ${missing.join(' ')} && git commit`,
  };
}

function dependenciesIn(text: string): Readonly<Record<string, string>> | undefined {
  try {
    return packageSchema.parse(JSON.parse(text)).dependencies;
  } catch {
    return undefined;
  }
}

async function examineBranch(home: string): Promise<Finding | undefined> {
  if (!existsSync(path.join(home, '.github/workflows/publish.yml'))) return undefined;
  const branches = await run('git', '-C', home, 'branch', '--all', '--format=%(refname:short)');
  const names = (branches ?? '').split('\n').filter((name) => name !== '');
  const isPublished = (name: string) => name.replace(/^[^/]+\/(?=[^/]+$)/u, '') === publishedBranch;
  if (names.length === 0 || names.some(isPublished)) return undefined;
  return {
    subject: 'branch',
    state: 'bad',
    message: `There is no branch ${publishedBranch}, which the workflows publish; there is ${names.slice(0, 3).join(', ')}.`,
    hint: `Name it so: git branch -m ${publishedBranch}`,
  };
}
