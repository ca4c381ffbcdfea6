/**
 * Addresses of an Eleventy site: by the path of the file, or by a permalink of its front matter or of the data of its
 * folder where that is plain. A program beside the files is never run: what it says is not known. Pure.
 */

import path from 'node:path/posix';
import { DateTime } from 'luxon';
import { slug as slugOf } from '../photo-name.ts';
import type { GeneratorSite, PageAddress, PageFacts } from './generator-site.ts';
import { pageDate } from './page-date.ts';

/** The data that Eleventy gives to all files of a folder. */
export interface FolderData {
  /** Relative to the root of the site; empty for the root. */
  readonly folder: string;
  readonly values: ReadonlyMap<string, unknown>;
  /** Whether a program makes data there that could hold a permalink. */
  readonly isProgram: boolean;
}

const sharedKeys = /^(?:permalink|categor(?:y|ies)|topics?|authors?|lang|language|draft)$/u;

/** @param input the folder that Eleventy reads, relative to the root; empty for the root */
export function eleventySite(root: string, input: string, data: readonly FolderData[]): GeneratorSite {
  const above = (file: string) =>
    data
      .filter(({ folder }) => folder === '' || file.startsWith(`${folder}/`))
      .toSorted((a, b) => a.folder.length - b.folder.length);
  return {
    generator: 'Eleventy',
    root,
    basePath: '',
    hosts: [],
    defaultsOf: (file) =>
      new Map(above(file).flatMap(({ values }) => [...values].filter(([key]) => sharedKeys.test(key)))),
    languageOf: () => undefined,
    isDraft: () => false,
    isStory: () => true,
    addressOf: (page): PageAddress => {
      const stem = stemOf(page.file, input);
      const usual = `/${stem.replace(/(?:^|\/)index$/u, '')}/`.replace(/\/{2,}/gu, '/');
      if (page.permalink === 'false') return { kind: 'none' };
      if (page.permalink !== undefined) {
        const filled = fillTemplate(page.permalink, page, stem);
        return filled === undefined
          ? { kind: 'unknown', reason: `Its permalink "${page.permalink}" is a program.`, guess: usual }
          : { kind: 'known', address: filled };
      }
      return above(page.file).some(({ isProgram }) => isProgram)
        ? {
            kind: 'unknown',
            reason: 'A program beside it may say its address; programs are not run.',
            guess: usual,
          }
        : { kind: 'known', address: usual };
    },
  };
}

/** The path below the input folder, as `page.filePathStem` has it: without ending and day. */
function stemOf(file: string, input: string): string {
  const below = input !== '' && file.startsWith(`${input}/`) ? file.slice(input.length + 1) : file;
  const stem = below.replace(/\.[^./]+$/u, '').replace(/(^|\/)\d{4}-\d{2}-\d{2}-(?=[^/]+$)/u, '$1');
  const parts = stem.split('/');
  // "fair/fair.md" is the page of its folder, as "fair/index.md" is.
  return parts.length > 1 && parts.at(-1) === parts.at(-2)
    ? [...parts.slice(0, -1), 'index'].join('/')
    : stem;
}

/** Liquid and Nunjucks with nothing but values and the filters that every site has; undefined for all else. */
function fillTemplate(template: string, page: PageFacts, stem: string): string | undefined {
  if (template.includes('{%')) return undefined;
  const date = pageDate(page.date, undefined);
  const last = path.basename(stem) === 'index' ? path.basename(path.dirname(stem)) : path.basename(stem);
  const values: ReadonlyMap<string, string | undefined> = new Map([
    ['page.fileSlug', last === '.' ? '' : last],
    ['page.filePathStem', `/${stem}`],
    ['slug', page.slug],
    ['title', page.title],
    ['page.date', date?.toISO() ?? undefined],
    ['date', date?.toISO() ?? undefined],
  ]);
  let isKnown = true;
  const filled = template.replace(
    /\{\{-?\s*([\w.]+)\s*((?:\|[^{}]*)?)-?\}\}/gu,
    (_whole, name: string, filters: string) => {
      let value = values.get(name);
      for (const filter of filters.split('|').slice(1))
        value = value === undefined ? undefined : applied(filter.trim(), value);
      if (value === undefined) isKnown = false;
      return value ?? '';
    },
  );
  if (!isKnown || filled.includes('{{')) return undefined;
  return `/${filled.trim()}`
    .replace(/\/{2,}/gu, '/')
    .replace(/\/index\.html$/u, '/')
    .replace(/\s/gu, '%20');
}

function applied(filter: string, value: string): string | undefined {
  if (/^(?:slug|slugify)$/u.test(filter)) return slugOf(value);
  if (filter === 'downcase' || filter === 'lower') return value.toLowerCase();
  const format = /^date\s*[:(]\s*["']([^"']*)["']\s*\)?$/u.exec(filter)?.[1];
  const date = DateTime.fromISO(value, { zone: 'utc' });
  if (format === undefined || !date.isValid || !/^(?:%[Ymd]|[/_.-])*$/u.test(format)) return undefined;
  return format.replace(/%[Ymd]/gu, (part) => date.toFormat({ '%Y': 'yyyy', '%m': 'MM' }[part] ?? 'dd'));
}
