/** Loads a content folder into typed values, and collects everything that is wrong with it. */

import path from 'node:path';
import { type Diagnostic, type Place, startOf } from '../diagnostics/diagnostic.ts';
import type { ArticleFile } from './article.ts';
import { ArticleReader, type LoadMemory } from './article-reader.ts';
import { DocumentReader, type Sources } from './document-reader.ts';
import { loadConfig } from './load-config.ts';
import { type PageFile, pageSchema, pageWords } from './page.ts';
import { type PersonFile, personSchema, personWords } from './person.ts';
import { isArticle, readAhead } from './read-ahead.ts';
import { listFolder } from './read-folder.ts';
import type { SiteConfig } from './site-config.ts';
import { loadTombstones, type Tombstone } from './tombstones.ts';
import { readViews, type Views } from './views.ts';
import type { YamlPath } from './yaml-document.ts';

export interface Content {
  readonly config: SiteConfig;
  /** Where a setting stands in site.yaml. */
  readonly placeOfSetting: (path: YamlPath) => Place;
  readonly articles: readonly ArticleFile[];
  readonly people: readonly PersonFile[];
  readonly pages: readonly PageFile[];
  readonly views: Views;
  readonly tombstones: readonly Tombstone[];
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
  readonly shownFolder: string;
  /** Without it everything is read and parsed. */
  readonly memory?: LoadMemory;
}

export async function loadContent(options: LoadOptions): Promise<LoadedContent> {
  const documents = new DocumentReader(options.contentFolder, options.shownFolder);
  const content = await new ContentLoader(documents, options.memory).load();
  return { content, diagnostics: documents.diagnostics, sources: documents };
}

class ContentLoader {
  readonly #documents: DocumentReader;
  readonly #memory: LoadMemory | undefined;

  constructor(documents: DocumentReader, memory: LoadMemory | undefined) {
    this.#documents = documents;
    this.#memory = memory;
  }

  async load(): Promise<Content | undefined> {
    const listing = listFolder(this.#documents.contentFolder, this.#documents.shownFolder);
    this.#documents.report(listing.diagnostics);
    const files = new Set(listing.files);
    const settings = loadConfig(this.#documents, files);
    if (settings === undefined) return undefined;
    const { config, placeOfSetting } = settings;
    const articles: ArticleFile[] = [];
    const people: PersonFile[] = [];
    const pages: PageFile[] = [];
    const reader = new ArticleReader(this.#documents, config, this.#memory);
    await readAhead(reader, this.#documents, this.#memory, [...files].filter(isArticle));
    for (const file of files) {
      if (!file.endsWith('.md') || path.posix.basename(file) === 'README.md') continue;
      const [room] = file.split('/');
      if (room === 'articles') add(articles, reader.read(file));
      else if (room === 'people') add(people, this.#loadPerson(file));
      else if (room === 'pages') add(pages, this.#loadPage(file, config));
      else this.#documents.misplaced(file);
    }
    reader.save();
    if (articles.length === 0 && this.#documents.diagnostics.length === 0) {
      this.#documents.diagnostics.push({
        code: 'no-articles',
        severity: 'error',
        ...startOf(`${this.#documents.shownFolder}/articles`),
        message: 'There is no article yet.',
        hint: 'Write the first one: content/articles/2024/my-first-story/index.md',
      });
    }
    const tombstones = loadTombstones(this.#documents, files, config.timeZone);
    const views = this.#loadViews(files);
    return { config, placeOfSetting, articles, people, pages, views, tombstones, files };
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
      ...startOf(this.#documents.shown(file)),
      message: `"${lang}" in the file's name is not a language of this site.`,
      hint: `Choose one of: ${Object.keys(config.languages).join(', ')}; or add it to site.yaml.`,
    });
    return undefined;
  }

  #loadViews(files: ReadonlySet<string>): Views {
    if (!files.has('views.json')) return new Map();
    const source = this.#documents.readText('views.json');
    if (source === undefined) return new Map();
    const { views, diagnostics } = readViews(source.text, this.#documents.shown('views.json'));
    this.#documents.report(diagnostics);
    return views;
  }
}

function add<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}
