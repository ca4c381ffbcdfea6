/**
 * One import from its sources to written articles. Folders are given to all articles first, so that links between them
 * can be turned; then a few at a time are made and written, so that memory holds the photos of those.
 */

import path from 'node:path';
import { topicsFile } from '../content/old-topics.ts';
import type { SiteConfig, TopicConfig } from '../content/site-config.ts';
import { limitJobs } from '../disk/job-limit.ts';
import { defined } from '../text/defined.ts';
import { articleFile, type NewFrontMatter, type NewPhoto } from './article-file.ts';
import { ArticleIndex, type IndexedSource, isOfHost } from './article-index.ts';
import { type AssignedArticle, assignFolders } from './assign-folders.ts';
import { fixBody } from './fix-body.ts';
import type { ImportIssue } from './import-issue.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportedArticle, Reading } from './imported-article.ts';
import { LinkedDocuments } from './linked-documents.ts';
import { type PlannedArticle, planArticle } from './plan-article.ts';
import { planPhotos } from './plan-photos.ts';
import { SourceReader } from './read-source.ts';
import { resolveImportedLinks } from './resolve-imported-links.ts';
import { readTopicMap, topicMapText } from './topic-map.ts';
import { ArticleWriter, type FolderState } from './write-articles.ts';

type AddressState =
  /** Nothing is there: it can redirect. */
  | 'free'
  /** The article has that very address again. */
  | 'own'
  | 'taken';

export interface ImportOptions {
  readonly sources: readonly ImportSource[];
  readonly contentFolder: string;
  readonly displayContent: string;
  readonly config: SiteConfig;
  readonly topic?: TopicConfig;
  readonly today: string;
  /** Whether nothing is written. */
  readonly isTrial: boolean;
  /** Whether articles that were deleted since the last import are made once more. */
  readonly again?: boolean;
  /** What an old address is to the article in that folder (relative to the content folder). */
  readonly judgeAddress: (alias: string, folder: string, day: string, lang: string) => AddressState;
  /** The address that an article has by its folder, as `judgeAddress` compares addresses. */
  readonly addressOf?: (folder: string, day: string, lang: string) => string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

interface ImportedFile {
  readonly source: string;
  /** The article's file, from where the command was called. */
  readonly file: string;
  readonly outcome: 'new' | 'updated' | 'unchanged' | 'kept';
  readonly isDraft: boolean;
}

export interface ImportResult {
  readonly articles: readonly ImportedFile[];
  readonly issues: readonly ImportIssue[];
  readonly readings: readonly (Reading & { readonly file: string })[];
}

/** LRM, RLM, ALM, embeddings, overrides and isolates. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const run = new ImportRun(options, await ArticleWriter.open(options.contentFolder));
  return await run.run();
}

class ImportRun {
  readonly #options: ImportOptions;
  readonly #writer: ArticleWriter;
  readonly #issues: ImportIssue[] = [];
  readonly #readings: (Reading & { readonly file: string })[] = [];
  readonly #files: ImportedFile[] = [];
  readonly #takenAliases = new Set<string>();
  /** Which article of this run has an address by its folder. */
  readonly #ownAddresses = new Map<string, string>();
  readonly #index = new ArticleIndex();
  /** Files of articles that are not published, as they stand after this import. */
  readonly #drafts = new Set<string>();
  /** When they appear and go. */
  readonly #times = new Map<string, Pick<NewFrontMatter, 'publishAt' | 'expiresAt'>>();
  #savedAtMs = performance.now();
  #isSaving = false;

  constructor(options: ImportOptions, writer: ArticleWriter) {
    this.#options = options;
    this.#writer = writer;
  }

  async run(): Promise<ImportResult> {
    const assigned = await this.#assign(await this.#read());
    try {
      if (!this.#options.isTrial && assigned.length > 0) await this.#writer.saveRecord();
      for (const { planned, folder } of assigned) {
        const { date, lang = this.#options.config.defaultLanguage } = planned.frontMatter;
        const address = this.#options.addressOf?.(folder, date, lang);
        if (address !== undefined) this.#ownAddresses.set(aliasKey(address), `${folder} ${lang}`);
      }
      // Old addresses belong to the first that had them, whichever is written first.
      const aliases = assigned.map(({ article, planned, folder, state }) =>
        state.kind === 'edited' || state.kind === 'gone' ? [] : this.#aliases(article, planned, folder),
      );
      let done = 0;
      const aliasesOf = new Map(assigned.map((article, index) => [article, aliases[index] ?? []]));
      // Languages of one folder one after the other: they share its photos.
      const folders = new Map<string, AssignedArticle[]>();
      for (const one of assigned) folders.set(one.folder, [...(folders.get(one.folder) ?? []), one]);
      const made = new Map<AssignedArticle, { file: ImportedFile; issues: readonly ImportIssue[] }>();
      await severalAtOnce([...folders.values()], async (versions) => {
        for (const article of versions) {
          const issues: ImportIssue[] = [];
          const file = await this.#make(article, aliasesOf.get(article) ?? [], issues);
          made.set(article, { file, issues });
          done += 1;
          this.#options.onProgress?.(done, assigned.length);
        }
        await this.#saveSometimes();
      });
      for (const one of assigned) {
        const { file, issues = [] } = made.get(one) ?? {};
        if (file !== undefined) this.#files.push(file);
        for (const issue of issues) this.#issues.push(issue);
      }
      this.#reportUnread();
    } finally {
      for (const { key } of assigned) this.#writer.release(key);
      if (!this.#options.isTrial && assigned.length > 0) await this.#writer.saveRecord();
    }
    return { articles: this.#files, issues: this.#issues, readings: this.#readings };
  }

  /** So that a run that is ended from outside knows what it wrote. */
  async #saveSometimes(): Promise<void> {
    if (this.#options.isTrial || this.#isSaving || performance.now() - this.#savedAtMs < saveEveryMs) return;
    this.#isSaving = true;
    try {
      await this.#writer.saveRecord();
    } finally {
      this.#savedAtMs = performance.now();
      this.#isSaving = false;
    }
  }

  /** What no story took along as its document is a story itself. */
  #reportUnread(): void {
    for (const { folder, unreadTexts = [] } of this.#options.sources) {
      const unread = new Set(folder.unreadFiles);
      for (const file of unreadTexts)
        if (unread.has(file))
          this.#report(
            'dropped',
            { file: folder.displayPathOf(file), line: 1 },
            `Nothing reads a file of this kind (${path.extname(file)}). Save it as .docx, .html or .md and import again.`,
          );
    }
  }

  async #read(): Promise<{ article: ImportedArticle; source: ImportSource; file: string }[]> {
    const found: { article: ImportedArticle; source: ImportSource; file: string }[] = [];
    for (const source of this.#options.sources) {
      const reader = await SourceReader.open(source.folder, this.#options.config);
      this.#issues.push(...reader.issues);
      const readings = await severalAtOnce(source.files, async ({ file, kind }) => ({
        file,
        reading: await reader.read(file, kind),
      }));
      for (const { file, reading } of readings) {
        for (const issue of reading.issues) this.#issues.push(issue);
        const displayPath = source.folder.displayPathOf(file);
        this.#readings.push(...reading.readings.map((entry) => ({ ...entry, file: displayPath })));
        found.push(...reading.articles.map((article) => ({ article, source, file })));
      }
    }
    return this.#onceEach(found);
  }

  /** Exports of one system overlap: of a post that stands in several, the last one counts. */
  #onceEach<T extends { article: ImportedArticle }>(found: readonly T[]): T[] {
    const last = new Map(
      found.flatMap((one) =>
        one.article.identity === undefined ? [] : [[one.article.identity, one] as const],
      ),
    );
    return found.filter((one) => {
      const { identity } = one.article;
      const chosen = identity === undefined ? undefined : last.get(identity);
      if (chosen === undefined || chosen === one) return true;
      this.#report(
        'look',
        one.article,
        `This post stands in ${chosen.article.file} too, and was taken from there.`,
      );
      return false;
    });
  }

  async #assign(
    found: readonly { article: ImportedArticle; source: ImportSource; file: string }[],
  ): Promise<readonly AssignedArticle[]> {
    const { config, topic, today, isTrial, again = false } = this.#options;
    const topicMap = readTopicMap(await this.#writer.readText(topicsFile));
    const unknown = new Map<string, number>();
    const planned = found.map((one) => ({
      ...one,
      planned: planArticle(one.article, { config, today, topicMap, ...defined({ topic }) }),
    }));
    for (const one of planned)
      for (const name of one.planned.unknownTopics) unknown.set(name, (unknown.get(name) ?? 0) + 1);
    const assigned = await assignFolders(planned, {
      writer: this.#writer,
      again,
      report: (kind, article, message) => this.#report(kind, article, message),
      displayFolder: (folder) => this.#displayFolder(folder),
    });
    for (const one of assigned) {
      const { article, source, file, folder, name } = one;
      if (!isTrial) this.#writer.claim(one.key, one.names);
      const target = `${folder}/${name}`;
      this.#index.add(indexed(article, source, file), target, article.part === '');
      if (await this.#isDraft(one.planned, one.state, target)) this.#drafts.add(target);
      this.#times.set(target, one.planned.frontMatter);
    }
    const hasNew = [...unknown.keys()].some((name) => !topicMap.has(name));
    if (hasNew && !isTrial)
      await this.#writer.writeText(topicsFile, topicMapText(topicMap, unknown, config.topics));
    return assigned;
  }

  async #make(
    { article, source, file: from, planned, folder, name, key, state, names }: AssignedArticle,
    aliases: readonly string[],
    issues: ImportIssue[],
  ): Promise<ImportedFile> {
    const { isTrial } = this.#options;
    const displayPath = `${this.#displayFolder(folder)}/${name}`;
    const result = (outcome: ImportedFile['outcome']): ImportedFile => ({
      source: article.file,
      file: displayPath,
      outcome,
      isDraft: planned.frontMatter.draft === true,
    });
    if (state.kind === 'edited' || state.kind === 'gone') {
      const why =
        state.kind === 'gone'
          ? `${this.#displayFolder(folder)} was removed or renamed since the last import`
          : `${this.#displayFolder(folder)}/${state.file} was changed since the last import`;
      this.#report(
        'kept',
        article,
        `${why}, so nothing there was touched. ${state.kind === 'gone' ? 'To import it once more, add --again.' : `To import it anew, delete the folder and add --again.`}`,
        issues,
      );
      return result('kept');
    }
    issues.push(...planned.issues);
    const photos = await planPhotos(
      article,
      (photo) => source.folder.readPhoto(photo),
      this.#writer.filesBeside(key),
    );
    for (const issue of photos.issues)
      issues.push(
        issue.picture === undefined
          ? issue
          : { ...issue, picture: `${this.#displayFolder(folder)}/${issue.picture}` },
      );
    const { lang: _inFileName, ...frontMatter } = planned.frontMatter;
    const written = articleFile(
      {
        ...frontMatter,
        aliases,
        image: photos.image,
        ...defined({ photos: wordsOfLead(photos.leadWords) }),
      },
      photos.blocks,
    );
    const text = this.#withoutDirectionMarks(written, article, issues);
    const taker = new LinkedDocuments(
      source.folder.sourceFiles,
      from,
      new Set(photos.files.keys()),
      photos.names,
    );
    const resolved = resolveImportedLinks(text, {
      displayPath: article.file,
      folder,
      articleAt: (address) => {
        const file = this.#index.find(address, indexed(article, source, from));
        return file === undefined
          ? undefined
          : { file, isDraft: this.#drafts.has(file), isBrief: this.#isBrief(file, planned) };
      },
      isDraft: planned.frontMatter.draft === true,
      isOwnHost: (address) => isOfHost(address, article.hosts ?? []),
      takeDocument: (address) => taker.take(address),
    });
    issues.push(...resolved.issues);
    const fixed = fixBody(resolved.markdown, { displayPath, folder });
    issues.push(...fixed.issues);
    const files = new Map<string, string | Uint8Array>([...photos.files, [name, fixed.text]]);
    for (const [document, file] of taker.documents) {
      const bytes = await source.folder.readBytes(file);
      if (bytes.ok) files.set(document, bytes.value);
      else this.#report('dropped', article, `The document ${file} cannot be read.`, issues);
    }
    const obstacle = await this.#writer.obstacle(key, files);
    if (obstacle !== undefined) {
      this.#report(
        'kept',
        article,
        obstacle.endsWith('.md') && this.#writer.record.has(key)
          ? `${this.#displayFolder(folder)}/${obstacle} is not what this import makes, and the import that began it was cut off, so nothing there was touched. To import it anew, delete the folder and add --again.`
          : `${this.#displayFolder(folder)}/${obstacle} is not from an import, so nothing there was touched. Rename it and import again.`,
        issues,
      );
      return result('kept');
    }
    if (isTrial) return result(state.kind === 'free' ? 'new' : 'updated');
    const isChanged = await this.#writer.write(key, files, names);
    return result(state.kind === 'free' ? 'new' : isChanged ? 'updated' : 'unchanged');
  }

  /** Whether readers of an article would at some time find nothing at another one. */
  #isBrief(file: string, { frontMatter }: PlannedArticle): boolean {
    const target = this.#times.get(file);
    if (target === undefined) return false;
    const { today } = this.#options;
    const { publishAt = '', expiresAt } = target;
    const isLate = publishAt.slice(0, 10) >= today && publishAt > (frontMatter.publishAt ?? '');
    const isShort = expiresAt !== undefined && (frontMatter.expiresAt ?? '9') > expiresAt;
    return isLate || isShort;
  }

  /** Of an article that an editor has worked on, its file says it. */
  async #isDraft(planned: PlannedArticle, state: FolderState, file: string): Promise<boolean> {
    if (state.kind !== 'edited') return planned.frontMatter.draft === true;
    return /^draft:\s*true\s*$/mu.test((await this.#writer.readText(file)) ?? 'draft: true');
  }

  #aliases(article: ImportedArticle, planned: PlannedArticle, folder: string): string[] {
    return (planned.frontMatter.aliases ?? []).filter((alias) => {
      const key = aliasKey(alias);
      const lang = planned.frontMatter.lang ?? this.#options.config.defaultLanguage;
      const owner = this.#ownAddresses.get(key);
      const isOfOther = owner !== undefined && owner !== `${folder} ${lang}`;
      const state = this.#options.judgeAddress(alias, folder, planned.frontMatter.date, lang);
      if (state === 'own') return false;
      if (state === 'free' && !isOfOther && !this.#takenAliases.has(key)) {
        this.#takenAliases.add(key);
        return true;
      }
      this.#report(
        'dropped',
        article,
        `The old address ${alias} already leads to a page of this site, so it cannot redirect.`,
      );
      return false;
    });
  }

  /** Marks that turn the direction of a text hide what stands there; the site refuses them. */
  #withoutDirectionMarks(text: string, article: ImportedArticle, issues: ImportIssue[]): string {
    const marks = text.match(directionMarks)?.length ?? 0;
    if (marks === 0) return text;
    this.#report(
      'look',
      article,
      'Invisible marks that turn the direction of the text were taken out. See whether it reads right.',
      issues,
    );
    return text.replace(directionMarks, '');
  }

  #displayFolder(folder: string): string {
    return `${this.#options.displayContent}/${folder}`;
  }

  #report(
    kind: ImportIssue['kind'],
    { file, line }: Pick<ImportedArticle, 'file' | 'line'>,
    message: string,
    issues: ImportIssue[] = this.#issues,
  ): void {
    issues.push({ kind, file, line, message });
  }
}

function aliasKey(address: string): string {
  return address.toLowerCase().replace(/\/$/u, '');
}

/** The record of an archive has megabytes. */
const saveEveryMs = 2000;

/** Articles that are read or written at once: the disk is waited for, not the processor. */
const atOnce = 8;

/** Results in their order, whichever is done first. What fails ends the run when the others are done. */
async function severalAtOnce<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const limit = limitJobs(atOnce);
  const settled = await Promise.allSettled(items.map((item, index) => limit(() => work(item, index))));
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

function wordsOfLead(photo: NewPhoto | undefined): NewFrontMatter['photos'] {
  if (photo === undefined) return undefined;
  const { name, alt, caption, credit } = photo;
  return { [name]: defined({ alt: alt === '' ? undefined : alt, caption, credit }) };
}

function indexed(
  { aliases, linkedAs = [], hosts = [] }: ImportedArticle,
  { origin }: ImportSource,
  file: string,
): IndexedSource {
  return { origin, file, aliases: [...aliases.map(({ value }) => value), ...linkedAs], hosts };
}
