/**
 * Files of the content folder that nothing reads though their names look like ours: `site.yml`, `redirects.yaml`,
 * `people/li-hua.yaml`, or what git's tools leave beside a story. Pure.
 */

import path from 'node:path/posix';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { topicsFile } from './old-topics.ts';
import { tombstonesFile } from './tombstones.ts';

export interface UnreadFile {
  /** Relative to the content folder. */
  readonly file: string;
  readonly message: string;
  readonly hint: string;
}

const rootFiles = ['site.yaml', tombstonesFile, topicsFile, 'views.json'];
const folders = ['articles', 'people', 'pages', 'messages', 'theme'];

const nothingReads = 'Nothing reads a file of this name at this place.';
const forServer =
  'The build writes what hosts need. The web team copies further files by addPassthroughCopy in .eleventy.ts.';

/** Of git itself, of `git mergetool`, and of patches: `index.md~HEAD`, `index_LOCAL_4711.md`, `index.md.orig`. */
const mergeLeftover =
  /^(?:articles|people|pages)\/(?:.*\/)?(?:[^/]+\.md(?:\.(?:orig|rej|bak)|~.+)|[^/]+_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.md)$/u;

export function isMergeLeftover(file: string): boolean {
  return mergeLeftover.test(file);
}

interface UnreadKind {
  /** Of the whole path inside the content folder. */
  readonly pattern: RegExp;
  readonly message?: string;
  readonly hint: (match: RegExpExecArray) => string;
}

const settingsEnding = 'ya?ml|json5?|toml|ini';

/** The first that fits is told. */
const kinds: readonly UnreadKind[] = [
  {
    pattern: new RegExp(`^_?(?:redirects?|aliases)(?:\\.(?:${settingsEnding}|txt|csv))?$`, 'iu'),
    hint: () =>
      'An old address stands in the front matter of the story that it leads to: aliases: [/old/address/]; one that is gone for good in tombstones.yaml.',
  },
  {
    pattern:
      /^(?:_headers|_config\.yml|netlify\.toml|wrangler\.toml|\.htaccess|web\.config|robots\.txt|CNAME|favicon\.ico|sitemap\.xml|(?:404|index)\.html)$/iu,
    hint: () => forServer,
  },
  {
    pattern: new RegExp(`^(?:people|persons?|authors?|staff)\\.(?:${settingsEnding}|csv)$`, 'iu'),
    hint: () => 'Each person has a file: people/li-hua.md, with name: LI Hua in its front matter.',
  },
  {
    pattern: new RegExp(
      `^(?:settings|config|configuration|theme|menu|languages)\\.(?:${settingsEnding})$`,
      'iu',
    ),
    hint: () => 'All settings stand in site.yaml.',
  },
  {
    pattern: new RegExp(
      `^(?:people|pages)/(.+)\\.(?:MD|m(?:ark)?down|mdx|md\\.txt|${settingsEnding})$`,
      'iu',
    ),
    hint: ([file = '', name = '']) =>
      `Rename it to ${path.dirname(file)}/${path.basename(name)}.md, with front matter.`,
  },
  {
    pattern: /^messages\/(.+)\.[^./]+$/u,
    hint: ([, name = '']) => `Words of the interface stand in messages/${path.basename(name)}.yaml.`,
  },
  {
    pattern: /^(?:theme\/)?[^/]+\.(?:s?css|less)$/iu,
    message: 'Nothing reads style sheets of the content folder.',
    hint: () => 'Colours, typefaces, corners and rules stand in site.yaml, under theme:',
  },
  {
    pattern: mergeLeftover,
    message: 'A program of git has left this version of a text beside it; nothing reads it.',
    hint: () => 'Take over what is missing in the text itself, and delete this file.',
  },
];

/** @param files relative to the content folder, hidden ones too, in the order of the folder */
export function findUnread(files: Iterable<string>): readonly UnreadFile[] {
  const found: UnreadFile[] = [];
  const told = new Set<string>();
  for (const file of files) {
    if (rootFiles.includes(file) || isRead(file)) continue;
    const unread = unreadFile(file) ?? misspeltFolder(file, told);
    if (unread !== undefined) found.push({ file, ...unread });
  }
  return found;
}

function isRead(file: string): boolean {
  if (isMergeLeftover(file)) return false;
  return /^(?:people|pages|articles)\/.*\.md$/u.test(file) || /^messages\/.*\.ya?ml$/u.test(file);
}

function unreadFile(file: string): Omit<UnreadFile, 'file'> | undefined {
  for (const { pattern, message = nothingReads, hint } of kinds) {
    const match = pattern.exec(file);
    if (match !== null) return { message, hint: hint(match) };
  }
  if (file.includes('/') || !new RegExp(`\\.(?:${settingsEnding})$`, 'iu').test(file)) return undefined;
  if (file.startsWith('.')) return undefined;
  const stem = file.slice(0, file.lastIndexOf('.'));
  const meant = rootFiles.find((known) => known.slice(0, known.lastIndexOf('.')) === didYouMean(stem, stems));
  return {
    message: nothingReads,
    hint:
      meant === undefined ? `Files that are read here: ${rootFiles.join(', ')}.` : `Rename it to ${meant}.`,
  };
}

const stems = rootFiles.map((file) => file.slice(0, file.lastIndexOf('.')));

/** Names beside the content folder of files that belong into it. */
export function findBesideContent(names: Iterable<string>): readonly UnreadFile[] {
  return [...names].flatMap((file): readonly UnreadFile[] => {
    if (rootFiles.includes(file) || file === 'site.yml')
      return [
        {
          file,
          message: nothingReads,
          hint: `Move it into the content folder: ${file.replace('yml', 'yaml')}`,
        },
      ];
    return /^_?redirects(?:\.ya?ml)?$|^_headers$/u.test(file) ? findUnread([file]) : [];
  });
}

/** One word for all that lies in a folder; Markdown at a wrong place is told by itself. */
function misspeltFolder(file: string, told: Set<string>): Omit<UnreadFile, 'file'> | undefined {
  const [folder = '', ...rest] = file.split('/');
  if (rest.length === 0 || folders.includes(folder) || told.has(folder) || file.endsWith('.md'))
    return undefined;
  const meant = folders.find((known) => bareName(known) === bareName(folder));
  if (meant === undefined) return undefined;
  told.add(folder);
  return { message: `Nothing reads the folder ${folder}.`, hint: `Rename it to ${meant}.` };
}

/** Without capitals, spaces and a plural: `Article`, `themes`. */
function bareName(folder: string): string {
  return folder
    .toLowerCase()
    .replace(/[^a-z]/gu, '')
    .replace(/s$/u, '')
    .replace(/^person$/u, 'people');
}
