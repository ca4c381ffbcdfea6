/**
 * Makes stories of what an editor drops: Word files, old pages with their pictures, texts. They are imported in a folder
 * of their own and come into the content as drafts, or as text of the story in which they were dropped.
 */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SiteConfig } from '../content/site-config.ts';
import { editFrontMatter, frontMatterBlock, readFrontMatter } from '../editor/front-matter-edit.ts';
import { isPlainList, isPlainMap } from '../editor/plain-data.ts';
import type { ImportAnswer } from '../editor/preview-messages.ts';
import { applyToText } from '../editor/story-text.ts';
import { groupIssues } from '../imports/group-issues.ts';
import { ImportFolder } from '../imports/import-folder.ts';
import type { ImportIssue } from '../imports/import-issue.ts';
import { freeName } from '../imports/photo-name.ts';
import { kindOfFile } from '../imports/read-source.ts';
import { runImport } from '../imports/run-import.ts';
import { pictureEnding } from '../imports/source-files.ts';
import { defined } from '../text/defined.ts';
import type { StoryFiles } from './story-files.ts';

export interface DroppedFile {
  /** With its folder where it was dropped with one: `old page_files/a.jpg`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DroppedImport {
  readonly dropped: readonly DroppedFile[];
  readonly config: SiteConfig;
  /** The site's own day. */
  readonly today: string;
  readonly files: StoryFiles;
  /** The story in which they were dropped; without it each file becomes a story. */
  readonly into?: string;
}

/** Folders of a saved page are not deeper. */
const levels = 3;
const foldersTried = 100;
/** Places that a note names. */
const textsTold = 3;

export async function importDropped(given: DroppedImport): Promise<ImportAnswer> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'news-import-'));
  try {
    return await importIn(scratch, given);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function importIn(scratch: string, given: DroppedImport): Promise<ImportAnswer> {
  const [source, content] = [path.join(scratch, 'source'), path.join(scratch, 'content')];
  await mkdir(content);
  await mkdir(source);
  const names = new Map<string, string>();
  for (const { name, bytes } of given.dropped) {
    names.set(safeName(name), name);
    const file = path.join(source, safeName(name));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const folder = await ImportFolder.open(source, '', levels);
  const files = folder.files.flatMap((file) => {
    const kind = kindOfFile(file);
    return kind === undefined || path.posix.dirname(file) !== '.' ? [] : [{ file, kind }];
  });
  if (files.length === 0)
    return { stories: [], notes: ['Drop a Word file (.docx), a saved page (.html) or a text (.txt, .md).'] };
  const result = await runImport({
    sources: [{ folder, files, origin: 'editor' }],
    contentFolder: content,
    displayContent: 'content',
    config: given.config,
    today: given.today,
    isTrial: false,
    judgeAddress: () => 'free',
  });
  const made = result.articles.map(({ file }) => path.posix.relative('content', file));
  const unread = folder.unreadFiles
    .filter((file) => path.posix.dirname(file) === '.')
    .map((file) => names.get(file) ?? file);
  if (given.into !== undefined) {
    const issues = result.issues.filter(({ isAboutHead }) => isAboutHead !== true);
    const others = unread.filter((name) => !pictureEnding.test(name));
    const { inserted, heads } = await insertInto(given.into, made, content, given.files);
    return {
      stories: [],
      notes: [...heads, ...noteList(issues, files.length > 1, names), ...others.map(unusedNote)],
      unused: unread.filter((name) => pictureEnding.test(name)),
      ...defined({ inserted }),
    };
  }
  const notes = [...noteList(result.issues, files.length > 1, names), ...unread.map(unusedNote)];
  const stories: string[] = [];
  for (const file of made) {
    const story = await bringHome(file, content, given.files);
    if (story === undefined) notes.push(`${file} could not be written into the content.`);
    else stories.push(story);
  }
  return { stories, notes };
}

/** Moves a made story into the content, as a draft, in a folder that is free. */
async function bringHome(file: string, content: string, files: StoryFiles): Promise<string | undefined> {
  const folder = path.posix.dirname(file);
  const text = asDraft(await readFile(path.join(content, file), 'utf8'));
  for (let number = 1; number < foldersTried; number += 1) {
    const target = `${number === 1 ? folder : `${folder}-${number}`}/${path.posix.basename(file)}`;
    const saving = await files.save(target, text, undefined);
    if (saving.kind === 'refused') return undefined;
    if (saving.kind === 'conflict') continue;
    for (const name of await besideOf(file, content))
      await files.addPhoto(target, await readFile(path.join(content, folder, name)), () => name);
    return target;
  }
  return undefined;
}

interface InsertedText {
  readonly inserted: ImportAnswer['inserted'];
  /** What the texts say of themselves, which the story says in its own words. */
  readonly heads: readonly string[];
}

/** The text of the made stories, with their photos put beside the story in which they were dropped. */
async function insertInto(
  story: string,
  made: readonly string[],
  content: string,
  files: StoryFiles,
): Promise<InsertedText> {
  const texts: string[] = [];
  const heads: string[] = [];
  const photos: string[] = [];
  for (const file of made) {
    const text = await readFile(path.join(content, file), 'utf8');
    heads.push(...headNote(text));
    let body = bodyOf(text);
    const names: string[] = [];
    for (const name of await besideOf(file, content)) {
      const bytes = await readFile(path.join(content, path.posix.dirname(file), name));
      const added = await files.addPhoto(story, bytes, (taken) => freeName(name, taken));
      if (added === undefined) continue;
      photos.push(added.name);
      names.push(added.name);
      if (added.name !== name) body = body.replaceAll(`](${name}`, `](${added.name}`);
    }
    // The photo that leads an old page stands in its head alone.
    const leads = names.filter((name) => !body.includes(`](${name}`)).map((name) => `![](${name})`);
    texts.push([...leads, body.trim()].join('\n\n'));
  }
  return { heads, inserted: texts.length === 0 ? undefined : { markdown: texts.join('\n\n'), photos } };
}

/** The headline, the summary and the credits of a text that becomes part of a story. */
function headNote(text: string): readonly string[] {
  const { title, summary, credits } = readFrontMatter(text) ?? {};
  const said = [
    ...(typeof title === 'string' && title !== 'Untitled' ? [`headline: ${title}`] : []),
    ...(typeof summary === 'string' ? [`summary: ${summary}`] : []),
    ...Object.entries(isPlainMap(credits) ? credits : {}).map(
      ([role, names]) => `${role}: ${isPlainList(names) ? names.join(', ') : String(names)}`,
    ),
  ];
  return said.length === 0
    ? []
    : [`Not put into the story, which has its own under Details: ${said.join('; ')}.`];
}

/** What an import has written beside a story. */
async function besideOf(file: string, content: string): Promise<readonly string[]> {
  const names = await readdir(path.join(content, path.posix.dirname(file)));
  return names.filter((name) => !name.endsWith('.md')).sort();
}

function asDraft(text: string): string {
  const edit = editFrontMatter(text, ['draft'], true, ['title', 'date', 'topics', 'draft']);
  return edit.ok ? edit.edits.reduce((made, one) => applyToText(made, [one]), text) : text;
}

function bodyOf(text: string): string {
  const block = frontMatterBlock(text);
  if (block === undefined) return text;
  return text.slice(block.start + block.yaml.length).replace(/^-{3,}[^\n]*\n/u, '');
}

/** Of a file that no dropped text has read. */
function unusedNote(name: string): string {
  return pictureEnding.test(name)
    ? `${name}: not taken, for no text that was dropped with it names it. Open its story and drop it there.`
    : `${name}: not taken. Stories are made of Word files (.docx), saved pages (.html) and texts (.txt, .md).`;
}

/**
 * What is said of several places of a file is said once.
 * @param isNamed whether each note names its file @param names as they were dropped, by those on the disk
 */
function noteList(
  issues: readonly ImportIssue[],
  isNamed: boolean,
  names: ReadonlyMap<string, string>,
): string[] {
  if (!isNamed) return notesOf(issues);
  return [...new Set(issues.map(({ file }) => file))].flatMap((file) =>
    notesOf(issues.filter((one) => one.file === file)).map((note) => `${names.get(file) ?? file}: ${note}`),
  );
}

function notesOf(issues: readonly ImportIssue[]): string[] {
  return groupIssues(issues).map(({ message, issues: ones }) => {
    const texts = [...new Set(ones.flatMap(({ text }) => text ?? []))];
    const told = texts.slice(0, textsTold).join('; ') + (texts.length > textsTold ? '; …' : '');
    return texts.length === 0 ? message : `${message} (${told})`;
  });
}

/** A path that stays below the folder, without hidden or odd parts. */
function safeName(name: string): string {
  const parts = name
    .split(/[/\\]/u)
    .map((part) => part.replace(/[\p{Cc}:*?"<>|]/gu, '_').replace(/^\.+/u, ''))
    .filter((part) => part !== '');
  return parts.slice(-levels).join('/') || 'file';
}
