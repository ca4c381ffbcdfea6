/**
 * Who has which address: no two things of the site may be one file of the output, nor one lie below another, also where
 * small and capital letters are the same. Pure.
 */

import path from 'node:path/posix';
import type { SiteConfig } from '../content/site-config.ts';

/** First parts of addresses that the site itself uses. */
const rooms: ReadonlySet<string> = new Set([
  '404',
  'admin',
  'archive',
  'assets',
  'corrections',
  'people',
  'photos',
  'search',
  'series',
  'topics',
]);

const ownFile =
  /^\/(?:(?:404|index)\.html|(?:feed|rss)\.xml|feed\.json|(?:news-)?sitemap(?:-\d+)?\.xml|robots\.txt|(?:manifest|due)\.json|site\.webmanifest|_redirects|_headers|_nginx\.conf)$/u;
/** Files of those rooms; anything else with an ending may be an old address, such as /photos/2009/fair.php. */
const fileOfRoom =
  /^\/(?:(?:assets|search)\/.*|photos\/[^/]+\.(?:avif|webp|jpg|zip)|.*\/(?:index\.html|(?:feed|rss|podcast)\.xml|feed\.json))$/u;

type Languages = Pick<SiteConfig, 'languages'>;

export type Claim =
  | { readonly ok: true }
  /** The owner is undefined where the site itself has the address. */
  | { readonly ok: false; readonly owner: string | undefined };

export class AddressClaims {
  readonly #config: Languages;
  /** By file of the output. */
  readonly #owners = new Map<string, string>();
  /** A file that lies in it, by folder of the output. */
  readonly #folders = new Map<string, string>();

  readonly #pages: ReadonlySet<string>;

  /** @param pages urls of pages that this site has and others may not */
  constructor(config: Languages, pages: readonly string[]) {
    this.#config = config;
    this.#pages = new Set(pages.map(fileAt));
  }

  /** Gives the address to `owner`, unless it is taken, another lies below it, or a file stands where it needs a folder. */
  claim(url: string, owner: string): Claim {
    const file = fileAt(url);
    const folders = foldersAbove(file);
    const places = [file, ...folders];
    if (isOwnAddress(url, this.#config) || holdsOwnFile(places) || this.#pages.has(file)) {
      return { ok: false, owner: undefined };
    }
    const other = places.find((place) => this.#owners.has(place));
    const inTheWay = other === undefined ? this.#folders.get(file) : this.#owners.get(other);
    if (inTheWay !== undefined) return { ok: false, owner: inTheWay };
    this.#owners.set(file, owner);
    for (const folder of folders) this.#folders.set(folder, owner);
    return { ok: true };
  }
}

/** The url at which an old address answers: one that names no file is a folder, as web servers see it. */
export function redirectFrom(alias: string): string {
  return alias.endsWith('/') || path.basename(alias).includes('.') ? alias : `${alias}/`;
}

/** Whether the site has a page of its own there: home, topics, people, archive and what is below them. */
export function isOwnAddress(url: string, { languages }: Languages): boolean {
  const seen = url.toLowerCase();
  const [first = '', ...rest] = seen.slice(1).split('/');
  if (Object.keys(languages).some((lang) => lang.toLowerCase() === first)) {
    return rest.length === 0 || isOwnAddress(`/${rest.join('/')}`, { languages });
  }
  if (seen === '/' || ownFile.test(seen) || ownFile.test(seen.replace(/\/$/u, ''))) return true;
  return rooms.has(first) && (!path.basename(seen).includes('.') || fileOfRoom.test(seen));
}

/** Whether the site has a file of its own there or above it, which makes it a place for nothing else. */
export function isOwnFile(url: string): boolean {
  const file = fileAt(url);
  return holdsOwnFile([file, ...foldersAbove(file)]);
}

function holdsOwnFile(places: readonly string[]): boolean {
  return places.some((place) => ownFile.test(place));
}

/** What the output has there, in letters that every disk keeps apart. */
function fileAt(url: string): string {
  return (url.endsWith('/') ? `${url}index.html` : url).toLowerCase().normalize('NFC');
}

function foldersAbove(file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = path.dirname(file); folder !== '/' && folder !== '.'; folder = path.dirname(folder))
    folders.push(folder);
  return folders;
}
