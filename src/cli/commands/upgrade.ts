/**
 * `news upgrade`: brings a newsroom's folder to the version of the generator that is installed. It tells what is new, moves
 * settings whose keys have changed, renews the files that the generator wrote and that were not edited since, and never touches
 * what somebody has.
 */

import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { confirm, isCancel } from '@clack/prompts';
import pc from 'picocolors';
import { z } from 'zod';
import type { Launch } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { lineDiff } from '../../checks/line-diff.ts';
import { loadContent } from '../../content/load-content.ts';
import type { SiteConfig } from '../../content/site-config.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { changesBetween, compareVersions } from '../starter/changelog.ts';
import { starterFile } from '../starter/host-files.ts';
import {
  hashOf,
  type NewsroomRecord,
  printRecord,
  readRecord,
  recordFile,
} from '../starter/newsroom-record.ts';
import { applySettingChanges } from '../starter/setting-changes.ts';
import { hostOf, isDerived, settingsFiles } from '../starter/settings-files.ts';
import { versionOf } from './init.ts';

export interface UpgradeArguments {
  readonly yes?: true;
  readonly dryRun?: true;
}

interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

interface UpgradePlan {
  readonly changes: readonly Change[];
  /** Files with a newer version that were edited here. */
  readonly kept: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

export async function runUpgrade(launch: Launch, options: UpgradeArguments): Promise<ExitCode> {
  const { home, root } = launch;
  const record = recordOf(home);
  const version = await versionOf(root);
  const order = compareVersions(record.version, version);
  if (order > 0)
    throw new UsageError(
      `This newsroom was made by version ${record.version}, which is newer than the installed ${version}. Run npm ci, or install the newer package as when it was set up.`,
    );
  const news = changesBetween(starterFile(root, 'CHANGELOG.md'), record.version, version);
  process.stdout.write(
    order === 0
      ? `Version ${version} is what this newsroom has.\n`
      : `From version ${record.version} to ${version}.\n\n${terminalText(news)}\n\n`,
  );
  const plan = await planUpgrade(launch, record, version);
  for (const { file, before, after } of plan.changes)
    process.stdout.write(
      `${pc.bold(file)}${before === '' ? ' (new)' : ''}\n${before === '' ? '' : describe(before, after)}`,
    );
  for (const file of plan.kept)
    process.stdout.write(
      `${file} was edited here and stays as it is. The new one: npx news init, in an empty folder.\n`,
    );
  if (options.dryRun === true) return exitCode.good;
  if (plan.changes.length > 0 && !(await isWanted(options, plan.changes.length))) {
    process.stderr.write('Nothing was changed.\n');
    return exitCode.usage;
  }
  for (const { file, after } of plan.changes) await writeWhole(path.join(home, file), after);
  await writeWhole(path.join(home, recordFile), renewedRecord(version, record, plan));
  process.stdout.write(
    plan.changes.length === 0
      ? 'No file had to change.\n'
      : `${plan.changes.length} files were renewed. Look at them with git diff, then: npx news check\n`,
  );
  return exitCode.good;
}

function recordOf(home: string): NewsroomRecord {
  const file = path.join(home, recordFile);
  const record = existsSync(file) ? readRecord(readFileSync(file, 'utf8')) : undefined;
  if (record !== undefined) return record;
  throw new UsageError(
    existsSync(file)
      ? `${file} is damaged. Take it back from git.`
      : `There is no ${recordFile} in ${home}: this folder was not made by news init. A fork of the generator is brought up to date by git.`,
  );
}

async function planUpgrade(
  { home, root }: Launch,
  record: NewsroomRecord,
  version: string,
): Promise<UpgradePlan> {
  const changes: Change[] = [];
  const kept: string[] = [];
  const settings = path.join('content', 'site.yaml');
  const before = readText(home, settings) ?? '';
  const after = applySettingChanges(before, record.version, version);
  if (after !== before) changes.push({ file: settings, before, after });
  const files = settingsFiles(
    hostOf(Object.keys(record.files)),
    root,
    await configOf(after),
    editorSettingsOf(readText(home, '.vscode/settings.json')),
  );
  for (const [file, text] of files) {
    const now = readText(home, file);
    if (now === undefined ? record.files[file] !== undefined : now === text) continue;
    if (now === undefined) changes.push({ file, before: '', after: text });
    else if (isDerived(file) || record.files[file] === hashOf(now))
      changes.push({ file, before: now, after: text });
    else kept.push(file);
  }
  return { changes, kept, files };
}

/** The settings as they will be: those of before may have keys that this version refuses. */
async function configOf(settings: string): Promise<SiteConfig | undefined> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-settings-'));
  try {
    await writeWhole(path.join(folder, 'site.yaml'), settings);
    const { content } = await loadContent({ contentFolder: folder, displayFolder: 'content' });
    return content?.config;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file that was there before, or was deleted since, is the newsroom's own. */
function renewedRecord(version: string, record: NewsroomRecord, { kept, files }: UpgradePlan): string {
  const ours = [...files].filter(([file]) => !kept.includes(file));
  const known = new Map(ours);
  const text = printRecord(version, known);
  const edited = kept.flatMap((file) => {
    const hash = record.files[file];
    return hash === undefined ? [] : [[file, hash] as const];
  });
  const renewed = readRecord(text);
  return `${JSON.stringify({ version, files: { ...renewed?.files, ...Object.fromEntries(edited) } }, null, 2)}\n`;
}

/** Nothing of a file that is not plain JSON: it counts as edited then. */
function editorSettingsOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

function readText(home: string, file: string): string | undefined {
  const whole = path.join(home, file);
  return existsSync(whole) ? readFileSync(whole, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

function describe(before: string, after: string): string {
  return lineDiff(before, after, { added: pc.green, removed: pc.red }, terminalText);
}

async function isWanted({ yes }: UpgradeArguments, count: number): Promise<boolean> {
  if (yes === true) return true;
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true)
    throw new UsageError(`${count} files would change. Call it with --yes, or --dry-run to look only.`);
  const answer = await confirm({ message: `Change ${count} files?` });
  return !isCancel(answer) && answer;
}
