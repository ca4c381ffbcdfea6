/** The addresses that an article had: those that front matter names, else the one that its generator gave the file. Pure. */

import path from 'node:path/posix';
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
  readonly isEleventy: boolean;
  /** Which Jekyll writes into the address. */
  readonly topics: readonly Sourced<string>[];
}

/** Addresses that front matter names, and the one that the generator gave the page. */
export function readAliases(
  values: GeneratorValues,
  options: AddressOptions,
  issues: IssueList,
): Sourced<string>[] {
  const named = [...keys.aliases, ...keys.address].flatMap((name) => {
    const line = values.line(name);
    const value = values.has(name) ? values.take(name) : undefined;
    return textsOfValue(value).flatMap((text): Sourced<string>[] => {
      if (value === false || text === 'false') return [];
      if (/[:{]/u.test(text.replace(/^https?:/u, ''))) {
        issues.add('dropped', line, 'This address is made by a pattern, which is not filled here.', text);
        return [];
      }
      return [{ value: pathOf(text), line }];
    });
  });
  const given = values.has('permalink') || values.has('url') ? undefined : givenAddress(values, options);
  return given === undefined ? named : [...named, { value: given, line: 1 }];
}

function givenAddress(
  values: GeneratorValues,
  { file, isEleventy, topics }: AddressOptions,
): string | undefined {
  const post = parsePostName(file);
  if (post !== undefined && /(?:^|\/)_posts\//u.test(file)) return postAddress(values, post, topics);
  const inContent =
    /(?:^|\/)content\/(.+)$/u.exec(file)?.[1] ?? (isEleventy ? file.replace(/^src\//u, '') : undefined);
  if (inContent === undefined) return undefined;
  const folder = path.dirname(inContent) === '.' ? '' : `${path.dirname(inContent)}/`;
  const stem = stemOf(inContent);
  const own = textOfValue(values.peek('slug'));
  const bundle =
    stem === 'index' ? folder : `${folder}${isEleventy ? stem.replace(/^\d{4}-\d{2}-\d{2}-/u, '') : stem}/`;
  const address =
    own === undefined || isEleventy
      ? bundle
      : `${path.dirname(bundle) === '.' ? '' : `${path.dirname(bundle)}/`}${own}/`;
  return `/${address.toLowerCase().replace(/\s+/gu, '-')}`;
}

/** As Jekyll does it where nothing else is set: the categories, the day, the name. */
function postAddress(
  values: GeneratorValues,
  { year, month, day, name }: PostName,
  topics: readonly Sourced<string>[],
): string {
  const lines = [values.line('categories'), values.line('category')];
  const categories =
    values.has('categories') || values.has('category')
      ? topics.filter((topic) => lines.includes(topic.line))
      : [];
  const parts = categories.map(({ value }) => value.toLowerCase().replace(/\s+/gu, '%20'));
  return `/${[...parts, year, month, day].join('/')}/${name}.html`;
}

/** The last name of a path without its ending and its language. */
function stemOf(file: string): string {
  return path.basename(file).replace(/(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/u, '');
}

function pathOf(address: string): string {
  const path_ = address.replace(/^(?:https?:)?\/\/[^/]+/iu, '');
  return path_.startsWith('/') ? path_ : `/${path_}`;
}
