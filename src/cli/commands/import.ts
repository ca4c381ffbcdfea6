/** `news import`: articles from what editors and old sites have, with a report of everything that did not fit. */

import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import pc from 'picocolors';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { readDate } from '../../content/dates.ts';
import { findTopic } from '../../content/find-topic.ts';
import { type Content, loadContent } from '../../content/load-content.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { count, formatReport } from '../../diagnostics/report.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import { sortIssues, stepsFor } from '../../imports/group-issues.ts';
import { ImportFolder, TooManyFilesError } from '../../imports/import-folder.ts';
import type { ImportSource } from '../../imports/import-source.ts';
import { formatIssues, summarizeIssues } from '../../imports/issue-report.ts';
import { isUnreadText, kindOfFile, type SourceKind } from '../../imports/read-source.ts';
import { reportPage } from '../../imports/report-page.ts';
import { type ImportOptions, type ImportResult, runImport } from '../../imports/run-import.ts';
import { findSiteRoot } from '../../imports/site-root.ts';
import { isOwnAddress, redirectFrom } from '../../site/address-claims.ts';
import { articleUrl, editionUrl } from '../../site/permalinks.ts';
import { defined } from '../../text/defined.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';

export interface ImportArguments {
  readonly from?: SourceKind;
  readonly photos?: string;
  readonly topic?: string;
  readonly dryRun?: boolean;
  readonly again?: boolean;
  readonly json?: boolean;
}

export async function runImportCommand(
  project: Project,
  sources: readonly string[],
  { from, photos, topic, dryRun = false, again = false, json = false }: ImportArguments,
): Promise<ExitCode> {
  const loaded = await loadContent({ contentFolder: project.content, displayFolder: project.displayContent });
  const { content } = loaded;
  if (content === undefined) {
    const report = formatReport(
      loaded.diagnostics,
      'terminal',
      (file) => loaded.sources.get(file),
      pc.isColorSupported,
    );
    process.stderr.write(report);
    return exitCode.content;
  }
  const { config } = content;
  const chosen = topic === undefined ? undefined : findTopic(topic, config.topics);
  if (topic !== undefined && chosen === undefined) {
    throw new UsageError(
      `"${topic}" is not a topic. Topics: ${config.topics.map(({ name }) => name).join(', ')}.`,
    );
  }
  const progress = terminalProgress(process.stderr);
  const result = await runImport({
    sources: await openSources(sources, project, from, photos),
    contentFolder: project.content,
    displayContent: project.displayContent,
    config,
    ...defined({ topic: chosen }),
    today: DateTime.fromMillis(Date.now(), { zone: config.timeZone }).toFormat('yyyy-MM-dd'),
    isTrial: dryRun,
    again,
    judgeAddress: addressRegister(content),
    addressOf: (folder, day, lang) => addressOf(content, folder, day, lang),
    onProgress: progress.step('Importing'),
  });
  progress.clear();
  if (json)
    process.stdout.write(`${JSON.stringify({ ...result, issues: sortIssues(result.issues) }, null, 2)}\n`);
  else {
    const page = await writeReport(result, project.cache);
    process.stdout.write(describe(result, dryRun, page));
  }
  // What was wrong with the content before is not this command's affair, but it is why a check would fail.
  if (!json && hasErrors(loaded.diagnostics.filter(({ code }) => code !== 'no-articles')))
    process.stderr.write('The content has errors that are not from this import: see npm run check.\n');
  return result.issues.some(({ kind }) => kind === 'failed') ? exitCode.content : exitCode.good;
}

/** The report as a page beside what may be deleted at any time; gives its path from here. */
async function writeReport({ articles, issues }: ImportResult, cache: string): Promise<string> {
  const file = path.join(cache, 'import-report.html');
  const hrefOf = (named: string) =>
    path.relative(cache, path.resolve(named)).split(path.sep).map(encodeURIComponent).join('/');
  await mkdir(cache, { recursive: true });
  await writeWhole(file, reportPage({ articles, issues, hrefOf }));
  return path.relative(process.cwd(), file) || file;
}

/** Lines of articles that a terminal shows; a whole archive is counted. */
const maximumArticles = 40;

function describe({ articles, issues }: ImportResult, isTrial: boolean, page: string): string {
  const lines = articles
    .slice(0, maximumArticles)
    .map(
      ({ outcome, file, isDraft }) =>
        `${pc.green(outcome.padEnd(9))} ${terminalText(file)}${isDraft ? pc.dim(' (draft)') : ''}`,
    );
  const total = `${isTrial ? 'Nothing was written. ' : ''}${count(articles.length, 'article')}; ${summarizeIssues(issues) || 'nothing lost, nothing guessed'}.`;
  const rest = articles.length - maximumArticles;
  if (rest > 0) lines.push(pc.dim(`… and ${count(rest, 'article')} more`));
  const drafts = articles.filter(({ isDraft }) => isDraft).length;
  const steps = stepsFor(issues, drafts).map((step, index) => `${index + 1}. ${step}`);
  const next = articles.length === 0 || isTrial ? [] : ['What to do now:', ...steps];
  const report = issues.length === 0 ? [] : [`All of it with links and pictures: ${terminalText(page)}`];
  const head = issues.length === 0 ? '' : `${formatIssues(issues, pc.isColorSupported)}\n`;
  return `${head}${[...lines, '', total, ...report, ...next].join('\n')}\n`;
}

async function openSources(
  sources: readonly string[],
  project: Project,
  from: SourceKind | undefined,
  photos: string | undefined,
): Promise<ImportSource[]> {
  const photoFolder = photos === undefined ? undefined : path.resolve(photos);
  if (photoFolder !== undefined && !isFolder(photoFolder))
    throw new UsageError(`There is no folder ${photos}.`);
  const opened: ImportSource[] = [];
  for (const source of sources) {
    const absolute = path.resolve(source);
    const found = statSync(absolute, { throwIfNoEntry: false });
    if (found === undefined) throw new UsageError(`There is no file or folder ${source}.`);
    const named = found.isDirectory() ? absolute : path.dirname(absolute);
    const isMarkdown = found.isDirectory() || kindOfFile(absolute) === 'markdown';
    const { root: folder, below } = isMarkdown ? await findSiteRoot(named) : { root: named, below: '' };
    const relative = path.relative(process.cwd(), folder).replaceAll('\\', '/');
    const origin = path.relative(path.dirname(project.content), folder).replaceAll('\\', '/');
    try {
      const importFolder = await ImportFolder.open(
        folder,
        relative,
        found.isDirectory() || below !== '' ? 20 : levelsBeside(absolute),
        photoFolder,
      );
      opened.push({
        folder: importFolder,
        origin,
        files: filesOf(source, found.isDirectory(), importFolder, from, below),
        unreadTexts: found.isDirectory() ? textsIn(importFolder, below) : [],
      });
    } catch (error) {
      if (error instanceof TooManyFilesError)
        throw new UsageError(`${error.message} Name the folder of the stories alone.`);
      throw error;
    }
  }
  return opened;
}

/** How deep photos are looked for beside a single file: WordPress keeps them by year and month. */
function levelsBeside(file: string): number {
  return kindOfFile(file) === 'wordpress' ? 6 : 3;
}

function textsIn({ files }: ImportFolder, below: string): string[] {
  return files.filter((file) => isUnreadText(file) && (below === '' || file.startsWith(`${below}/`)));
}

function filesOf(
  source: string,
  isDirectory: boolean,
  folder: ImportFolder,
  from: SourceKind | undefined,
  below: string,
): ImportSource['files'] {
  const start = below === '' ? '' : `${below}/`;
  if (!isDirectory) {
    const file = start + path.basename(path.resolve(source));
    const kind = from ?? kindOfFile(file);
    if (kind === undefined) {
      throw new UsageError(
        `Nothing reads ${source}. Say what it is: --from text, html, docx, wordpress or markdown.`,
      );
    }
    return [{ file, kind }];
  }
  const files = folder.files.flatMap((file) => {
    const kind = kindOfFile(file);
    return kind === undefined ||
      !file.startsWith(start) ||
      (from !== undefined && kind !== from) ||
      !isStory(file, kind)
      ? []
      : [{ file, kind }];
  });
  if (files.length === 0)
    throw new UsageError(`There is nothing to import in ${source}: no .md, .txt, .html, .docx or .xml file.`);
  return files;
}

/** In a folder, files that only look like stories: an XML that is no export, a project's notes. */
function isStory(file: string, kind: SourceKind): boolean {
  const name = path.basename(file);
  if (kind === 'wordpress') return !/^(?:sitemap|feed|rss|atom|pom|web)\b/iu.test(name);
  if (kind === 'text') return !/^(?:robots|licen[cs]e|readme|humans|requirements|security)\b/iu.test(name);
  return !/^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct)\b/iu.test(name);
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** By its folder, as old addresses are written. */
function addressOf({ config }: Content, folder: string, day: string, lang: string): string | undefined {
  const date = readDate(day, config.timeZone);
  if (!date.ok) return undefined;
  const root = editionUrl(lang, config.defaultLanguage);
  return redirectFrom(articleUrl(config.permalink, root, date.date, path.posix.basename(folder)));
}

/** Addresses that the site has already, but for those of the article itself. */
function addressRegister(content: Content): ImportOptions['judgeAddress'] {
  const { config } = content;
  const owners = new Map<string, string>();
  const key = (url: string) => redirectFrom(url).toLowerCase();
  for (const { file, folder, lang, slug, frontMatter } of content.articles) {
    const root = editionUrl(lang, config.defaultLanguage);
    owners.set(key(articleUrl(config.permalink, root, frontMatter.date, slug)), file);
    for (const alias of frontMatter.aliases) owners.set(key(alias), folder);
  }
  for (const { file, lang, slug } of content.pages) {
    owners.set(key(`${editionUrl(lang, config.defaultLanguage)}${slug}/`), file);
  }
  return (alias, folder, day, lang) => {
    const owner = owners.get(key(alias));
    const date = readDate(day, config.timeZone);
    const slug = path.posix.basename(folder);
    if (
      date.ok &&
      key(articleUrl(config.permalink, editionUrl(lang, config.defaultLanguage), date.date, slug)) ===
        key(alias)
    )
      return 'own';
    return (owner !== undefined && owner !== folder) || isOwnAddress(key(alias), content.config)
      ? 'taken'
      : 'free';
  };
}
