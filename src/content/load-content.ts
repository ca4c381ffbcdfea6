/** Loads a content folder into typed values, and collects everything that is wrong with it. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, hasErrors, type Place, startOf } from '../diagnostics/diagnostic.ts';
import { storedPath } from '../disk/stored-path.ts';
import type { ArticleFile } from './article.ts';
import { ArticleReader, type LoadMemory } from './article-reader.ts';
import { DocumentReader, type Sources } from './document-reader.ts';
import type { OwnWords } from './interface-words.ts';
import { KeptContent } from './kept-content.ts';
import { loadConfig } from './load-config.ts';
import { type DataTables, loadTables } from './load-tables.ts';
import { loadTranscripts, type Transcripts } from './load-transcripts.ts';
import { loadWords } from './load-words.ts';
import { readOldTopics, topicsFile } from './old-topics.ts';
import { type PageFile, pageSchema, pageWords } from './page.ts';
import { type PersonFile, personSchema, personWords } from './person.ts';
import { isArticle, readAhead } from './read-ahead.ts';
import { type FileStamp, type FolderListing, listFolder, type StampedFolder } from './read-folder.ts';
import type { SiteConfig } from './site-config.ts';
import { checkUnevenTimes, withStrictestTimes } from './strictest-times.ts';
import { loadTombstones, type Tombstone } from './tombstones.ts';
import { findUnread, isMergeLeftover } from './unread-files.ts';
import { readViews, type Views, viewHistoryFile } from './views.ts';
import type { YamlPath } from './yaml-document.ts';

export interface Content {
  readonly config: SiteConfig;
  /** Where a setting stands in site.yaml. */
  readonly placeOfSetting: (path: YamlPath) => Place;
  readonly articles: readonly ArticleFile[];
  readonly people: readonly PersonFile[];
  readonly pages: readonly PageFile[];
  readonly views: Views;
  /** Words of the interface that the newsroom adds or changes, by language. */
  readonly words: ReadonlyMap<string, OwnWords>;
  readonly tombstones: readonly Tombstone[];
  /** The figures of charts. */
  readonly tables: DataTables;
  /** What is said in recordings. */
  readonly transcripts: Transcripts;
  /** Every file of the folder, relative to it: what links and photos may name. */
  readonly files: ReadonlySet<string>;
}

export interface LoadedContent {
  /** Undefined when site.yaml cannot be used: nothing else can be read without it. */
  readonly content: Content | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

export interface LoadOptions {
  /** Absolute path of the content folder. */
  readonly contentFolder: string;
  /** How diagnostics name that folder: `content`. */
  readonly displayFolder: string;
  /** Whether stories are judged by settings with mistakes, too: for callers that stop at errors. */
  readonly takesPart?: true;
  /** Without it everything is read and parsed. */
  readonly memory?: LoadMemory;
}

/** @param folder the content folder, if the caller has just listed it */
export async function loadContent(options: LoadOptions, folder?: StampedFolder): Promise<LoadedContent> {
  return await new OpenContent(options).load(new Set(), folder);
}

/** Reads documents that need no disk: what is listed and cannot be read is passed over. */
export async function readContent(
  documents: DocumentReader,
  listing: FolderListing,
): Promise<Content | undefined> {
  const kept = new KeptContent();
  kept.list(listing);
  return await new ContentLoader(documents, undefined, kept, undefined, false).load();
}

/** A content folder that is loaded again and again while it is edited. */
export class OpenContent {
  readonly #options: LoadOptions;
  readonly #kept = new KeptContent();

  constructor(options: LoadOptions) {
    this.#options = options;
  }

  /**
   * @param changed relative to the folder: all that was written, made or deleted since the load before
   * @param folder as it is now, if the caller has listed it
   */
  async load(changed: ReadonlySet<string> = new Set(), folder?: StampedFolder): Promise<LoadedContent> {
    const { contentFolder, displayFolder, memory, takesPart = false } = this.#options;
    this.#kept.list(folder?.listing);
    this.#kept.forget(changed, (file) => !existsSync(storedPath(path.join(contentFolder, file))));
    const documents = new DocumentReader(contentFolder, displayFolder);
    const content = await new ContentLoader(documents, memory, this.#kept, folder?.stamps, takesPart).load();
    return { content, diagnostics: documents.diagnostics, sources: documents };
  }
}

class ContentLoader {
  readonly #documents: DocumentReader;
  readonly #memory: LoadMemory | undefined;
  readonly #kept: KeptContent;
  readonly #stamps: ReadonlyMap<string, FileStamp> | undefined;
  readonly #takesPart: boolean;

  constructor(
    documents: DocumentReader,
    memory: LoadMemory | undefined,
    kept: KeptContent,
    stamps: ReadonlyMap<string, FileStamp> | undefined,
    takesPart: boolean,
  ) {
    this.#documents = documents;
    this.#memory = memory;
    this.#kept = kept;
    this.#stamps = stamps;
    this.#takesPart = takesPart;
  }

  async load(): Promise<Content | undefined> {
    const files = this.#listFiles();
    this.#kept.settings ??= loadConfig(this.#documents, files, this.#takesPart);
    const { settings } = this.#kept;
    if (settings === undefined) return undefined;
    const { config, placeOfSetting } = settings;
    const { diagnostics } = this.#documents;
    const articles: ArticleFile[] = [];
    const people: PersonFile[] = [];
    const pages: PageFile[] = [];
    // To read a few again, the memory of all would cost more than it saves.
    const memory = this.#kept.articles.isEmpty ? this.#memory : undefined;
    const reader = new ArticleReader(this.#documents, config, memory, this.#stamps);
    await readAhead(reader, this.#documents, memory, [...files].filter(isArticle));
    for (const file of files) {
      if (isStoryMisnamed(file)) this.#documents.misnamed(file);
      if (!file.endsWith('.md') || isForEditors(file) || isMergeLeftover(file)) continue;
      const room = file.slice(0, file.indexOf('/'));
      if (room === 'articles')
        add(
          articles,
          this.#kept.articles.read(file, diagnostics, () => reader.read(file)),
        );
      else if (room === 'people')
        add(
          people,
          this.#kept.people.read(file, diagnostics, () => this.#loadPerson(file)),
        );
      else if (room === 'pages')
        add(
          pages,
          this.#kept.pages.read(file, diagnostics, () => this.#loadPage(file, config)),
        );
      else this.#documents.misplaced(file);
    }
    reader.save();
    this.#judgeOthers(files);
    for (const diagnostic of checkUnevenTimes(articles)) diagnostics.push(diagnostic);
    const tombstones = loadTombstones(this.#documents, files, config.timeZone);
    // A newsroom that has taken down its only story shows readers that, and no story.
    if (articles.length === 0 && tombstones.length === 0 && !hasErrors(diagnostics)) {
      diagnostics.push({
        code: 'no-articles',
        severity: 'error',
        ...startOf(`${this.#documents.displayFolder}/articles`),
        message: 'There is no article yet.',
        hint: 'Write the first one: content/articles/2024/my-first-story/index.md',
      });
    }
    const documents = [...articles, ...pages, ...people];
    this.#kept.tables = loadTables(this.#documents, documents, files, this.#kept.tables);
    this.#kept.transcripts = loadTranscripts(this.#documents, documents, files, this.#kept.transcripts);
    this.#documents.placed(this.#kept.transcripts);
    return {
      config,
      placeOfSetting,
      articles: this.#kept.articles.keep(withStrictestTimes(articles)),
      people: this.#kept.people.keep(people),
      pages: this.#kept.pages.keep(pages),
      views: this.#loadViews(files),
      words: loadWords(this.#documents, files, config),
      tombstones,
      tables: this.#kept.tables,
      transcripts: this.#kept.transcripts,
      files,
    };
  }

  #listFiles(): ReadonlySet<string> {
    const { contentFolder, displayFolder } = this.#documents;
    const listing = this.#kept.listing ?? listFolder(contentFolder, displayFolder);
    this.#kept.list(listing);
    this.#documents.report(listing.diagnostics);
    return this.#kept.files;
  }

  /** Files that no page is made of: those that commands read, and those that nothing does. */
  #judgeOthers(files: ReadonlySet<string>): void {
    const others = this.#kept.listing?.others ?? [];
    for (const { file, ...words } of findUnread([...files, ...others])) {
      const place = startOf(this.#documents.displayPath(file));
      this.#documents.report([{ code: 'misplaced-file', severity: 'warning', ...place, ...words }]);
    }
    if (files.has(topicsFile)) {
      const source = this.#documents.readText(topicsFile);
      const reading = source && readOldTopics(source.text, this.#documents.displayPath(topicsFile));
      if (reading?.ok === false) this.#documents.report(reading.diagnostics);
    }
    if (others.includes(viewHistoryFile)) this.#judgeViewHistory();
  }

  #judgeViewHistory(): void {
    const before = this.#documents.diagnostics.length;
    this.#documents.readText(viewHistoryFile);
    const [found] = this.#documents.diagnostics.splice(before);
    if (found === undefined) return;
    const hint = `Take one of the two versions whole: git checkout --ours ${found.file}  and then import the logs of the last days again: npx news views import FILE`;
    this.#documents.report([found.code === 'unfinished-merge' ? { ...found, hint } : found]);
  }

  #loadPerson(file: string): PersonFile | undefined {
    const slug = path.posix.basename(file, '.md');
    const document = this.#documents.readMarkdown(file, personSchema, personWords);
    return document === undefined
      ? undefined
      : { slug, file, frontMatter: document.frontMatter, body: document.body };
  }

  #loadPage(file: string, config: SiteConfig): PageFile | undefined {
    const [slug = '', fileLanguage] = path.posix.basename(file, '.md').split('.');
    const document = this.#documents.readMarkdown(file, pageSchema, pageWords);
    if (document === undefined) return undefined;
    const lang = fileLanguage ?? config.defaultLanguage;
    if (Object.hasOwn(config.languages, lang))
      return { slug, lang, file, frontMatter: document.frontMatter, body: document.body };
    this.#documents.diagnostics.push({
      code: 'unknown-language',
      severity: 'error',
      ...startOf(this.#documents.displayPath(file)),
      message: `"${lang}" in the file's name is not a language of this site.`,
      hint: `Choose one of: ${Object.keys(config.languages).join(', ')}; or add it to site.yaml.`,
    });
    return undefined;
  }

  #loadViews(files: ReadonlySet<string>): Views {
    if (this.#kept.views !== undefined) return this.#kept.views;
    const before = this.#documents.diagnostics.length;
    const source = files.has('views.json') ? this.#documents.readText('views.json') : undefined;
    if (source === undefined) {
      if (!files.has('views.json')) this.#kept.views = noViews;
      return noViews;
    }
    const { views, diagnostics } = readViews(source.text, this.#documents.displayPath('views.json'));
    this.#documents.report(diagnostics);
    // What was wrong with them is said at every load.
    if (this.#documents.diagnostics.length === before) this.#kept.views = views;
    return views;
  }
}

const noViews: Views = new Map();

function add<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

/** `README.md`, `README.zh.md`: what editors read where they work. */
function isForEditors(file: string): boolean {
  return /^README(?:\.[A-Za-z-]+)?\.md$/u.test(path.posix.basename(file));
}

/** `index.md.txt`, which Windows makes and hides the end of; `Index.MD`; `index.markdown`. */
function isStoryMisnamed(file: string): boolean {
  return (
    file.startsWith('articles/') &&
    !file.endsWith('.md') &&
    /^index(?:\.[a-z-]+)?\.(?:md\.txt|txt|md|markdown|mdx)$/iu.test(path.posix.basename(file))
  );
}
