/** The addresses that an article had: those that front matter names, else the one that its generator gave the file. Pure. */

import path from 'node:path/posix';
import { defined } from '../../text/defined.ts';
import { type GeneratorSite, inSite, type PageAddress } from '../generators/generator-site.ts';
import type { IssueList } from '../import-issue.ts';
import type { Sourced } from '../imported-article.ts';
import { textOfValue, textsOfValue } from './generator-front-matter.ts';
import { keys } from './generator-keys.ts';
import type { GeneratorValues } from './generator-values.ts';

/** "2024-05-01-fair.md": how Jekyll, and blogs after it, tell the day of a post. */
export interface PostName {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly name: string;
}

const postName =
  /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-([^/]+?)(?:\/index)?(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/u;

export function parsePostName(file: string): PostName | undefined {
  const match = postName.exec(file);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', name = ''] = match;
  return { year, month: month.padStart(2, '0'), day: day.padStart(2, '0'), name };
}

/** A slug of its own, else the last name of the path. */
export function slugOf(values: GeneratorValues, file: string): string | undefined {
  const own = textOfValue(values.take('slug')) ?? parsePostName(file)?.name;
  if (own !== undefined) return own;
  const stem = stemOf(file);
  const name = stem === 'index' ? path.basename(path.dirname(file)) : stem;
  return name === '.' || name === '' ? undefined : name;
}

export interface AddressOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly site: GeneratorSite | undefined;
  readonly title: string | undefined;
  /** As the file spells it, in its front matter or in its name. */
  readonly date: string | undefined;
  /** Which Jekyll writes into the address. */
  readonly topics: readonly Sourced<string>[];
}

export interface OldAddresses {
  /** They redirect to the article. */
  readonly aliases: readonly Sourced<string>[];
  /** Other spellings, by which stories of the old site link to it. */
  readonly linkedAs: readonly string[];
}

/** Addresses that front matter names, and the one that the generator gave the page. */
export function readAddresses(
  values: GeneratorValues,
  options: AddressOptions,
  issues: IssueList,
): OldAddresses {
  const named = keys.aliases.flatMap((name) => {
    const line = values.line(name);
    return textsOfValue(values.has(name) ? values.take(name) : undefined).map(
      (text): Sourced<string> => ({ value: pathOf(text), line }),
    );
  });
  const own = ownAddress(values, options);
  switch (own.kind) {
    case 'none':
      return { aliases: named, linkedAs: [] };
    case 'unknown':
      issues.add('dropped', 1, `The old address is not known, so nothing redirects from it. ${own.reason}`);
      return { aliases: named, linkedAs: own.guess === undefined ? [] : [own.guess] };
    case 'known': {
      const basePath = options.site?.basePath ?? '';
      const alias = { value: own.address, line: own.line };
      return { aliases: [...named, alias], linkedAs: [own.address.slice(basePath.length)] };
    }
  }
}

type OwnAddress = PageAddress & { readonly line: number };

function ownAddress(
  values: GeneratorValues,
  { file, site, title, date, topics }: AddressOptions,
): OwnAddress {
  const name = keys.address.find((key) => values.has(key));
  const line = name === undefined ? 1 : values.line(name);
  const written = name === undefined ? undefined : values.take(name);
  if (written === false) return { kind: 'none', line };
  const permalink = textOfValue(written);
  if (site !== undefined) {
    const page = {
      file: inSite(site, file),
      title,
      slug: textOfValue(values.peek('slug')),
      date,
      categories: categoriesOf(values, topics),
      permalink,
    };
    return { ...site.addressOf(page), line };
  }
  if (permalink !== undefined && !/[:{]/u.test(permalink.replace(/^https?:/u, '')))
    return { kind: 'known', address: pathOf(permalink), line };
  const reason =
    permalink === undefined
      ? 'No settings of Jekyll, Hugo or Eleventy are in the folder or above it.'
      : `Its pattern "${permalink}" belongs to settings that are not there.`;
  const guess = usualAddress(values, file, topics);
  // A text that no generator seems to have read never had an address.
  if (guess === undefined && permalink === undefined) return { kind: 'none', line };
  return { kind: 'unknown', reason, line, ...defined({ guess }) };
}

/** Where generators put such a file when nothing else is set. */
function usualAddress(
  values: GeneratorValues,
  file: string,
  topics: readonly Sourced<string>[],
): string | undefined {
  const post = parsePostName(file);
  if (post !== undefined && /(?:^|\/)_posts\//u.test(file)) {
    const { year, month, day, name } = post;
    return `/${[...categoriesOf(values, topics).map(toPath), year, month, day].join('/')}/${name}.html`;
  }
  const inContent = /(?:^|\/)content\/(.+)$/u.exec(file)?.[1];
  if (inContent === undefined) return undefined;
  const folder = path.dirname(inContent) === '.' ? '' : `${path.dirname(inContent)}/`;
  const stem = stemOf(inContent);
  return `/${toPath(stem === 'index' ? folder : `${folder}${stem}/`)}`;
}

function toPath(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, '%20');
}

function categoriesOf(values: GeneratorValues, topics: readonly Sourced<string>[]): string[] {
  const lines = ['categories', 'category'].filter((key) => values.has(key)).map((key) => values.line(key));
  return topics.filter(({ line }) => lines.includes(line)).map(({ value }) => value);
}

/** The last name of a path without its ending and its language. */
function stemOf(file: string): string {
  return path.basename(file).replace(/(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/u, '');
}

function pathOf(address: string): string {
  const path_ = address.replace(/^(?:https?:)?\/\/[^/]+/iu, '');
  return path_.startsWith('/') ? path_ : `/${path_}`;
}
