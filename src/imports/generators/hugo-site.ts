/**
 * Addresses of a Hugo site from its settings: permalinks by section, ugly addresses, languages and their folders, as
 * Hugo fills them. Pure.
 */

import type { DateTime } from 'luxon';
import { z } from 'zod';
import type { GeneratorSite, PageAddress, PageFacts } from './generator-site.ts';
import { pageDate } from './page-date.ts';

const text = z.string().optional().catch(undefined);
const patterns = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])).catch({});

/** Hugo reads its keys in any case; these are in small letters. */
const settingsSchema = z.object({
  baseurl: text,
  contentdir: text,
  permalinks: patterns,
  uglyurls: z.union([z.boolean(), z.record(z.string(), z.boolean())]).catch(false),
  defaultcontentlanguage: text,
  languagecode: text,
  timezone: text,
  defaultcontentlanguageinsubdir: z.boolean().catch(false),
  disablepathtolower: z.boolean().catch(false),
  removepathaccents: z.boolean().catch(false),
  languages: z
    .record(z.string(), z.object({ contentdir: text, disabled: z.boolean().optional().catch(undefined) }))
    .catch({}),
});

interface HugoFile {
  /** Below its content folder, without ending and language. */
  readonly folders: readonly string[];
  readonly name: string;
  readonly lang: string | undefined;
}

export function hugoSite(root: string, settings: unknown): GeneratorSite {
  const parsed = settingsSchema.safeParse(inSmallLetters(settings ?? {}));
  const config = parsed.success ? parsed.data : settingsSchema.parse({});
  const languages = new Map(
    Object.entries(config.languages)
      .filter(([, { disabled }]) => disabled !== true)
      .map(([code, { contentdir }]) => [code.toLowerCase(), contentdir]),
  );
  const first = config.defaultcontentlanguage?.toLowerCase() ?? 'en';
  const place = (file: string) => placeOf(file, config.contentdir ?? 'content', languages);
  const base =
    config.baseurl !== undefined && URL.canParse(config.baseurl) ? new URL(config.baseurl) : undefined;
  const basePath = base?.pathname.replace(/\/+$/u, '') ?? '';
  const prefixOf = (lang: string | undefined): string => {
    const code = lang ?? first;
    const isMultilingual = languages.size > 1 || config.defaultcontentlanguageinsubdir;
    const isPlain = code === first && !config.defaultcontentlanguageinsubdir;
    return !isMultilingual || isPlain ? '' : `/${code}`;
  };
  const urlize = (part: string): string => {
    const plain = config.removepathaccents ? part.normalize('NFD').replace(/\p{Mn}/gu, '') : part;
    const kept = sanitize(plain);
    return config.disablepathtolower ? kept : kept.toLowerCase();
  };
  return {
    generator: 'Hugo',
    root,
    basePath,
    hosts: base === undefined ? [] : [base.host.toLowerCase()],
    defaultsOf: () => new Map(),
    // Only where the settings say it: Hugo itself takes English for a site that says nothing.
    languageOf: (file) => place(file)?.lang ?? config.defaultcontentlanguage?.toLowerCase(),
    translationOf: (file) => {
      const own = place(file);
      return own === undefined ? undefined : [...own.folders, own.name].join('/');
    },
    isDraft: () => false,
    isStory: (file, hasDate) => {
      const own = place(file);
      return own !== undefined && (hasDate || own.folders.length > (own.name === 'index' ? 1 : 0));
    },
    addressOf: (page): PageAddress => {
      const own = place(page.file);
      if (own === undefined) return { kind: 'none' };
      const prefix = prefixOf(own.lang);
      if (page.permalink !== undefined) return ownUrl(page, own, prefix, basePath, config.timezone, urlize);
      const [section = ''] = own.folders;
      const pattern = patternFor(section, config.permalinks);
      const last = lastName(own);
      const folders = own.name === 'index' ? own.folders.slice(0, -1) : own.folders;
      const filled =
        pattern === undefined
          ? `/${[...folders, page.slug ?? last].map(urlize).join('/')}`
          : fillPattern(pattern, page, own, config.timezone, urlize);
      if (filled === undefined)
        return {
          kind: 'unknown',
          reason: `Its pattern "${pattern}" needs a date or names something unknown.`,
        };
      const isUgly =
        typeof config.uglyurls === 'boolean'
          ? config.uglyurls
          : config.uglyurls[section.toLowerCase()] === true;
      const whole = `${basePath}${prefix}${filled}`.replace(/\/{2,}/gu, '/').replace(/\/$/u, '');
      return { kind: 'known', address: isUgly && !whole.endsWith('.html') ? `${whole}.html` : `${whole}/` };
    },
  };
}

/** `url:` stands for the whole address; one without a slash before it is below its language and section. */
function ownUrl(
  page: PageFacts,
  own: HugoFile,
  prefix: string,
  basePath: string,
  zone: string | undefined,
  urlize: (part: string) => string,
): PageAddress {
  const url = page.permalink ?? '';
  if (/^https?:/iu.test(url)) return { kind: 'known', address: new URL(url).pathname };
  const filled = url.includes(':') ? fillPattern(url, page, own, zone, urlize) : url;
  if (filled === undefined)
    return { kind: 'unknown', reason: `Its address "${url}" is a pattern that is not known.` };
  const address = filled.startsWith('/')
    ? filled
    : `${prefix}/${[...own.folders.slice(0, own.name === 'index' ? -1 : undefined), filled].join('/')}`;
  return { kind: 'known', address: `${basePath}${address}`.replace(/\s/gu, '%20') };
}

function patternFor(
  section: string,
  patterns: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
): string | undefined {
  const { page } = patterns;
  const ofPages = typeof page === 'object' ? page : {};
  const own = patterns[section.toLowerCase()];
  return ofPages[section.toLowerCase()] ?? (typeof own === 'string' ? own : undefined);
}

function placeOf(
  file: string,
  contentFolder: string,
  languages: ReadonlyMap<string, string | undefined>,
): HugoFile | undefined {
  const ofLanguage = [...languages].find(
    ([, folder]) =>
      folder !== undefined && folder !== contentFolder && file.startsWith(`${folder.replace(/\/$/u, '')}/`),
  );
  const base = (ofLanguage?.[1] ?? contentFolder).replace(/\/$/u, '');
  if (!file.startsWith(`${base}/`)) return undefined;
  const parts = file.slice(base.length + 1).split('/');
  const stem = (parts.pop() ?? '').replace(/\.\w+$/u, '');
  const [, bare = stem, ending] = /^(.*?)(?:\.([a-z]{2,3}(?:-[a-z]{2,4})?))?$/iu.exec(stem) ?? [];
  const isLanguage = ending !== undefined && (languages.size === 0 || languages.has(ending.toLowerCase()));
  return {
    folders: parts,
    name: isLanguage ? bare : stem,
    lang: isLanguage ? ending.toLowerCase() : ofLanguage?.[0],
  };
}

/** The name of the file, or of the folder that is one page. */
function lastName({ name, folders }: HugoFile): string {
  return name === 'index' ? (folders.at(-1) ?? '') : name;
}

function fillPattern(
  pattern: string,
  page: PageFacts,
  own: HugoFile,
  zone: string | undefined,
  urlize: (part: string) => string,
): string | undefined {
  const date = pageDate(page.date, zone);
  const sections = (own.name === 'index' ? own.folders.slice(0, -1) : own.folders).map(urlize);
  const title = page.title === undefined ? undefined : urlize(page.title);
  const last = urlize(lastName(own));
  const values: Readonly<Record<string, string | undefined>> = {
    ...(date === undefined ? {} : datesOf(date)),
    section: sections[0] ?? '',
    sections: sections.join('/'),
    title: title ?? last,
    slug: page.slug === undefined ? (title ?? last) : urlize(page.slug),
    slugorfilename: urlize(page.slug ?? lastName(own)),
    slugorcontentbasename: urlize(page.slug ?? lastName(own)),
    filename: last,
    contentbasename: last,
  };
  let isKnown = true;
  const filled = pattern.replace(/:([a-z]+)(?:\[([^\]]*)\])?/gu, (whole, name: string, slice?: string) => {
    if (name === 'sections' && slice !== undefined) return sliceOf(sections, slice).join('/');
    const value = values[name];
    if (value === undefined) isKnown = false;
    return value ?? whole;
  });
  return isKnown ? `/${filled}`.replace(/\/{2,}/gu, '/') : undefined;
}

/** `[1:]`, `[:1]`, `[0]`, `[last]`: as Go slices. */
function sliceOf(sections: readonly string[], slice: string): readonly string[] {
  const position = (text: string, otherwise: number) =>
    text.trim() === '' ? otherwise : text.trim() === 'last' ? sections.length - 1 : Number(text);
  const [from = '', to] = slice.split(':');
  const start = position(from, 0);
  return to === undefined
    ? sections.slice(start, start + 1)
    : sections.slice(start, position(to, sections.length));
}

function datesOf(date: DateTime): Record<string, string> {
  const english = date.setLocale('en-US');
  return {
    year: date.toFormat('yyyy'),
    yy: date.toFormat('yy'),
    month: date.toFormat('MM'),
    monthname: english.toFormat('LLLL').toLowerCase(),
    day: date.toFormat('dd'),
    weekday: String(date.weekday % 7),
    weekdayname: english.toFormat('cccc').toLowerCase(),
    yearday: String(date.ordinal),
  };
}

/** As Hugo cleans a part of a path: letters, digits and few marks stay; spaces between them are one hyphen. */
function sanitize(part: string): string {
  let kept = '';
  let isSpace = false;
  for (const character of part) {
    if (/[\p{L}\p{N}\p{M}./\\_#+~@-]/u.test(character)) {
      if (isSpace && character !== '-' && !kept.endsWith('-')) kept += '-';
      isSpace = false;
      kept += character;
    } else if (/\s/u.test(character) && kept !== '' && !kept.endsWith('-')) isSpace = true;
  }
  return kept;
}

function inSmallLetters(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => [
      key.toLowerCase(),
      inSmallLetters(entry),
    ]),
  );
}
