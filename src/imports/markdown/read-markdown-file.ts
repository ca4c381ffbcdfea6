/**
 * One Markdown file of a Hugo, Jekyll or Eleventy site. Keys that mean something here are taken over under whatever
 * name the generator or its theme has for them; all others are reported. Pure; never throws.
 */

import path from 'node:path/posix';
import { defined } from '../../text/defined.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { type GeneratorSite, inSite } from '../generators/generator-site.ts';
import { TooDeepError } from '../html/html-tree.ts';
import { IssueList } from '../import-issue.ts';
import {
  failedReading,
  type ImportedArticle,
  type ImportedCredit,
  type Sourced,
  type SourceReading,
} from '../imported-article.ts';
import { sourceDate, sourceMoment } from '../source-date.ts';
import type { SourceFiles } from '../source-files.ts';
import { parsePostName, readAddresses, slugOf } from './generator-address.ts';
import { type GeneratorFile, splitGeneratorFile, textsOfValue } from './generator-front-matter.ts';
import { keys } from './generator-keys.ts';
import { addResourceWords, leadPhoto, listedPhotos } from './generator-photos.ts';
import { GeneratorValues } from './generator-values.ts';
import { takeHidden } from './hidden-page.ts';
import { readMarkdownBody } from './markdown-body.ts';

export interface MarkdownFileOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly displayPath: string;
  readonly labels: LabelWords;
  readonly sourceFiles: SourceFiles;
  readonly timeZone: string;
  /** The site of a generator that the file belongs to. */
  readonly site?: GeneratorSite;
  /** Whether the body is HTML and no Markdown. */
  readonly isHtml?: boolean;
}

export function readMarkdownFile(source: string, options: MarkdownFileOptions): SourceReading {
  try {
    return new MarkdownFileReader(splitGeneratorFile(source), options).read();
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return failedReading(options.displayPath, error.message);
  }
}

/** Under which plugins keep what the languages of a story share; `ref` says it only beside a language. */
const translationKeys = [
  'translationkey',
  'translation_key',
  'translation_id',
  'lang-ref',
  'lang_ref',
  'i18n_key',
  'i18n-key',
];

class MarkdownFileReader {
  readonly #file: GeneratorFile;
  readonly #options: MarkdownFileOptions;
  readonly #values: GeneratorValues;
  readonly #issues: IssueList;

  constructor(file: GeneratorFile, options: MarkdownFileOptions) {
    this.#file = file;
    this.#options = options;
    const { site } = options;
    this.#values = new GeneratorValues(file, site?.defaultsOf(inSite(site, options.file)));
    this.#issues = new IssueList(options.displayPath);
  }

  read(): SourceReading {
    const { file, displayPath, labels, sourceFiles, site, isHtml = false } = this.#options;
    const name = path.basename(file);
    if (/^_index\b/u.test(name)) {
      this.#issues.add(
        'dropped',
        1,
        'This is the page of a section, not an article.',
        this.#file.body.trim(),
      );
      return { articles: [], issues: this.#issues.entries, readings: [] };
    }
    const hasDate = parsePostName(file) !== undefined || keys.date.some((key) => this.#values.has(key));
    if (site?.isStory(inSite(site, file), hasDate) === false) {
      const text = this.#file.body.trim();
      this.#issues.add(
        'dropped',
        1,
        `${site.generator} makes a page of this file, not a story. Make it by hand: content/pages/NAME.md.`,
        text,
      );
      return { articles: [], issues: this.#issues.entries, readings: [] };
    }
    const { error } = this.#file;
    if (error !== undefined) {
      this.#issues.add(
        'dropped',
        1,
        `The front matter cannot be read (${error.reason}), so only the text was taken.`,
        error.text,
      );
    }
    const title = this.#values.text(keys.title);
    const post = parsePostName(file);
    const body = readMarkdownBody(this.#file.body, {
      displayPath,
      file,
      firstLine: this.#file.bodyLine,
      sourceFiles,
      labels,
      title: title?.value,
      galleries: listedPhotos(this.#values),
      isHtml,
      ...defined({ generator: site?.generator }),
    });
    const date =
      this.#date(keys.date) ??
      (post === undefined ? undefined : this.#dateOfName(`${post.year}-${post.month}-${post.day}`));
    const updated = this.#date(keys.updated);
    const expiresAt = this.#date(keys.expires, sourceMoment);
    const published = this.#date(keys.publish, sourceMoment);
    // A day that is not after the story's own holds nothing back.
    const publishAt =
      published !== undefined &&
      (date === undefined || published.value.slice(0, 10) > date.value.slice(0, 10))
        ? published
        : undefined;
    const summary = this.#values.text(keys.summary);
    const slug = slugOf(this.#values, file);
    const lang = this.#values.text(keys.lang) ?? this.#languageOf(name);
    const series = this.#series();
    const image = leadPhoto(this.#values, sourceFiles, file);
    const topics = this.#topics();
    const heading =
      body.heading === undefined ? undefined : { value: body.heading, line: this.#file.bodyLine };
    const chosenTitle = title ?? heading ?? this.#titleOfFile(slug);
    const dateText =
      this.#values.text(keys.date)?.value ??
      (post === undefined ? undefined : `${post.year}-${post.month}-${post.day}`);
    const named = this.#values.text(
      lang === undefined ? translationKeys : [...translationKeys, 'ref'],
    )?.value;
    const translation =
      named === undefined
        ? (site?.translationOf?.(inSite(site, file)) ?? translationPath(file, lang?.value))
        : `key ${named}`;
    const isHidden = takeHidden(this.#values, this.#issues);
    const { aliases, linkedAs } = readAddresses(
      this.#values,
      { file, site, title: title?.value, date: dateText, topics },
      this.#issues,
    );
    const article: ImportedArticle = {
      file: displayPath,
      part: '',
      line: 1,
      ...defined({ title: chosenTitle, date, updated, publishAt, expiresAt }),
      topics,
      credits: this.#credits(),
      ...defined({ translation }),
      ...defined({ summary, lang, slug: slug === undefined ? undefined : { value: slug, line: 1 }, series }),
      aliases,
      linkedAs,
      hosts: site?.hosts ?? [],
      isDraft:
        this.#values.take('draft') === true ||
        isHidden ||
        this.#values.take('published') === false ||
        site?.isDraft(inSite(site, file)) === true,
      ...defined({ image }),
      blocks: addResourceWords(this.#values, body.blocks),
    };
    this.#values.reportRest(this.#issues);
    return { articles: [article], issues: [...this.#issues.entries, ...body.issues], readings: [] };
  }

  #date(names: readonly string[], read = sourceDate): Sourced<string> | undefined {
    const found = this.#values.text(names);
    if (found === undefined) return undefined;
    const value = read(found.value, this.#options.timeZone);
    if (value !== undefined) return { value, line: found.line };
    this.#issues.add('dropped', found.line, 'No calendar has this date.', found.value);
    return undefined;
  }

  #dateOfName(name: string): Sourced<string> | undefined {
    const value = sourceDate(name, this.#options.timeZone);
    if (value === undefined)
      this.#issues.add('dropped', 1, 'No calendar has the date in the name of the file.', name);
    return value === undefined ? undefined : { value, line: 1 };
  }

  #topics(): Sourced<string>[] {
    return keys.topics.flatMap((name) => {
      const value = this.#values.has(name) ? this.#values.take(name) : undefined;
      const line = this.#values.line(name);
      // Jekyll parts the words of one text: "categories: research art"; a name with a capital in it is one topic.
      const isWords =
        typeof value === 'string' && (name === 'categories' || name === 'tags') && !/[,A-Z]/u.test(value);
      const texts = isWords
        ? value.split(/\s+/u)
        : textsOfValue(typeof value === 'string' ? value.split(',') : value);
      return texts.filter((text) => text !== '').map((text) => ({ value: text, line }));
    });
  }

  #credits(): ImportedCredit[] {
    const named = (['draft', 'photos', 'revision', 'translation'] as const).flatMap((role) =>
      keys[role].flatMap((name) => {
        if (!this.#values.has(name) || (name === 'revision' && typeof this.#values.peek(name) === 'number'))
          return [];
        const line = this.#values.line(name);
        const value = this.#values.take(name);
        // What the settings say holds for files that say nothing themselves.
        if (!this.#values.isOwn(name) && keys[role].some((other) => this.#values.isOwn(other))) return [];
        const names = textsOfValue(value).flatMap((text) => text.split(/\s*[;&]\s*|,\s+|\s+and\s+/u));
        const known = this.#options.site?.authors;
        return names.map((person) => ({ role, name: known?.get(person) ?? person, line }));
      }),
    );
    const credits = this.#values.peek('credits');
    if (typeof credits !== 'object' || credits === null || Array.isArray(credits)) return named;
    this.#values.take('credits');
    const line = this.#values.line('credits');
    return [
      ...named,
      ...Object.entries(credits).flatMap(([role, value]) =>
        textsOfValue(value).map((name) => ({ role, name, line })),
      ),
    ];
  }

  #titleOfFile(slug: string | undefined): Sourced<string> | undefined {
    if (slug === undefined) return undefined;
    const words = slug.replace(/[-_]+/gu, ' ').trim();
    this.#issues.add('guessed', 1, `There is no title, so the name of the file became one: "${words}".`);
    return words === '' ? undefined : { value: words.charAt(0).toUpperCase() + words.slice(1), line: 1 };
  }

  /** By the name of the file, else by its folder. */
  #languageOf(name: string): Sourced<string> | undefined {
    const { site, file } = this.#options;
    const ofName = /\.([a-z]{2}(?:-[A-Za-z]{2,4})?)\.\w+$/u.exec(name)?.[1];
    const lang = ofName ?? site?.languageOf(inSite(site, file));
    return lang === undefined ? undefined : { value: lang, line: 1 };
  }

  #series(): Sourced<string> | undefined {
    const [first, ...others] = textsOfValue(this.#values.take('series'));
    const line = this.#values.line('series');
    if (others.length > 0)
      this.#issues.add('dropped', line, 'An article is of one series.', others.join(', '));
    return first === undefined ? undefined : { value: first, line };
  }
}

/** The path that the languages of a story share: without the folder or the ending that is called after the language. */
function translationPath(file: string, lang: string | undefined): string {
  const stem = file.replace(/\.\w+$/u, '');
  if (lang === undefined) return `path ${stem}`;
  const code = lang.toLowerCase();
  const parts = stem.split('/');
  const folder = parts.slice(0, -1).findIndex((part) => part.toLowerCase() === code);
  if (folder !== -1) parts.splice(folder, 1);
  const last = parts.at(-1) ?? '';
  if (last.toLowerCase().endsWith(`.${code}`)) parts[parts.length - 1] = last.slice(0, -code.length - 1);
  return `path ${parts.join('/')}`;
}
