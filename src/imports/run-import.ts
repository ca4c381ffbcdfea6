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
import { fixBody } from './fix-body.ts';
import type { ImportFolder } from './import-folder.ts';
import type { ImportIssue } from './import-issue.ts';
import { hashOf } from './import-record.ts';
import type { ImportedArticle, Reading } from './imported-article.ts';
import { LinkedDocuments } from './linked-documents.ts';
import { type PlannedArticle, planArticle } from './plan-article.ts';
import { planPhotos } from './plan-photos.ts';
import { type SourceKind, SourceReader } from './read-source.ts';
import { resolveImportedLinks } from './resolve-imported-links.ts';
import { readTopicMap, topicMapText } from './topic-map.ts';
import { ArticleWriter, type FolderState } from './write-articles.ts';

export interface ImportSource {
  readonly folder: ImportFolder;
  /** Relative to the folder, in the order in which they are read. */
  readonly files: readonly { readonly file: string; readonly kind: SourceKind }[];
  /** Files of a folder that seem to be stories and that nothing reads, such as `.doc`. */
  readonly unreadTexts?: readonly string[];
  /** The folder's path from the project's folder: tells sources of one name apart, the same for everybody. */
  readonly origin: string;
}

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

interface Assigned {
  readonly article: ImportedArticle;
  readonly source: ImportSource;
  /** The source, relative to its import folder. */
  readonly from: string;
  readonly planned: PlannedArticle;
  readonly folder: string;
  readonly state: FolderState;
  readonly names: { readonly source: string; readonly sourceId: string };
}

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
  readonly #index = new ArticleIndex();
  /** Files of articles that are not published, as they stand after this import. */
  readonly #drafts = new Set<string>();

  constructor(options: ImportOptions, writer: ArticleWriter) {
    this.#options = options;
    this.#writer = writer;
  }

  async run(): Promise<ImportResult> {
    const assigned = await this.#assign(await this.#read());
    try {
      if (!this.#options.isTrial && assigned.length > 0) await this.#writer.saveRecord();
      // Old addresses belong to the first that had them, whichever is written first.
      const aliases = assigned.map(({ article, planned, folder, state }) =>
        state.kind === 'edited' || state.kind === 'gone' ? [] : this.#aliases(article, planned, folder),
      );
      let done = 0;
      const made = await severalAtOnce(assigned, async (article, index) => {
        const issues: ImportIssue[] = [];
        const file = await this.#make(article, aliases[index] ?? [], issues);
        done += 1;
        this.#options.onProgress?.(done, assigned.length);
        return { file, issues };
      });
      for (const { file, issues } of made) {
        this.#files.push(file);
        for (const issue of issues) this.#issues.push(issue);
      }
      this.#reportUnread();
      this.#reportTranslations(assigned);
    } finally {
      for (const { folder } of assigned) this.#writer.release(folder);
      if (!this.#options.isTrial && assigned.length > 0) await this.#writer.saveRecord();
    }
    return { articles: this.#files, issues: this.#issues, readings: this.#readings };
  }

  /** Languages of one story are files of one folder here; each has an own one when it is imported. */
  #reportTranslations(assigned: readonly Assigned[]): void {
    const first = new Map<string, Assigned>();
    for (const one of assigned) {
      const { article, source, planned, folder } = one;
      if (article.translation === undefined || one.state.kind !== 'free') continue;
      const key = `${source.origin}:${article.translation}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, one);
      else if (nameOf(other.planned) !== nameOf(planned))
        this.#report(
          'look',
          article,
          `This is ${this.#displayFolder(other.folder)} in another language. For readers to change between the two, move ${this.#displayFolder(folder)}/${nameOf(planned)} and its photos there.`,
        );
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
    return found;
  }

  /** Gives every article its folder: the one it had, or a free one. */
  async #assign(
    found: readonly { article: ImportedArticle; source: ImportSource; file: string }[],
  ): Promise<Assigned[]> {
    const { config, topic, today, isTrial, again = false } = this.#options;
    const topicMap = readTopicMap(await this.#writer.readText(topicsFile));
    const unknown = new Map<string, number>();
    const known = new Map([...this.#writer.record].map(([folder, { sourceId }]) => [sourceId, folder]));
    const taken = new Set<string>();
    const assigned: Assigned[] = [];
    for (const { article, source, file } of found) {
      const planned = planArticle(article, { config, today, topicMap, ...defined({ topic }) });
      for (const name of planned.unknownTopics) unknown.set(name, (unknown.get(name) ?? 0) + 1);
      const names = {
        source: path.posix.basename(file) + (article.part === '' ? '' : `#${article.part}`),
        sourceId: hashOf(`${source.origin}/${file}#${article.part}`),
      };
      const wanted = `articles/${planned.year}/${planned.slug}`;
      let folder = known.get(names.sourceId) ?? wanted;
      let state = await this.#writer.stateOf(folder);
      for (let number = 2; known.get(names.sourceId) !== folder; number += 1) {
        const isSame = this.#writer.record.get(folder)?.source === names.source;
        if (!taken.has(folder) && (state.kind === 'free' || (isSame && state.kind !== 'foreign'))) break;
        folder = `${wanted}-${number}`;
        state = await this.#writer.stateOf(folder);
      }
      if (folder !== wanted && !known.has(names.sourceId)) {
        this.#report(
          'guessed',
          article,
          `${this.#displayFolder(wanted)} is another article, so this one became ${this.#displayFolder(folder)}.`,
        );
      }
      if (again && state.kind === 'gone') state = { kind: 'free' };
      taken.add(folder);
      if (!isTrial) this.#writer.claim(folder, names);
      const target = `${folder}/${nameOf(planned)}`;
      this.#index.add(indexed(article, source, file), target, article.part === '');
      if (await this.#isDraft(planned, state, target)) this.#drafts.add(target);
      assigned.push({ article, source, from: file, planned, folder, state, names });
    }
    const hasNew = [...unknown.keys()].some((name) => !topicMap.has(name));
    if (hasNew && !isTrial)
      await this.#writer.writeText(topicsFile, topicMapText(topicMap, unknown, config.topics));
    return assigned;
  }

  async #make(
    { article, source, from, planned, folder, state, names }: Assigned,
    aliases: readonly string[],
    issues: ImportIssue[],
  ): Promise<ImportedFile> {
    const { isTrial } = this.#options;
    const name = nameOf(planned);
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
    const photos = await planPhotos(article, (photo) => source.folder.readPhoto(photo));
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
    const taker = new LinkedDocuments(source.folder.sourceFiles, from, new Set(photos.files.keys()));
    const resolved = resolveImportedLinks(text, {
      displayPath: article.file,
      folder,
      articleAt: (address) => {
        const file = this.#index.find(address, indexed(article, source, from));
        return file === undefined ? undefined : { file, isDraft: this.#drafts.has(file) };
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
    const obstacle = await this.#writer.obstacle(folder, files);
    if (obstacle !== undefined) {
      this.#report(
        'kept',
        article,
        `${this.#displayFolder(folder)}/${obstacle} is not from an import, so nothing there was touched. Rename it and import again.`,
        issues,
      );
      return result('kept');
    }
    if (isTrial) return result(state.kind === 'free' ? 'new' : 'updated');
    const isChanged = await this.#writer.write(folder, files, names);
    return result(state.kind === 'free' ? 'new' : isChanged ? 'updated' : 'unchanged');
  }

  /** Of an article that an editor has worked on, its file says it. */
  async #isDraft(planned: PlannedArticle, state: FolderState, file: string): Promise<boolean> {
    if (state.kind !== 'edited') return planned.frontMatter.draft === true;
    return /^draft:\s*true\s*$/mu.test((await this.#writer.readText(file)) ?? 'draft: true');
  }

  #aliases(article: ImportedArticle, planned: PlannedArticle, folder: string): string[] {
    return (planned.frontMatter.aliases ?? []).filter((alias) => {
      const key = alias.toLowerCase().replace(/\/$/u, '');
      const state = this.#options.judgeAddress(
        alias,
        folder,
        planned.frontMatter.date,
        planned.frontMatter.lang ?? this.#options.config.defaultLanguage,
      );
      if (state === 'own') return false;
      if (state === 'free' && !this.#takenAliases.has(key)) {
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

function nameOf({ frontMatter: { lang } }: PlannedArticle): string {
  return lang === undefined ? 'index.md' : `index.${lang}.md`;
}

function indexed(
  { aliases, linkedAs = [], hosts = [] }: ImportedArticle,
  { origin }: ImportSource,
  file: string,
): IndexedSource {
  return { origin, file, aliases: [...aliases.map(({ value }) => value), ...linkedAs], hosts };
}
