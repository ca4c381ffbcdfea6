/**
 * Reads the sources of an import folder, each by the reader of its kind. Readers and their libraries are loaded when
 * they are first needed: no other command pays for them.
 */

import path from 'node:path/posix';
import type { SiteConfig } from '../content/site-config.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import { defined } from '../text/defined.ts';
import { decodeText } from './decode-source.ts';
import { LabelWords } from './facts/label-words.ts';
import { siteOf } from './generators/generator-site.ts';
import { type FoundSites, readSites } from './generators/read-sites.ts';
import type { ImportFolder } from './import-folder.ts';
import type { ImportIssue, IssueKind } from './import-issue.ts';
import { failedReading, type SourceReading } from './imported-article.ts';
import { hasFrontMatter } from './markdown/generator-front-matter.ts';

const sharedData = /\.11tydata\.(?:json|[cm]?js)$/u;

export type SourceKind = 'text' | 'html' | 'docx' | 'wordpress' | 'markdown';

/** What a file seems to be, by its name. */
export function kindOfFile(file: string): SourceKind | undefined {
  switch (path.extname(file).toLowerCase()) {
    case '.txt':
      return 'text';
    case '.html':
    case '.htm':
    case '.xhtml':
      return 'html';
    case '.docx':
      return 'docx';
    case '.xml':
      return 'wordpress';
    case '.md':
    case '.markdown':
    case '.mdown':
    case '.mkdown':
    case '.mkdn':
    case '.mkd':
      return 'markdown';
    default:
      return undefined;
  }
}

/** Texts that other programs write and generators publish; an import that passed over them would lose stories. */
const otherText =
  /\.(?:org|rst|adoc|asciidoc|asc|textile|mdx|rmd|ipynb|doc|odt|rtf|pages|wps|mht|mhtml|webarchive)$/iu;

/** Templates of generators are pages mostly, and stories where stories lie. */
const templateStory =
  /(?:^|\/)(?:_?posts|blog|news|articles|stories)\/(?:.*\/)?(?!index\.)[^/]+\.(?:njk|liquid|ejs|hbs|pug|webc)$|(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]+\.(?:njk|liquid|ejs|hbs|pug|webc)$/iu;

/** Whether a file seems to hold a story that nothing here reads. */
export function isUnreadText(file: string): boolean {
  return otherText.test(file) || templateStory.test(file);
}

export class SourceReader {
  readonly #folder: ImportFolder;
  readonly #config: SiteConfig;
  readonly #labels: LabelWords;
  readonly #sites: FoundSites;
  /** Eleventy's files of data by the folder that they speak of, until they are reported. */
  readonly #sharedData = new Map<string, string[]>();

  static async open(folder: ImportFolder, config: SiteConfig): Promise<SourceReader> {
    return new SourceReader(folder, config, await readSites(folder));
  }

  private constructor(folder: ImportFolder, config: SiteConfig, sites: FoundSites) {
    this.#folder = folder;
    this.#config = config;
    this.#labels = new LabelWords(config);
    this.#sites = sites;
    for (const name of folder.files) {
      const place = path.dirname(name);
      if (sharedData.test(name) || path.basename(name) === `${path.basename(place)}.json`)
        this.#sharedData.set(place, [...(this.#sharedData.get(place) ?? []), name]);
    }
  }

  /** What is wrong with the settings of the old sites. */
  get issues(): readonly ImportIssue[] {
    return this.#sites.issues;
  }

  async read(file: string, kind: SourceKind): Promise<SourceReading> {
    const displayPath = this.#folder.displayPathOf(file);
    const bytes = await this.#folder.readBytes(file);
    if (!bytes.ok) {
      const { message, hint } = photoDiagnostic(bytes.fault, file, {
        file: displayPath,
        line: 1,
        column: 1,
        endColumn: 1,
      });
      return failedReading(
        displayPath,
        `${message.replace('photo ', 'file ')} ${bytes.fault.kind === 'not-found' ? '' : (hint ?? '')}`.trim(),
      );
    }
    const common = { file, displayPath, labels: this.#labels, sourceFiles: this.#folder.sourceFiles };
    switch (kind) {
      case 'text': {
        const { text, encoding } = decodeText(bytes.value);
        const { readTextPage } = await import('./text/read-text-page.ts');
        return withNote(readTextPage(text, { ...common, taglines: this.#taglines() }), displayPath, encoding);
      }
      case 'html': {
        const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(
          bytes.value.subarray(0, 4096).toString('latin1'),
        )?.[1];
        const { text, encoding } = decodeText(bytes.value, declared);
        if (hasFrontMatter(text)) return await this.#markdown(file, text, true, encoding);
        const { readHtmlPage } = await import('./html/read-html-page.ts');
        const selectors = this.#config.imports?.html;
        const page = {
          ...common,
          siteName: this.#config.name,
          ...defined({ selectors }),
        };
        return withNote(
          await readHtmlPage(text, page),
          displayPath,
          declared === undefined ? encoding : undefined,
        );
      }
      case 'docx': {
        const { readDocx } = await import('./word/read-docx.ts');
        return await readDocx(bytes.value, common);
      }
      case 'markdown': {
        const { text, encoding } = decodeText(bytes.value);
        return await this.#markdown(file, text, false, encoding);
      }
      case 'wordpress': {
        const { text, encoding } = decodeText(bytes.value);
        const { readWordpress } = await import('./wordpress/read-wordpress.ts');
        return withNote(
          readWordpress(text, { ...common, timeZone: this.#config.timeZone }),
          displayPath,
          encoding,
        );
      }
    }
  }

  /** A file of a generator, whose front matter says what it is; its body is Markdown or HTML. */
  async #markdown(
    file: string,
    text: string,
    isHtml: boolean,
    encoding: string | undefined,
  ): Promise<SourceReading> {
    const { readMarkdownFile } = await import('./markdown/read-markdown-file.ts');
    const displayPath = this.#folder.displayPathOf(file);
    const reading = readMarkdownFile(text, {
      file,
      displayPath,
      labels: this.#labels,
      sourceFiles: this.#folder.sourceFiles,
      timeZone: this.#config.timeZone,
      isHtml,
      ...defined({ site: siteOf(this.#sites.sites, file) }),
    });
    const issues = [...reading.issues, ...this.#besideFile(file, reading)];
    return withNote({ ...reading, issues }, displayPath, encoding);
  }

  /** What lies beside an article of a generator and did not become a part of it. */
  #besideFile(file: string, reading: SourceReading): ImportIssue[] {
    const folder = path.dirname(file);
    const look = (of: string, message: string): ImportIssue => ({
      kind: 'look',
      file: this.#folder.displayPathOf(of),
      line: 1,
      message,
    });
    const shared = this.#sharedData.get(folder) ?? [];
    this.#sharedData.delete(folder);
    const used = new Set(
      reading.articles.flatMap(({ blocks, image }) =>
        [
          ...blocks.flatMap((block) => (block.kind === 'photos' ? block.photos : [])),
          ...(image ? [image] : []),
        ].map(({ source }) => (source.kind === 'file' ? source.file : '')),
      ),
    );
    const unused =
      path.basename(file) === 'index.md' && reading.articles.length > 0
        ? this.#folder.sourceFiles.picturesIn(folder === '.' ? '' : folder).filter((name) => !used.has(name))
        : [];
    return [
      ...shared.map((name) => look(name, 'What this file says of all articles beside it was not read.')),
      ...(unused.length === 0
        ? []
        : [
            {
              ...look(file, 'Photos beside the article that it does not show were not taken.'),
              text: unused.map((name) => path.basename(name)).join(', '),
            },
          ]),
    ];
  }

  #taglines(): string[] {
    const { tagline, name, languages } = this.#config;
    const translated = Object.values(languages).flatMap((language) => [language.tagline, language.siteName]);
    return [tagline, name, ...translated].filter((text) => text !== undefined);
  }
}

function withNote(reading: SourceReading, file: string, encoding: string | undefined): SourceReading {
  if (encoding === undefined) return reading;
  const kind: IssueKind = 'guessed';
  const message = `The file is not UTF-8 and was read as ${encoding}. Look whether its letters are right.`;
  return { ...reading, issues: [{ kind, file, line: 1, message }, ...reading.issues] };
}
