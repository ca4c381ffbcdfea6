/** `news views import`: counts readers in the access logs of the web server, and writes the totals that pages show. */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import pc from 'picocolors';
import { readClock } from '../../build/clock.ts';
import { loadLedger } from '../../build/ledger-file.ts';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import type { Content } from '../../content/load-content.ts';
import { loadContent } from '../../content/load-content.ts';
import { printViews, readViews, viewHistoryFile } from '../../content/views.ts';
import { count, formatReport } from '../../diagnostics/report.ts';
import { readOrdinaryFile } from '../../disk/ordinary-file.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { DEFAULT_RECIPE } from '../../photos/recipe.ts';
import { assembleSite } from '../../site/assemble-site.ts';
import type { Site } from '../../site/site.ts';
import { defined } from '../../text/defined.ts';
import { isLfsPointer, lfsAdvice } from '../../text/lfs-pointer.ts';
import { listSome } from '../../text/list-some.ts';
import { type CountSummary, ViewCounter } from '../../views/count-views.ts';
import { explainLine } from '../../views/explain-line.ts';
import { LogFileError, readLines } from '../../views/log-files.ts';
import { PageRegister } from '../../views/page-register.ts';
import { readExport, readReport } from '../../views/report-file.ts';
import {
  mergeDays,
  mergeReport,
  newestDay,
  printHistory,
  readHistory,
  type ViewHistory,
  viewsByStory,
} from '../../views/view-history.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface ViewsArguments {
  readonly source: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** What is larger is a log, whatever its name. */
const maximumReportBytes = 256_000_000;

export async function runViewsImport(
  project: Project,
  files: readonly string[],
  options: ViewsArguments,
): Promise<ExitCode> {
  const nowMs = readClock();
  const { content, diagnostics, sources } = await loadContent({
    contentFolder: project.content,
    displayFolder: project.displayContent,
  });
  if (content === undefined) {
    process.stderr.write(
      formatReport(diagnostics, 'terminal', (file) => sources.get(file), pc.isColorSupported),
    );
    return exitCode.content;
  }
  const site = await siteOf(content, project, nowMs);
  const { pathPrefix, timeZone } = content.config;
  const register = new PageRegister({ pathPrefix, stories: storiesByUrl(site) });
  const before = await loadHistory(project, site);
  if (before === undefined) {
    process.stderr.write(
      `${project.displayContent}/${viewHistoryFile} is damaged. Take it back from git; without it the same days would be counted twice.\n`,
    );
    return exitCode.content;
  }
  const counter = new ViewCounter({
    register,
    timeZone,
    lastDay: dayOf(nowMs + 86_400_000, timeZone),
    host: new URL(content.config.baseUrl).host,
  });
  let history = before;
  let late = 0;
  const progress = terminalProgress(process.stderr);
  const onProgress = progress.step('Reading logs');
  const unread: string[] = [];
  const examples: string[] = [];
  for (const [index, file] of files.entries()) {
    const text = await smallJson(file);
    const report = text === undefined ? undefined : readReport(text, register);
    if (report === undefined) {
      const lines = text === undefined ? undefined : readExport(text);
      if (!(await readLog(file, counter, lines))) unread.push(file);
      const line = counter.firstUnread();
      if (line !== undefined) examples.push(`${file}:${line.number}: ${explainLine(line.text)}`);
    } else if (report.kind === 'goaccess') history = mergeReport(history, options.source, report.totals);
    else ({ history, late } = addLate(mergeDays(history, options.source, report.days), late));
    onProgress(index + 1, files.length);
  }
  progress.clear();
  if (unread.length === files.length) {
    process.stderr.write(
      `${pc.red('Nothing was read')} and nothing was written: ${whyUnread(unread, counter)}\n${listExamples(examples)}`,
    );
    return exitCode.content;
  }
  ({ history, late } = addLate(mergeDays(history, options.source, counter.counts()), late));
  const ids = new Set(site.editions.flatMap(({ articles }) => articles.map(({ id }) => id)));
  const views = viewsByStory(history, (key) => register.idOf(key) ?? (ids.has(key) ? key : undefined));
  if (options.dryRun !== true) {
    // Should the second be cut off, the next import writes it: the first has everything.
    await writeWhole(path.join(project.content, viewHistoryFile), printHistory(history));
    await writeWhole(path.join(project.content, 'views.json'), printViews(views, newestDay(history)));
  }
  const summary = counter.summary();
  if (options.json === true) {
    process.stdout.write(
      `${JSON.stringify({ ...summary, late, articles: Object.fromEntries(views) }, null, 2)}\n`,
    );
  } else {
    process.stderr.write(describe(summary, late, unread) + listExamples(examples));
    const where = options.dryRun === true ? 'Nothing was written:' : `${project.displayContent}/views.json:`;
    process.stderr.write(`${where} ${count(views.size, 'article')}`);
    process.stderr.write(` until ${newestDay(history) ?? 'no day'}\n`);
  }
  return exitCode.good;
}

/** One line of each file is enough to see what is wrong with its format. */
const mostExamples = 5;

function listExamples(examples: readonly string[]): string {
  if (examples.length === 0) return '';
  const lines = examples.slice(0, mostExamples).map((example) => `${example}\n`);
  return `The first line that could not be read${examples.length > 1 ? ', of each file' : ''}:\n${lines.join('')}`;
}

function addLate({ history, late }: { history: ViewHistory; late: number }, before: number) {
  return { history, late: before + late };
}

async function siteOf(content: Content, project: Project, nowMs: number): Promise<Site> {
  const { ledger } = await loadLedger(project);
  // Addresses alone are asked for: no photo need be read.
  return assembleSite(content, {
    photos: new Map(),
    recipe: DEFAULT_RECIPE,
    cardFace: '',
    ledger,
    nowMs,
    includeHidden: false,
    displayFolder: project.displayContent,
  }).site;
}

/** Of every address that a story has or had. The default language's comes first. */
function storiesByUrl({ editions, redirects }: Site): ReadonlyMap<string, string> {
  const stories = new Map(
    editions.flatMap(({ articles }) => articles.map(({ url, id }) => [url, id] as const)),
  );
  for (const { from, to } of redirects) {
    const id = stories.get(to);
    if (id !== undefined) stories.set(from, id);
  }
  return stories;
}

/** Without one yet, what views.json holds is where it begins. Undefined when it is damaged. */
async function loadHistory(project: Project, site: Site): Promise<ViewHistory | undefined> {
  const text = await readOptional(path.join(project.content, viewHistoryFile));
  if (text !== undefined) return readHistory(text);
  const old = await readOptional(path.join(project.content, 'views.json'));
  const empty: ViewHistory = { version: 1, before: {}, days: {}, reports: {} };
  if (old === undefined) return empty;
  const { views, updated } = readViews(old, 'views.json');
  const urls = new Map(
    site.editions.flatMap(({ articles }) => articles.map(({ id, url }) => [id, url] as const)).toReversed(),
  );
  return {
    ...empty,
    ...defined({ until: updated }),
    before: Object.fromEntries([...views].map(([id, { total }]) => [urls.get(id) ?? id, total])),
  };
}

async function readOptional(file: string): Promise<string | undefined> {
  try {
    const bytes = readOrdinaryFile(file);
    if (isLfsPointer(bytes)) throw new UsageError(`${file} is only a Git LFS pointer. ${lfsAdvice}`);
    return bytes.toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`Cannot read ${file}.`, { cause: error });
  }
}

/** The text of what may be one value in JSON; else undefined. */
async function smallJson(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new UsageError(`There is no file ${file}.`);
  if (!file.endsWith('.json') || found.size > maximumReportBytes) return undefined;
  return await readFile(file, 'utf8');
}

/**
 * @param lines of the file, where it is no file of lines
 * @returns whether any of its lines could be counted or passed over for what they are
 */
async function readLog(file: string, counter: ViewCounter, lines?: readonly string[]): Promise<boolean> {
  const before = counter.summary();
  counter.startFile();
  try {
    if (lines === undefined) await readLines(file, (line, number) => counter.take(line, number));
    else for (const [index, line] of lines.entries()) counter.take(line, index + 1);
  } catch (error) {
    if (error instanceof LogFileError) throw new UsageError(`${error.message} Nothing was written.`);
    throw new Error(`Cannot read ${file} to its end. Nothing was written.`, { cause: error });
  }
  const after = counter.summary();
  const unknown = after.unreadable - before.unreadable;
  const unnamed = after.unnamed - before.unnamed;
  const blind = after.withoutBrowser - before.withoutBrowser + unnamed;
  const counted = judged(after) - judged(before) - unnamed;
  // A log that tells no browsers has other lines, which are passed over before that is asked.
  return after.lines - before.lines > unknown + blind && (blind === 0 || counted > 0);
}

function judged({ requests, bots, prefetches, otherHosts }: CountSummary): number {
  return requests + bots + prefetches + otherHosts;
}

const knownLogs =
  'Known are the "combined" format of nginx and Apache, the JSON of Caddy, Traefik, Cloudflare (Logpush), Fastly, Azure, ' +
  'Netlify, Vercel, Google and of nginx with the names of its variables, the logs of IIS and CloudFront with their #Fields ' +
  'line, and those of Envoy, Amazon S3 and Amazon’s load balancers.';

function whyUnread(files: readonly string[], counter: ViewCounter): string {
  const { lines, withoutBrowser, unnamed } = counter.summary();
  const names = listSome(files);
  if (lines === 0) return `${names}: there is no line of a request.`;
  if (withoutBrowser + unnamed > 0) return `${names}: ${blindAdvice}`;
  return `${names}: no line is of a log that is known here. ${knownLogs}`;
}

const blindAdvice =
  'the log does not say which browser asked, so that programs cannot be told from readers. Let the server write the ' +
  '"combined" format (Traefik: accessLog.fields.headers.names.User-Agent: keep).';

function dayOf(ms: number, zone: string): string {
  return DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd');
}

function describe(summary: CountSummary, late: number, unread: readonly string[]): string {
  const number = (value: number) => value.toLocaleString('en');
  const { lines, requests, views, bots, prefetches, unreadable, withoutBrowser } = summary;
  const parts = [
    `${number(lines)} lines, ${number(requests)} requests for stories by readers: ${number(views)} views (one a reader, story and day).`,
    `Left out: ${number(bots)} by programs, ${number(prefetches)} fetched ahead, ${number(unreadable)} lines of no known log.`,
    ...(late > 0
      ? [`${number(late)} views are of days that were closed before, and do not count again.`]
      : []),
    ...(summary.otherHosts > 0
      ? [`${number(summary.otherHosts)} requests were for pages of other hosts in the same log.`]
      : []),
    ...(withoutBrowser > 0 ? [`${number(withoutBrowser)} requests are not counted: ${blindAdvice}`] : []),
    ...(unread.length > 0 ? [`Nothing could be read in ${listSome(unread)}.`] : []),
    ...(unreadable * 2 > lines ? [`Most lines cannot be read. ${knownLogs}`] : []),
    ...(lines > 0 && judged(summary) === 0
      ? [
          'No line asks for a story of this site: are baseUrl and pathPrefix in site.yaml those of this server?',
        ]
      : []),
  ];
  return `${parts.join('\n')}\n`;
}
