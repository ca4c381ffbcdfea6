/** `news new`: an article folder with its photos, ready to be written in. Asks on a terminal for what no flag says. */

import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import pc from 'picocolors';
import { terminalProgress } from '../../build/progress.ts';
import type { Project } from '../../build/project.ts';
import { UsageError } from '../../build/usage-error.ts';
import { readDate } from '../../content/dates.ts';
import { findTopic, guessTopic } from '../../content/find-topic.ts';
import { loadContent } from '../../content/load-content.ts';
import type { SiteConfig } from '../../content/site-config.ts';
import { didYouMean, meantWords } from '../../diagnostics/did-you-mean.ts';
import { count, formatReport } from '../../diagnostics/report.ts';
import { articleFile, creditOf, type NewPhoto } from '../../imports/article-file.ts';
import { ImportFolder } from '../../imports/import-folder.ts';
import { escapeMarkdown } from '../../imports/markdown-text.ts';
import { freeName, namePhoto, slug } from '../../imports/photo-name.ts';
import { pictureEnding } from '../../imports/source-files.ts';
import { writeNewFolder } from '../../imports/write-articles.ts';
import { photoDiagnostic } from '../../photos/photo-fault.ts';
import { defined } from '../../text/defined.ts';
import { terminalText } from '../../text/terminal-text.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { type KnownAnswers, type NewAnswers, splitNames } from '../new-answers.ts';

export interface NewArguments {
  readonly title?: string;
  readonly topic?: readonly string[];
  readonly date?: string;
  /** `draft=YANG Lindi`, each once or more. */
  readonly credit?: readonly string[];
  readonly photos?: readonly string[];
  readonly lang?: string;
  readonly slug?: string;
  readonly json?: boolean;
}

export async function runNewCommand(project: Project, given: NewArguments): Promise<ExitCode> {
  const loaded = await loadContent({ contentFolder: project.content, displayFolder: project.displayContent });
  if (loaded.content === undefined) {
    process.stderr.write(
      formatReport(loaded.diagnostics, 'terminal', (file) => loaded.sources.get(file), pc.isColorSupported),
    );
    return exitCode.content;
  }
  const { config, people } = loaded.content;
  const today = DateTime.fromMillis(Date.now(), { zone: config.timeZone }).toFormat('yyyy-MM-dd');
  const known = answersOf(given, config);
  const isAsked = given.json !== true && process.stdin.isTTY === true && process.stdout.isTTY === true;
  let answers: NewAnswers | undefined;
  if (isAsked && (known.title === undefined || known.topics === undefined)) {
    const { askForArticle } = await import('../ask-for-article.ts');
    answers = await askForArticle({
      config,
      today,
      known,
      people: people.map(({ frontMatter }) => frontMatter.name),
    });
    if (answers === undefined) {
      process.stderr.write('Nothing was written.\n');
      return exitCode.usage;
    }
  } else {
    if (known.title === undefined)
      throw new UsageError(
        'A new article needs a headline: npx news new --title "Students build a bamboo bicycle"',
      );
    if (known.topics === undefined)
      throw new UsageError(
        `A new article needs a topic: --topic "${config.topics[0]?.name ?? ''}". Topics: ${config.topics.map(({ name }) => name).join(', ')}.`,
      );
    answers = {
      title: known.title,
      lang: known.lang ?? config.defaultLanguage,
      topics: known.topics,
      date: known.date ?? today,
      credits: known.credits,
      photos: known.photos,
    };
  }
  return await writeArticle(project, config, given, answers);
}

/** What the flags say, each judged. Throws a UsageError that says what to write. */
function answersOf(
  { title, topic, date, credit = [], photos = [], lang }: NewArguments,
  config: SiteConfig,
): KnownAnswers {
  const credits: Record<string, string[]> = {};
  for (const entry of credit) {
    const [, role = '', names = ''] = /^([^=:]+)[=:](.+)$/su.exec(entry) ?? [];
    if (!Object.hasOwn(config.credits, role.trim())) {
      const guess = didYouMean(role, Object.keys(config.credits));
      throw new UsageError(
        `"${entry}" names no credit role.${meantWords(guess)} Write --credit draft="YANG Lindi". Roles: ${Object.keys(config.credits).join(', ')}.`,
      );
    }
    credits[role.trim()] = [...(credits[role.trim()] ?? []), ...splitNames(names)];
  }
  if (lang !== undefined && !Object.hasOwn(config.languages, lang))
    throw new UsageError(
      `"${lang}" is not a language of this site. Languages: ${Object.keys(config.languages).join(', ')}.`,
    );
  return {
    ...(title === undefined || title.trim() === '' ? {} : { title: title.trim() }),
    ...defined({ lang }),
    ...defined({
      topics: topic?.map((name) => topicOf(name, config)),
      date: date === undefined ? undefined : dateOf(date, config),
    }),
    credits,
    photos,
  };
}

function topicOf(name: string, config: SiteConfig): string {
  const found = findTopic(name, config.topics);
  if (found !== undefined) return found.name;
  const guess = guessTopic(name, config.topics);
  throw new UsageError(
    `"${name}" is not a topic.${meantWords(guess)} Topics: ${config.topics.map((topic) => topic.name).join(', ')}.`,
  );
}

function dateOf(text: string, config: SiteConfig): string {
  const reading = readDate(text, config.timeZone);
  if (reading.ok) return text.trim();
  throw new UsageError(`${reading.message} ${reading.hint}`);
}

async function writeArticle(
  project: Project,
  config: SiteConfig,
  given: NewArguments,
  answers: NewAnswers,
): Promise<ExitCode> {
  const reading = readDate(answers.date, config.timeZone);
  if (!reading.ok) throw new UsageError(`${reading.message} ${reading.hint}`);
  const name = slug(given.slug ?? answers.title, config.defaultLanguage) || 'story';
  const folder = `articles/${reading.date.day.slice(0, 4)}/${name}`;
  const lang = answers.lang === config.defaultLanguage ? undefined : answers.lang;
  const file = lang === undefined ? 'index.md' : `index.${lang}.md`;
  const progress = terminalProgress(process.stderr);
  const { photos, files, skipped, sources } = await takePhotos(
    answers.photos,
    progress.step('Reading photos'),
  );
  progress.clear();
  const text = articleFile(
    {
      title: answers.title,
      date: answers.date,
      topics: answers.topics,
      credits: answers.credits,
      draft: true,
    },
    [
      { kind: 'markdown', text: placeholder },
      ...photos.map((photo) => ({ kind: 'photos' as const, photos: [photo] })),
    ],
  );
  const shown = `${project.displayContent}/${folder}`;
  const isWritten = await writeNewFolder(
    project.content,
    folder,
    new Map<string, string | Uint8Array>([...files, [file, text]]),
  );
  if (!isWritten)
    throw new UsageError(
      `${shown} is there already. Choose another name for the folder: --slug another-name. A translation is a file beside index.md, such as ${shown}/index.${Object.keys(config.languages).find((code) => code !== config.defaultLanguage) ?? 'zh'}.md`,
    );
  if (given.json === true) {
    process.stdout.write(
      `${JSON.stringify({ file: `${shown}/${file}`, photos: sources, skipped }, null, 2)}\n`,
    );
    return exitCode.good;
  }
  for (const why of skipped) process.stderr.write(`${pc.yellow('left out')} ${terminalText(why)}\n`);
  process.stdout.write(
    `${pc.green('written')} ${terminalText(`${shown}/${file}`)} with ${count(photos.length, 'photo')}\n`,
  );
  const bare = photos.filter(({ alt }) => alt === '').length;
  const next = [
    'Write the story in place of its first line.',
    ...(bare > 0 ? [`Say between the brackets of ${count(bare, 'photo')} what is to be seen.`] : []),
    'When it is ready, delete the line "draft: true". Look at it with: npm start',
  ];
  process.stdout.write(`${next.map((line) => `  ${line}\n`).join('')}`);
  return exitCode.good;
}

const placeholder = 'The story begins here.';

interface TakenPhotos {
  readonly photos: readonly NewPhoto[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What was left out, and why. */
  readonly skipped: readonly string[];
  readonly sources: readonly { readonly from: string; readonly name: string }[];
}

/** @param named photos, or folders of photos */
async function takePhotos(
  named: readonly string[],
  onProgress: (done: number, total: number) => void,
): Promise<TakenPhotos> {
  const found = await Promise.all(named.map(photosAt));
  const paths = found.flatMap(({ photos }) => photos);
  const photos: NewPhoto[] = [];
  const files = new Map<string, Uint8Array>();
  const skipped = found.flatMap(({ folders }) => folders);
  const sources: { from: string; name: string }[] = [];
  const byHash = new Map<string, string>();
  for (const [index, file] of paths.entries()) {
    const folder = await ImportFolder.open(path.dirname(file), '', 0);
    const called = path.basename(file);
    const taken = await folder.readPhoto({ kind: 'file', file: called });
    onProgress(index + 1, paths.length);
    if (!taken.ok) {
      const { message, hint } = photoDiagnostic(taken.fault, called, {
        file: called,
        line: 1,
        column: 1,
        endColumn: 1,
      });
      skipped.push(`${message} ${hint ?? ''}`.trim());
      continue;
    }
    const { bytes, hash, ending, metadata } = taken.value;
    const same = byHash.get(hash);
    if (same !== undefined) {
      skipped.push(
        same === called ? `${called} was given twice.` : `${called} is the same photo as ${same}.`,
      );
      continue;
    }
    byHash.set(hash, called);
    const name = freeName(namePhoto(called, metadata.caption ?? '', ending), new Set(files.keys()));
    files.set(name, bytes);
    sources.push({ from: called, name });
    photos.push({
      name,
      alt: metadata.alt ?? '',
      caption: metadata.caption === undefined ? undefined : escapeMarkdown(metadata.caption),
      credit: creditOf(metadata),
    });
  }
  return { photos, files, skipped, sources };
}

interface FoundPhotos {
  readonly photos: readonly string[];
  /** What is said of folders in the folder, which are not looked into. */
  readonly folders: readonly string[];
}

/** A photo, or those of a folder in the order of their numbers: 2.jpg before 10.jpg. */
async function photosAt(named: string): Promise<FoundPhotos> {
  const absolute = path.resolve(named.trim().replace(/^(['"])(.*)\1$/u, '$2'));
  const found = await lstat(absolute).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no photo or folder ${named}.`);
  if (!found.isDirectory()) return { photos: [absolute], folders: [] };
  const entries = (await readdir(absolute, { withFileTypes: true })).filter(
    ({ name }) => !name.startsWith('.'),
  );
  const inner = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const names = entries
    .filter((entry) => !entry.isDirectory() && pictureEnding.test(entry.name))
    .map(({ name }) => name);
  const folders = inner
    .sort()
    .map(
      (name) =>
        `The folder ${name} in ${named} was not looked into. Name it too: --photos "${path.join(named, name)}"`,
    );
  if (names.length === 0) {
    throw new UsageError([`There is no photo in the folder ${named}.`, ...folders].join(' '));
  }
  const { compare } = new Intl.Collator('en', { numeric: true });
  const stem = (name: string) => path.parse(name).name;
  const photos = names
    .sort((a, b) => compare(stem(a), stem(b)) || compare(a, b))
    .map((name) => path.join(absolute, name));
  return { photos, folders };
}
