/**
 * Addresses of a Jekyll site from its `_config.yml`: permalinks by preset, pattern, collection and scope, as Jekyll 4
 * fills them. Pure.
 */

import path from 'node:path/posix';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import { type PostName, parsePostName } from '../markdown/generator-address.ts';
import type { GeneratorSite, PageAddress, PageFacts } from './generator-site.ts';
import { pageDate } from './page-date.ts';

const text = z.string().optional().catch(undefined);

const collectionSchema = z
  .object({ output: z.boolean().catch(false), permalink: text })
  .catch({ output: false, permalink: undefined });

const settingsSchema = z.object({
  permalink: text,
  url: text,
  baseurl: text,
  timezone: text,
  lang: text,
  collections_dir: text,
  collections: z
    .union([
      z
        .array(z.string())
        .transform((names) =>
          Object.fromEntries(names.map((name) => [name, { output: false, permalink: undefined }])),
        ),
      z.record(z.string(), collectionSchema),
    ])
    .catch({}),
  defaults: z
    .array(
      z.object({
        scope: z.object({ path: z.string().catch(''), type: text }).catch({ path: '', type: undefined }),
        values: z.record(z.string(), z.unknown()).catch({}),
      }),
    )
    .catch([]),
});

/** Presets of posts; collections have none but these without their dates. */
const presets: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
]);

/** Values of `defaults:` that say something of each story; a shared picture or layout does not. */
const sharedKeys = /^(?:permalink|categor(?:y|ies)|tags?|topics?|authors?|lang|language|published|draft)$/u;

interface JekyllFile {
  /** `posts`, `drafts`, `pages`, or the name of a collection. */
  readonly type: string;
  /** In its collection, without its ending. */
  readonly name: string;
  /** Folders above `_posts`, which are categories. */
  readonly above: readonly string[];
  readonly post: PostName | undefined;
}

export function jekyllSite(root: string, settings: unknown): GeneratorSite {
  const parsed = settingsSchema.safeParse(settings ?? {});
  const config = parsed.success ? parsed.data : settingsSchema.parse({});
  const collections = new Map(Object.entries(config.collections));
  const place = (file: string) => placeOf(file, config.collections_dir);
  const basePath = (config.baseurl ?? '').replace(/\/+$/u, '').replace(/^(?=[^/])/u, '/');
  const defaultsOf = (file: string): ReadonlyMap<string, unknown> => {
    const { type } = place(file);
    const fitting = config.defaults
      .filter(({ scope }) => fits(scope, file, type))
      .toSorted(
        (a, b) =>
          a.scope.path.length - b.scope.path.length ||
          Number(a.scope.type !== undefined) - Number(b.scope.type !== undefined),
      );
    return new Map(
      fitting.flatMap(({ values }) => Object.entries(values).filter(([key]) => sharedKeys.test(key))),
    );
  };
  return {
    generator: 'Jekyll',
    root,
    basePath,
    hosts: hostOf(config.url),
    defaultsOf,
    languageOf: () => config.lang,
    isDraft: (file) => place(file).type === 'drafts',
    isStory: (file, hasDate) => {
      const { type } = place(file);
      return type === 'posts' || type === 'drafts' || collections.get(type)?.output === true || hasDate;
    },
    addressOf: (page): PageAddress => {
      const file = place(page.file);
      const collection = collections.get(file.type);
      if (file.type === 'drafts' || (collection?.output === false && file.type !== 'posts'))
        return { kind: 'none' };
      const pattern = page.permalink ?? patternOf(file, collection?.permalink, config.permalink);
      const filled = fillPattern(presetOf(pattern, file), page, file, config.timezone);
      return filled === undefined
        ? { kind: 'unknown', reason: `Its pattern "${pattern}" needs a date or names something unknown.` }
        : { kind: 'known', address: basePath + filled };
    },
  };
}

function hostOf(url: string | undefined): string[] {
  return url !== undefined && URL.canParse(url) ? [new URL(url).host.toLowerCase()] : [];
}

function patternOf(
  { type }: JekyllFile,
  ofCollection: string | undefined,
  ofSite: string | undefined,
): string {
  if (type === 'posts') return ofCollection ?? ofSite ?? 'date';
  if (type === 'pages') return isPretty(ofSite) ? '/:path/:basename/' : '/:path/:basename:output_ext';
  return ofCollection ?? (isPretty(ofSite) ? '/:collection/:path/' : '/:collection/:path:output_ext');
}

function isPretty(permalink: string | undefined): boolean {
  return permalink === 'pretty' || permalink?.endsWith('/') === true;
}

function presetOf(pattern: string, { type }: JekyllFile): string {
  const preset = presets.get(pattern);
  if (preset === undefined) return pattern;
  if (type === 'posts') return preset;
  return pattern === 'pretty' ? '/:collection/:path/' : '/:collection/:path:output_ext';
}

function placeOf(file: string, collectionsFolder: string | undefined): JekyllFile {
  const below =
    collectionsFolder !== undefined && file.startsWith(`${collectionsFolder}/`)
      ? file.slice(collectionsFolder.length + 1)
      : file;
  const parts = below.split('/');
  const at = parts.findIndex((part, index) => index < parts.length - 1 && part.startsWith('_'));
  const stem = (name: string) => name.replace(/\.\w+$/u, '');
  if (at === -1) return { type: 'pages', name: stem(below), above: [], post: undefined };
  const type = (parts[at] ?? '').slice(1);
  const above = type === 'posts' || type === 'drafts' ? parts.slice(0, at) : [];
  return { type, name: stem(parts.slice(at + 1).join('/')), above, post: parsePostName(file) };
}

function fits(
  scope: { readonly path: string; readonly type?: string | undefined },
  file: string,
  type: string,
): boolean {
  if (scope.type !== undefined && scope.type !== type && !(scope.type === 'post' && type === 'posts'))
    return false;
  const wanted = scope.path.replace(/^\/|\/$/gu, '');
  if (wanted.includes('*')) {
    const expression = wanted.replace(/[.+^$()[\]{}|\\?]/gu, '\\$&').replace(/\*+/gu, '.*');
    return new RegExp(`^${expression}(?:/|$)`, 'u').test(file);
  }
  return wanted === '' || file === wanted || file.startsWith(`${wanted}/`);
}

const datePart =
  /:(?:short_year|year|i_month|short_month|long_month|month|i_day|y_day|day|w_year|week|w_day|short_day|long_day|hour|minute|second)\b/u;

function fillPattern(
  pattern: string,
  page: PageFacts,
  file: JekyllFile,
  zone: string | undefined,
): string | undefined {
  const day = file.post === undefined ? undefined : `${file.post.year}-${file.post.month}-${file.post.day}`;
  const date = pageDate(page.date ?? day, zone);
  if (date === undefined && datePart.test(pattern)) return undefined;
  const ownName = page.slug ?? (file.post === undefined ? path.basename(file.name) : nameOf(file, page));
  const categories = [...new Set([...file.above, ...page.categories].map((name) => name.toLowerCase()))];
  const values: Readonly<Record<string, string | undefined>> = {
    ...(date === undefined ? {} : datesOf(date)),
    title: slugify(ownName, true),
    slug: slugify(ownName, false),
    name: slugify(path.basename(file.name), true),
    basename: path.basename(file.name) === 'index' ? '' : path.basename(file.name),
    path: file.type === 'pages' ? folderOf(file.name) : file.name.replace(/(?:^|\/)index$/u, ''),
    collection: file.type,
    categories: categories.join('/'),
    slugified_categories: categories.map((name) => slugify(name, false)).join('/'),
    output_ext: path.basename(file.name) === 'index' && file.type === 'pages' ? '' : '.html',
  };
  let isKnown = true;
  const filled = pattern.replace(/:([a-z_]+)/gu, (whole, placeholder: string) => {
    // A name may run into letters of the pattern: ":yearly" is the year and "ly".
    for (let end = placeholder.length; end > 0; end -= 1) {
      const value = values[placeholder.slice(0, end)];
      if (value !== undefined) return value + placeholder.slice(end);
    }
    isKnown = false;
    return whole;
  });
  if (!isKnown) return undefined;
  return `/${filled}`.replace(/\/{2,}/gu, '/').replace(/\s/gu, '%20');
}

/** Of a post: the last name of its file, without the day. */
function nameOf({ post, name }: JekyllFile, { file }: PageFacts): string {
  return post === undefined ? name : (/\d{4}-\d{1,2}-\d{1,2}-([^/]+?)\.\w+$/u.exec(file)?.[1] ?? post.name);
}

function folderOf(name: string): string {
  const folder = path.dirname(name);
  return folder === '.' ? '' : folder;
}

function datesOf(date: DateTime): Record<string, string> {
  const english = date.setLocale('en-US');
  return {
    year: date.toFormat('yyyy'),
    short_year: date.toFormat('yy'),
    month: date.toFormat('MM'),
    i_month: String(date.month),
    short_month: english.toFormat('LLL'),
    long_month: english.toFormat('LLLL'),
    day: date.toFormat('dd'),
    i_day: String(date.day),
    y_day: date.toFormat('ooo'),
    w_year: String(date.weekYear),
    week: String(date.weekNumber).padStart(2, '0'),
    w_day: String(date.weekday),
    short_day: english.toFormat('ccc'),
    long_day: english.toFormat('cccc'),
    hour: date.toFormat('HH'),
    minute: date.toFormat('mm'),
    second: date.toFormat('ss'),
  };
}

/** Jekyll's `slugify`: what is neither letter nor digit is a hyphen; a title keeps its capitals and some marks. */
function slugify(name: string, isTitle: boolean): string {
  const replaced = name.replace(
    isTitle ? /[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu : /[^\p{L}\p{M}\p{N}]+/gu,
    '-',
  );
  const trimmed = replaced.replace(/^-+|-+$/gu, '');
  return isTitle ? trimmed : trimmed.toLowerCase();
}
