/** `news publish`: shows a built site to readers, and takes the last step back. */

import path from 'node:path';
import pc from 'picocolors';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { DocumentReader } from '../../content/document-reader.ts';
import { loadConfig } from '../../content/load-config.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { count } from '../../diagnostics/report.ts';
import {
  addressFault,
  type PublishAddress,
  parsePublishAddress,
  publishAddressHelp,
} from '../../output/publish-address.ts';
import { PublishError } from '../../output/publish-error.ts';
import { openBuiltFolder } from '../../publish/built-folder.ts';
import { openTarget } from '../../publish/open-target.ts';
import type { Published, Target } from '../../publish/target.ts';
import { listSome } from '../../text/list-some.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';
import { runDueCommand } from './due.ts';

export interface PublishArguments {
  readonly dryRun?: true;
  readonly allowRemovals?: true;
  readonly rollback?: true;
  readonly keep: number;
  readonly grace: number;
  /** Where readers see it; true: where site.yaml says. */
  readonly checkLive?: string | true;
  readonly json?: true;
}

export async function runPublish(
  project: Project,
  wanted: string | undefined,
  options: PublishArguments,
): Promise<ExitCode> {
  const address = findAddress(project, wanted);
  try {
    const target = await openTarget(address, {
      here: process.cwd(),
      environment: process.env,
      cacheFolder: publishCacheOf(project),
      kept: [project.content, project.output, project.cache],
    });
    if (options.rollback === true) return await rollBack(target);
    const code = await publish(project, target, options);
    if (options.checkLive === undefined || options.dryRun === true) return code;
    return await runDueCommand(project, { checkLive: options.checkLive, grace: 0 });
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    process.stderr.write(`${pc.red('Not published.')} ${terminalText(error.message)}\n`);
    return exitCode[error.fault];
  }
}

async function publish(project: Project, target: Target, options: PublishArguments): Promise<ExitCode> {
  const progress = terminalProgress(process.stderr);
  const site = await openBuiltFolder(project.output, progress.step('Checking the site'));
  progress.clear();
  const published = await target.publish(site, {
    isDryRun: options.dryRun === true,
    allowRemovals: options.allowRemovals === true,
    keptReleases: options.keep,
    graceMs: options.grace * 60_000,
    cacheFolder: publishCacheOf(project),
    clock: Date.now,
    signal: interruption(),
    step: (what) => {
      progress.clear();
      return progress.step(what);
    },
  });
  progress.clear();
  if (options.json === true) {
    const { unknownFiles } = site;
    process.stdout.write(`${JSON.stringify({ target: target.name, ...published, unknownFiles }, null, 2)}\n`);
    return exitCode.good;
  }
  if (options.dryRun === true) process.stdout.write(listChanges(published));
  if (site.unknownFiles.length > 0) {
    const names = terminalText(listSome(site.unknownFiles));
    process.stderr.write(`Not of the build, and not published: ${names}\n`);
  }
  for (const note of published.notes) process.stderr.write(`${terminalText(note)}\n`);
  process.stderr.write(`${summarize(published, target)}\n`);
  return exitCode.good;
}

function publishCacheOf(project: Project): string {
  return path.join(project.cache, 'publish');
}

async function rollBack(target: Target): Promise<ExitCode> {
  const release = await target.rollBack();
  process.stderr.write(
    `${pc.green('Rolled back.')} ${target.name} shows ${release}.\n` +
      'The next publish shows what is built then: fix the content first.\n',
  );
  return exitCode.good;
}

function listChanges({ changes: { added, changed, removed }, altered }: Published): string {
  const lines = (mark: string, files: readonly string[]) =>
    files.map((file) => `${mark} ${terminalText(file)}\n`).join('');
  return lines('+', added) + lines('~', changed) + lines('-', removed) + lines('!', altered);
}

function summarize({ outcome, changes, altered, sentFiles, sentBytes }: Published, target: Target): string {
  const counts = [
    `${changes.added.length} new`,
    `${changes.changed.length} changed`,
    `${changes.removed.length} removed`,
  ].join(', ');
  const alteredCount = altered.length === 0 ? [] : [`${altered.length} not as it was published (!)`];
  switch (outcome) {
    case 'dry-run':
      return `${target.name}: ${[counts, ...alteredCount].join('; ')}. Nothing was published.`;
    case 'unchanged':
      return `${pc.green('Up to date:')} ${target.name} is as built, all files checked.`;
    case 'published': {
      const sent = `${count(sentFiles, 'file')} of ${(sentBytes / 1e6).toFixed(1)} MB sent`;
      return `${pc.green('Published')} to ${target.name}: ${counts}; ${sent}, all checked.`;
    }
  }
}

/** An address, or the name of one in site.yaml; nothing where site.yaml has one alone. Throws a UsageError. */
function findAddress(project: Project, wanted: string | undefined): PublishAddress {
  const direct = wanted === undefined ? undefined : parsePublishAddress(wanted);
  if (direct !== undefined) return direct;
  const named = namedTargets(project);
  const names = Object.keys(named);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  const address = name === undefined ? undefined : parsePublishAddress(named[name] ?? '');
  if (address !== undefined) return address;
  const known = names.length === 0 ? 'site.yaml names none' : `site.yaml names ${names.join(', ')}`;
  if (wanted === undefined) throw new UsageError(`Say where to publish: ${known}. ${publishAddressHelp}`);
  const guess = didYouMean(wanted, names);
  const fault = addressFault(wanted);
  if (fault !== undefined) throw new UsageError(`"${wanted}" is not a target. ${fault}`);
  throw new UsageError(
    `"${wanted}" is not a target: ${known}. ${guess === undefined ? publishAddressHelp : `Did you mean ${guess}?`}`,
  );
}

function namedTargets(project: Project): Readonly<Record<string, string>> {
  const documents = new DocumentReader(project.content, project.displayContent);
  return loadConfig(documents, new Set(['site.yaml']))?.config.publish ?? {};
}
