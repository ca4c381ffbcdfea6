/** Loads a content folder into typed values, and collects everything that is wrong with it. */

import path from 'node:path';
import type { z } from 'zod';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import type { Body } from '../markdown/block.ts';
import { parseBody } from '../markdown/parse-body.ts';
import { type ArticleFile, articleSchema, articleWords } from './article.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type PageFile, pageSchema, pageWords } from './page.ts';
import { type PersonFile, personSchema, personWords } from './person.ts';
import { listFolder, readTextFile } from './read-folder.ts';
import { checkSchema, type SchemaWords } from './schema-diagnostics.ts';
import { type SiteConfig, siteConfigSchema, siteConfigWords } from './site-config.ts';
import { readViews, type Views } from './views.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

export interface Content {
  readonly config: SiteConfig;
  readonly articles: readonly ArticleFile[];
  readonly people: readonly PersonFile[];
  readonly pages: readonly PageFile[];
  readonly views: Views;
  /** Every file of the folder, relative to it: what links and photos may name. */
  readonly files: ReadonlySet<string>;
}

export interface LoadedContent {
  /** Undefined when site.yaml cannot be used: nothing else can be read without it. */
  readonly content: Content | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every file that was read, by the name that diagnostics show. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface LoadOptions {
  /** Absolute path of the content folder. */
  readonly contentFolder: string;
  /** How diagnostics name that folder: `content`. */
  readonly shownFolder: string;
}

export async function loadContent(options: LoadOptions): Promise<LoadedContent> {
  const loader = new ContentLoader(options);
  const content = await loader.load();
  return { content, diagnostics: loader.diagnostics, sources: loader.sources };
}

class ContentLoader {
  readonly diagnostics: Diagnostic[] = [];
  readonly sources = new Map<string, string>();
  readonly #options: LoadOptions;

  constructor(options: LoadOptions) {
    this.#options = options;
  }

  async load(): Promise<Content | undefined> {
    const listing = await listFolder(this.#options.contentFolder, this.#options.shownFolder);
    this.#report(listing.diagnostics);
    const files = new Set(listing.files.map(({ file }) => file));
    const config = await this.#loadConfig(files);
    if (config === undefined) return undefined;
    const articles: ArticleFile[] = [];
    const people: PersonFile[] = [];
    const pages: PageFile[] = [];
    const schema = articleSchema(config);
    for (const file of files) {
      if (!file.endsWith('.md') || path.posix.basename(file) === 'README.md') continue;
      const [room] = file.split('/');
      if (room === 'articles') add(articles, await this.#loadArticle(file, config, schema));
      else if (room === 'people') add(people, await this.#loadPerson(file));
      else if (room === 'pages') add(pages, await this.#loadPage(file, config));
      else this.#misplaced(file);
    }
    if (articles.length === 0 && this.diagnostics.length === 0) {
      this.diagnostics.push({
        code: 'no-articles',
        severity: 'error',
        ...startOf(`${this.#options.shownFolder}/articles`),
        message: 'There is no article yet.',
        hint: 'Write the first one: content/articles/2024/my-first-story/index.md',
      });
    }
    return { config, articles, people, pages, views: await this.#loadViews(files), files };
  }

  async #loadConfig(files: ReadonlySet<string>): Promise<SiteConfig | undefined> {
    const shown = this.#shown('site.yaml');
    if (!files.has('site.yaml')) {
      this.diagnostics.push({
        code: 'missing-file',
        severity: 'error',
        ...startOf(shown),
        message: 'There is no site.yaml, which holds the name, address and topics of the site.',
        hint: 'Copy site.yaml from the demonstration content and change it.',
      });
      return undefined;
    }
    const text = await this.#readText('site.yaml');
    if (text === undefined) return undefined;
    return this.#check(readYaml(text, shown, 1), siteConfigSchema, siteConfigWords);
  }

  async #loadArticle(
    file: string,
    config: SiteConfig,
    schema: ReturnType<typeof articleSchema>,
  ): Promise<ArticleFile | undefined> {
    const match = /^articles\/(\d{4})\/([^/]+)\/index(?:\.([A-Za-z0-9-]+))?\.md$/u.exec(file);
    if (match === null) {
      this.#misplaced(file);
      return undefined;
    }
    const [, year = '', name = '', fileLanguage] = match;
    const document = await this.#loadMarkdown(file, schema, articleWords);
    if (document === undefined) return undefined;
    const { frontMatter, yaml, body } = document;
    const lang = frontMatter.lang ?? fileLanguage ?? config.defaultLanguage;
    if (!(lang in config.languages)) {
      this.diagnostics.push({
        code: 'unknown-language',
        severity: 'error',
        ...yaml.placeOf(['lang']),
        message: `"${lang}" is not a language of this site.`,
        hint: `Choose one of: ${Object.keys(config.languages).join(', ')}; or add it to site.yaml.`,
      });
      return undefined;
    }
    const slug =
      frontMatter.slug ??
      name
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\s_]+/gu, '-');
    const folder = path.posix.dirname(file);
    return { id: `${year}/${name}`, file, folder, lang, slug, frontMatter, body, placeOf: yaml.placeOf };
  }

  async #loadPerson(file: string): Promise<PersonFile | undefined> {
    const slug = path.posix.basename(file, '.md');
    const document = await this.#loadMarkdown(file, personSchema, personWords);
    return document === undefined
      ? undefined
      : { slug, file, frontMatter: document.frontMatter, body: document.body };
  }

  async #loadPage(file: string, config: SiteConfig): Promise<PageFile | undefined> {
    const [slug = '', fileLanguage] = path.posix.basename(file, '.md').split('.');
    const document = await this.#loadMarkdown(file, pageSchema, pageWords);
    if (document === undefined) return undefined;
    const lang = fileLanguage ?? config.defaultLanguage;
    if (lang in config.languages)
      return { slug, lang, file, frontMatter: document.frontMatter, body: document.body };
    this.diagnostics.push({
      code: 'unknown-language',
      severity: 'error',
      ...startOf(this.#shown(file)),
      message: `"${lang}" in the file's name is not a language of this site.`,
      hint: `Choose one of: ${Object.keys(config.languages).join(', ')}; or add it to site.yaml.`,
    });
    return undefined;
  }

  async #loadMarkdown<T>(
    file: string,
    schema: z.ZodType<T>,
    words: SchemaWords,
  ): Promise<{ frontMatter: T; yaml: YamlDocument; body: Body } | undefined> {
    const shown = this.#shown(file);
    const text = await this.#readText(file);
    if (text === undefined) return undefined;
    const split = splitFrontMatter(text, shown);
    if (!split.ok) {
      this.diagnostics.push(split.diagnostic);
      return undefined;
    }
    const yaml = readYaml(split.file.yaml, shown, split.file.yamlLine);
    const frontMatter = this.#check(yaml, schema, words);
    const folder = path.posix.dirname(file);
    const parsed = parseBody(split.file.body, { file: shown, folder, firstLine: split.file.bodyLine });
    this.#report(parsed.diagnostics);
    return frontMatter === undefined ? undefined : { frontMatter, yaml, body: parsed.body };
  }

  async #loadViews(files: ReadonlySet<string>): Promise<Views> {
    if (!files.has('views.json')) return new Map();
    const text = await this.#readText('views.json');
    if (text === undefined) return new Map();
    const { views, diagnostics } = readViews(text, this.#shown('views.json'));
    this.#report(diagnostics);
    return views;
  }

  #check<T>(yaml: YamlDocument, schema: z.ZodType<T>, words: SchemaWords): T | undefined {
    this.#report(yaml.diagnostics);
    if (yaml.diagnostics.length > 0) return undefined;
    const result = checkSchema(yaml, schema, words);
    if (result.ok) return result.value;
    this.#report(result.diagnostics);
    return undefined;
  }

  async #readText(file: string): Promise<string | undefined> {
    const reading = await readTextFile(this.#options.contentFolder, file, this.#shown(file));
    if (reading.ok) {
      this.sources.set(this.#shown(file), reading.text);
      return reading.text;
    }
    this.diagnostics.push(reading.diagnostic);
    return undefined;
  }

  /** One by one: a call cannot take as many arguments as a hostile file has mistakes. */
  #report(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.diagnostics.push(diagnostic);
  }

  #misplaced(file: string): void {
    this.diagnostics.push({
      code: 'misplaced-file',
      severity: 'warning',
      ...startOf(this.#shown(file)),
      message: 'Nothing reads a Markdown file at this place, so it will not be published.',
      hint: 'An article is articles/YEAR/NAME/index.md (or index.zh.md for its Chinese version).',
    });
  }

  #shown(file: string): string {
    return `${this.#options.shownFolder}/${file}`;
  }
}

function add<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}
