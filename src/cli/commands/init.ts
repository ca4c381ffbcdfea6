/** `news init`: makes a newsroom's folder that builds at once. Asks on a terminal for what no flag says. */

import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { readClock } from '../../build/clock.ts';
import type { Launch } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { loadContent } from '../../content/load-content.ts';
import { slugOf } from '../../content/slugs.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { examineDependencies } from '../examine-newsroom.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { demoSettings } from '../starter/demo-settings.ts';
import { printRecord, recordFile } from '../starter/newsroom-record.ts';
import { settingsFiles } from '../starter/settings-files.ts';
import {
  type InitArguments,
  judgeGiven,
  type StarterAnswers,
  starterAnswers,
} from '../starter/starter-answers.ts';
import { starterContent } from '../starter/starter-content.ts';

export async function runInit(launch: Launch, folder: string, given: InitArguments): Promise<ExitCode> {
  const home = path.resolve(folder);
  if (existsSync(path.join(home, 'content')))
    throw new UsageError(
      `${path.join(home, 'content')} is there already: this is a newsroom, or another project's folder.`,
    );
  if (given.fromDemo === true) return await initFromDemo(launch, home, given);
  const answers = await answersOf(given);
  if (answers === undefined) {
    process.stderr.write('Nothing was written.\n');
    return exitCode.usage;
  }
  const today = DateTime.fromMillis(readClock(), { zone: answers.timeZone }).toFormat('yyyy-MM-dd');
  for (const [file, text] of starterContent(answers, today)) await writeWhole(path.join(home, file), text);
  if (answers.logo !== undefined) {
    await mkdir(path.join(home, 'content', 'theme'), { recursive: true });
    await cp(
      answers.logo,
      path.join(home, 'content', 'theme', `logo${path.extname(answers.logo).toLowerCase()}`),
    );
  }
  await writeSettings(launch, home, answers.host);
  await writePackage(launch, home, answers.names[0] ?? 'newsroom');
  await sayNext(home, answers);
  return exitCode.good;
}

async function answersOf(given: InitArguments): Promise<StarterAnswers | undefined> {
  const isAsked = given.yes !== true && process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (!isAsked) return starterAnswers(given);
  const { askForNewsroom } = await import('../ask-for-newsroom.ts');
  const answered = await askForNewsroom(given);
  return answered === undefined ? undefined : starterAnswers(answered);
}

/** Everything of the demonstration, to be replaced piece by piece. */
async function initFromDemo(launch: Launch, home: string, given: InitArguments): Promise<ExitCode> {
  const demonstration = path.join(launch.root, 'content');
  if (!existsSync(path.join(demonstration, 'site.yaml')))
    throw new UsageError(
      'An installed package brings no demonstration. Call this from a clone of the generator: node CLONE/src/cli/launch.cjs init --from-demo',
    );
  judgeGiven(given);
  for (const flag of ['topics', 'languages', 'logo'] as const)
    if (given[flag] !== undefined)
      throw new UsageError(
        `--${flag} is not for --from-demo: its stories have their own. Change it in content/site.yaml.`,
      );
  await cp(demonstration, path.join(home, 'content'), { recursive: true });
  const settings = path.join(home, 'content', 'site.yaml');
  await writeWhole(settings, demoSettings(await readFile(settings, 'utf8'), given));
  await writeSettings(launch, home, given.host ?? 'github');
  await writePackage(launch, home, given.name ?? 'newsroom');
  process.stdout.write(
    given.url === undefined
      ? `The demonstration is in ${home}. When baseUrl in content/site.yaml is your own, "npx news check" lists what of it is left, file by file.\n`
      : `The demonstration is in ${home}. "npx news check" lists what of it is left, file by file.\n`,
  );
  return exitCode.good;
}

async function writeSettings({ root }: Launch, home: string, host: StarterAnswers['host']): Promise<void> {
  const { content } = await loadContent({
    contentFolder: path.join(home, 'content'),
    displayFolder: 'content',
  });
  const files = settingsFiles(host, root, content?.config);
  const written = new Map<string, string>();
  for (const [file, text] of files) {
    // Files that were there before are left alone.
    if (existsSync(path.join(home, file)) && !file.startsWith('content/')) continue;
    await writeWhole(path.join(home, file), text);
    written.set(file, text);
  }
  await writeWhole(path.join(home, recordFile), printRecord(await versionOf(root), written));
}

const packageSchema = z.looseObject({
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  scripts: z.record(z.string(), z.string()).optional(),
});

/** Of the generator: its package.json lies in its folder, or beside `dist/`. */
export async function versionOf(root: string): Promise<string> {
  const file = [root, path.dirname(root)]
    .map((folder) => path.join(folder, 'package.json'))
    .find((one) => existsSync(one));
  const { version = '' } = packageSchema.parse(JSON.parse(await readFile(file ?? '', 'utf8')));
  return version;
}

/** One dependency: this package. An existing file keeps what it has. */
async function writePackage({ root, home: own }: Launch, home: string, name: string): Promise<void> {
  const file = path.join(home, 'package.json');
  const before = existsSync(file) ? packageSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : {};
  const source =
    root === own ? `file:${path.relative(home, root).replaceAll('\\', '/')}` : `^${await versionOf(root)}`;
  const dependencies = { newsroom: source, ...before.dependencies };
  const scripts = { start: 'news preview', build: 'news build', check: 'news check', ...before.scripts };
  const text = JSON.stringify(
    {
      name: slugOf(name, 'pinyin').replace(/[^a-z0-9-]/gu, '') || 'newsroom',
      private: true,
      ...before,
      scripts,
      dependencies,
    },
    null,
    2,
  );
  await writeWhole(file, `${text}\n`);
}

async function sayNext(home: string, { languages, host }: StarterAnswers): Promise<void> {
  const relative = path.relative(process.cwd(), home);
  const steps = [
    ...(relative === '' ? [] : [`cd ${relative}`]),
    ...(existsSync(path.join(home, 'node_modules')) ? [] : ['npm install']),
    'npx news preview         shows the site while you write',
    existsSync(path.join(home, '.git'))
      ? 'git add .                and commit it'
      : 'git init -b main && git add . && git commit -m "Begin"',
    'then push the branch main to your code host',
  ];
  const outside = await examineDependencies(home);
  process.stdout.write(
    `The newsroom is in ${home}: ${languages.length === 1 ? 'one language' : `${languages.length} languages`}, for ${host}.\n` +
      (outside === undefined ? '' : `Before it is pushed: ${outside.message} ${outside.hint ?? ''}\n`) +
      `Next:\n  ${steps.join('\n  ')}\n`,
  );
}
