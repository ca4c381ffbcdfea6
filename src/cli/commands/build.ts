/** `news build`. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import pc from 'picocolors';
import type { BuildResult, BuiltSite } from '../../build/build-site.ts';
import { readClock } from '../../build/clock.ts';
import { LastBuild } from '../../build/last-build.ts';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { saveMemoryFor } from '../../build/thrifty-heap.ts';
import { UsageError } from '../../build/usage-error.ts';
import type { StampedFolder } from '../../content/read-folder.ts';
import { count, formatReport, type ReportFormat } from '../../diagnostics/report.ts';
import { type HostName, hostNames, hostOf, limitWarnings, measureSite } from '../../output/host-limits.ts';
import type { HeldBack } from '../../site/site.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { interruption } from '../interruption.ts';

export interface BuildArguments {
  readonly format: ReportFormat;
  readonly portable?: true;
}

export async function runBuild(project: Project, { format, portable }: BuildArguments): Promise<ExitCode> {
  const host = hostOf(process.env);
  if (typeof host === 'object')
    throw new UsageError(`NEWS_HOST is "${host.unknown}". Write one of: ${hostNames.join(', ')}.`);
  const nowMs = readClock();
  const last = new LastBuild(project, nowMs);
  const standing = last.result();
  const { diagnostics, sources, built } =
    standing === undefined
      ? await buildAnew(project, nowMs, last.folder)
      : { diagnostics: [], sources: noSources, built: standing };
  if (built !== undefined && built !== standing && diagnostics.length === 0) await last.remember(built);
  const useColor = format === 'terminal' && pc.isColorSupported;
  const report = formatReport(diagnostics, format, (file) => sources.get(file), useColor);
  // Programs read the report from the standard output; people read everything from the terminal.
  if (report !== '') (format === 'terminal' ? process.stderr : process.stdout).write(report);
  if (built === undefined) {
    process.stderr.write(`${pc.red('Nothing was published.')} The site is as it was.\n`);
    return exitCode.content;
  }
  for (const warning of host === undefined ? [] : warningsOf(host, built, project)) {
    if (format === 'github') process.stdout.write(`::warning::${warning}\n`);
    else process.stderr.write(`${pc.yellow('warning:')} ${warning}\n`);
  }
  for (const held of built.heldBack) process.stderr.write(`${describeHeldBack(held)}\n`);
  process.stderr.write(`${summarize(built)}\n${pc.green('The site is in')} ${project.output}\n`);
  if (portable === true) {
    const { writePortable } = await import('../../build/portable/write-portable.ts');
    const folder = path.join(path.dirname(project.output), '_portable');
    await writePortable(project.output, folder);
    process.stderr.write(`${pc.green('A copy that opens from disk is in')} ${folder}\n`);
  }
  return exitCode.good;
}

const noSources = { get: () => undefined };

/** What takes part in a build takes a while to load. */
async function buildAnew(project: Project, nowMs: number, folder: StampedFolder): Promise<BuildResult> {
  saveMemoryFor(folder.listing.files.length);
  const { buildSite } = await import('../../build/build-site.ts');
  return await buildSite(project, {
    nowMs,
    folder,
    progress: terminalProgress(process.stderr),
    signal: interruption(),
    onWait: () => process.stderr.write(`Another build writes to ${project.output}. Waiting for it.\n`),
  });
}

function warningsOf(host: HostName, { sizes }: BuiltSite, { output }: Project): readonly string[] {
  const textOf = (name: string) => {
    const file = path.join(output, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return limitWarnings(host, measureSite(sizes, textOf('_redirects'), textOf('_headers')));
}

function summarize(built: BuiltSite): string {
  const changes = [
    ...(built.added > 0 ? [`${built.added} new`] : []),
    ...(built.changed > 0 ? [`${built.changed} changed`] : []),
    ...(built.removed > 0 ? [`${built.removed} removed`] : []),
  ];
  const seconds = (performance.now() / 1000).toFixed(1);
  return (
    `${count(built.articles, 'article')}, ${count(built.photos, 'photo')} (${count(built.encodedRenditions, 'rendition')} encoded), ` +
    `${count(built.pages, 'page')} rendered, ${count(built.files, 'file')} of ${(built.sizeBytes / 1e6).toFixed(1)} MB ` +
    `(${changes.length === 0 ? 'nothing changed' : changes.join(', ')}) in ${seconds} s`
  );
}

function describeHeldBack({ file, title, status, until }: HeldBack): string {
  const when = until === undefined ? '' : ` until ${until}`;
  return pc.dim(`held back, ${status}${when}: ${terminalText(title)} (${terminalText(file)})`);
}
