/** Reads single documents of the content folder, and collects what is wrong with each. */

import path from 'node:path';
import type { z } from 'zod';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { unfinishedMerge } from '../diagnostics/unfinished-merge.ts';
import type { OrdinaryOptions } from '../disk/ordinary-file.ts';
import type { Body } from '../markdown/block.ts';
import { parseBody } from '../markdown/parse-body.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type PartialOptions, readPartially } from './partial-front-matter.ts';
import { readTextFile } from './read-folder.ts';
import { checkSchema, type SchemaWords } from './schema-diagnostics.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** The text of files, by the name that diagnostics show. */
export interface Sources {
  readonly get: (displayPath: string) => string | undefined;
  readonly read: (displayPath: string) => SourceText | undefined;
}

export interface MarkdownDocument<T> {
  readonly frontMatter: T;
  readonly yaml: YamlDocument;
  readonly body: Body;
}

export interface SourceText {
  readonly text: string;
  /** Stands for the bytes of the file. */
  readonly hash: string;
}

export class DocumentReader implements Sources {
  readonly diagnostics: Diagnostic[] = [];
  readonly contentFolder: string;
  readonly displayFolder: string;

  /** @param contentFolder absolute @param displayFolder how diagnostics name it: `content` */
  constructor(contentFolder: string, displayFolder: string) {
    this.contentFolder = contentFolder;
    this.displayFolder = displayFolder;
  }

  /**
   * The text of a file as diagnostics name it, read when a code frame needs it. Never of a file that the walk of the
   * folder has refused: what a link leads to must not be printed.
   */
  get(displayPath: string): string | undefined {
    return this.#read(displayPath, { inside: this.contentFolder })?.text;
  }

  read(displayPath: string): SourceText | undefined {
    return this.#read(displayPath, {});
  }

  #read(displayPath: string, where: Pick<OrdinaryOptions, 'inside'>): SourceText | undefined {
    const prefix = `${this.displayFolder}/`;
    if (!displayPath.startsWith(prefix)) return undefined;
    try {
      const reading = readTextFile(this.contentFolder, displayPath.slice(prefix.length), displayPath, where);
      return reading.ok ? reading : undefined;
    } catch {
      // A place that is no file, a link, a pipe, or a file that is gone: there is nothing to show.
      return undefined;
    }
  }

  readMarkdown<T>(file: string, schema: z.ZodType<T>, words: SchemaWords): MarkdownDocument<T> | undefined {
    const source = this.readText(file);
    return source && this.parseMarkdown(file, source.text, schema, words);
  }

  parseMarkdown<T>(
    file: string,
    text: string,
    schema: z.ZodType<T>,
    words: SchemaWords,
  ): MarkdownDocument<T> | undefined {
    const document = this.#parse(file, text, schema, words);
    const frontMatter = document?.frontMatter;
    return document === undefined || frontMatter === undefined ? undefined : { ...document, frontMatter };
  }

  #parse<T>(
    file: string,
    text: string,
    schema: z.ZodType<T>,
    words: SchemaWords,
  ): (Omit<MarkdownDocument<T>, 'frontMatter'> & { readonly frontMatter: T | undefined }) | undefined {
    const shown = this.displayPath(file);
    const split = splitFrontMatter(text, shown);
    if (!split.ok) {
      this.diagnostics.push(split.diagnostic);
      return undefined;
    }
    const yaml = readYaml(split.file.yaml, shown, split.file.yamlLine);
    const frontMatter = this.check(yaml, schema, words);
    const folder = path.posix.dirname(file);
    const parsed = parseBody(split.file.body, { file: shown, folder, firstLine: split.file.bodyLine });
    this.report(parsed.diagnostics);
    return { frontMatter, yaml, body: parsed.body };
  }

  /** Of front matter with mistakes the rest is read all the same. */
  parsePartially<T>(
    file: string,
    text: string,
    schema: z.ZodType<T>,
    words: SchemaWords,
    options: PartialOptions,
  ): (MarkdownDocument<T> & { readonly isPartial: boolean }) | undefined {
    const document = this.#parse(file, text, schema, words);
    if (document === undefined) return undefined;
    const { yaml } = document;
    const frontMatter = document.frontMatter ?? readPartially(yaml.value, schema, options);
    return frontMatter === undefined
      ? undefined
      : { ...document, frontMatter, isPartial: document.frontMatter === undefined };
  }

  check<T>(yaml: YamlDocument, schema: z.ZodType<T>, words: SchemaWords): T | undefined {
    this.report(yaml.diagnostics);
    this.report(yaml.notices);
    if (yaml.diagnostics.length > 0) return undefined;
    const result = checkSchema(yaml, schema, words);
    if (result.ok) return result.value;
    this.report(result.diagnostics);
    return undefined;
  }

  readText(file: string): SourceText | undefined {
    const reading = readTextFile(this.contentFolder, file, this.displayPath(file));
    const problem = reading.ok ? unfinishedMerge(reading.text, this.displayPath(file)) : reading.diagnostic;
    if (reading.ok && problem === undefined) return reading;
    if (problem !== undefined) this.diagnostics.push(problem);
    return undefined;
  }

  /** One by one: a call cannot take as many arguments as a hostile file has mistakes. */
  report(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.diagnostics.push(diagnostic);
  }

  /** A story whose file has another name than stories have. */
  misnamed(file: string): void {
    this.diagnostics.push({
      code: 'misplaced-file',
      severity: 'warning',
      ...startOf(this.displayPath(file)),
      message: 'Nothing reads a file of this name, so the story is not published.',
      hint: 'Rename it to index.md (or index.zh.md for the Chinese version). Windows hides the last part of names: in the Explorer, choose View > Show > File name extensions.',
    });
  }

  misplaced(file: string): void {
    const isBesideStories = /^articles\/\d{4}\/[^/]+\/[^/]+\.md$/u.test(file);
    this.diagnostics.push({
      code: 'misplaced-file',
      severity: 'warning',
      ...startOf(this.displayPath(file)),
      message: 'Nothing reads a Markdown file at this place, so it will not be published.',
      hint: isBesideStories
        ? 'Rename it to index.md (or index.zh.md for the Chinese version): the folder has the name of the story.'
        : 'An article is articles/YEAR/NAME/index.md (or index.zh.md for its Chinese version).',
    });
  }

  /** Takes back that nothing reads a file, of those that a story names after all. */
  placed(files: { readonly has: (file: string) => boolean }): void {
    const prefix = `${this.displayFolder}/`;
    const kept = this.diagnostics.filter(
      ({ code, file }) => code !== 'misplaced-file' || !files.has(file.slice(prefix.length)),
    );
    this.diagnostics.length = 0;
    this.report(kept);
  }

  displayPath(file: string): string {
    return `${this.displayFolder}/${file}`;
  }
}
