/** `news digest`: the stories since a day as a letter, one HTML and one text file, for any service that sends mail. */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pc from 'picocolors';
import { readClock } from '../../build/clock.ts';
import { prepareSite } from '../../build/prepare-site.ts';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { readDate } from '../../content/dates.ts';
import { dayAt } from '../../content/local-time.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../../diagnostics/did-you-mean.ts';
import { formatReport } from '../../diagnostics/report.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { collectDigest } from '../../feeds/digest.ts';
import { digestHtml } from '../../feeds/digest-html.ts';
import { digestText } from '../../feeds/digest-text.ts';
import { defined } from '../../text/defined.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface DigestArguments {
  /** A day, or a moment with its offset; else seven days ago. */
  readonly since?: string;
  readonly lang?: string;
  readonly topic?: string;
  readonly unsubscribe?: string;
  /** The folder for the two files. */
  readonly to: string;
}

const weekMs = 7 * 86_400_000;

export async function runDigestCommand(project: Project, options: DigestArguments): Promise<ExitCode> {
  const nowMs = readClock();
  const { site, diagnostics, sources } = await prepareSite(project, {
    nowMs,
    includeHidden: false,
    progress: terminalProgress(process.stderr),
    checks: 'error',
  });
  if (site === undefined || hasErrors(diagnostics)) {
    const report = formatReport(diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported);
    process.stderr.write(`${report}No letter was made: this site cannot be published.\n`);
    return exitCode.content;
  }
  const { defaultLanguage, timeZone } = site.config;
  const lang = options.lang ?? defaultLanguage;
  const edition = site.editions.find((one) => one.lang === lang);
  if (edition === undefined) {
    const known = site.editions.map((one) => one.lang).join(', ');
    throw new UsageError(`There are no stories in "${lang}". Write one of: ${known}`);
  }
  const sinceMs = options.since === undefined ? nowMs - weekMs : momentOf(options.since, timeZone);
  const { topic, unsubscribe } = options;
  const slugs = edition.topics.map(({ slug }) => slug);
  if (topic !== undefined && !slugs.includes(topic))
    throw new UsageError(
      `There is no topic "${topic}".${meantWords(didYouMean(topic, slugs))} Topics: ${slugs.join(', ')}`,
    );
  const digest = collectDigest(site, edition, { sinceMs, ...defined({ topic, unsubscribe }) });
  if (digest === undefined) {
    process.stderr.write(
      `No story in ${lang}${topic === undefined ? '' : ` of "${topic}"`} has appeared since ${dayAt(sinceMs, timeZone)}: no letter was made.\n`,
    );
    return exitCode.content;
  }
  const folder = path.resolve(options.to);
  await mkdir(folder, { recursive: true });
  const name = path.join(
    folder,
    ['digest', topic, lang, dayAt(nowMs, timeZone)].filter((part) => part !== undefined).join('-'),
  );
  await writeWhole(`${name}.html`, digestHtml(digest));
  await writeWhole(`${name}.txt`, digestText(digest));
  const count = digest.sections.reduce((sum, { articles }) => sum + articles.length, 0);
  process.stderr.write(`${count} ${count === 1 ? 'story' : 'stories'} in ${name}.html and .txt\n`);
  return exitCode.good;
}

function momentOf(text: string, zone: string): number {
  const reading = readDate(text, zone);
  if (!reading.ok) throw new UsageError(`${reading.message} ${reading.hint}`);
  return reading.date.timeMs;
}
