/** Addresses of a built site as they are written for a folder that is opened from disk: from page to page, with every file's name. Pure. */

import path from 'node:path/posix';
import { outputFileOf } from '../../output/output-file.ts';

export interface PortableSite {
  readonly pathPrefix: string;
  /** Paths of all files of the copy. */
  readonly files: ReadonlySet<string>;
}

/** @param from the file in which the address stands @returns undefined for what is no address of a file of the site */
function relativeAddress(
  address: string,
  from: string,
  { pathPrefix, files }: PortableSite,
): string | undefined {
  const [, target = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(address) ?? [];
  if (!target.startsWith(pathPrefix) || target.startsWith('//')) return undefined;
  const decoded = decode(target.slice(pathPrefix.length));
  const file = outputFileOf(`/${decoded}`);
  if (!files.has(file)) return undefined;
  const relative = path.relative(path.dirname(from), file);
  return relative.split('/').map(encodeURIComponent).join('/') + rest;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const tag = /<[a-zA-Z][^\s>]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*\/?>/gu;
const addressed = /(?<=\s)(href|src|action|poster|content|data-[\w-]+|srcset|imagesrcset)="([^"]*)"/gu;
/** What a browser asks of a server alone, or refuses from disk; players of films know no pages from disk. */
const forServers =
  /<script type="module" src="[^"]*\/assets\/film-[0-9a-f]+\.js"><\/script>|<link\b[^>]*\brel="(?:preload|prefetch|modulepreload|manifest|alternate|canonical)"[^>]*>|<meta http-equiv="Content-Security-Policy"[^>]*>|<script type="speculationrules">.*?<\/script>/gsu;
/** Nothing of the network; from disk a page has no other origin that could be named. */
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self' file: data: 'unsafe-inline'">`;

export function portablePage(html: string, from: string, site: PortableSite): string {
  const top = '../'.repeat(from.split('/').length - 1);
  return html
    .replaceAll(forServers, '')
    .replace(
      '<meta charset="utf-8"/>',
      `<meta charset="utf-8"/>${policy}<script src="${top}portable.js"></script>`,
    )
    .replaceAll(tag, (element) =>
      element
        .replaceAll(addressed, (whole, name: string, value: string) => {
          const written = rewritten(name, value, element, from, site);
          return written === undefined ? whole : `${name}="${written}"`;
        })
        .replace(/^<script type="module" src="/u, '<script defer src="'),
    );
}

function rewritten(
  name: string,
  value: string,
  element: string,
  from: string,
  site: PortableSite,
): string | undefined {
  if (name.endsWith('srcset'))
    return value
      .split(/,\s+/u)
      .map((part) => {
        const [address = '', ...size] = part.trim().split(' ');
        return [relativeAddress(address, from, site) ?? address, ...size].join(' ');
      })
      .join(', ');
  if (name === 'content') {
    const [, before = '', address = ''] = /^(\d+; ?url=)(\/.*)$/u.exec(value) ?? [];
    const moved = before === '' ? undefined : relativeAddress(address, from, site);
    return moved && before + moved;
  }
  const address = relativeAddress(value.replaceAll('&amp;', '&'), from, site)?.replaceAll('&', '&amp;');
  // The script of the search takes these for a folder.
  const isFolder = name === 'data-index' || (name === 'action' && element.includes('class="search-form"'));
  return isFolder && address !== undefined ? address.replace(/index\.html$/u, '') || './' : address;
}

/** Fonts stand in the sheet itself: browsers fetch none from disk. @param fontOf its bytes as base64 */
export function portableSheet(css: string, site: PortableSite, fontOf: (file: string) => string): string {
  return css.replaceAll(/url\((["']?)([^"')]+)\1\)/gu, (whole, _quote, address: string) => {
    const file = relativeAddress(address, 'top', site);
    if (file === undefined) return whole;
    return file.endsWith('.woff2')
      ? `url(data:font/woff2;base64,${fontOf(file)})`
      : `url(${relativeAddress(address, 'assets/x', site)})`;
  });
}

/** Files of the search with addresses from the top of the copy. */
export function portableIndex(value: unknown, site: PortableSite): unknown {
  if (typeof value === 'string') {
    const address = relativeAddress(value, 'top', site);
    return address === undefined ? value : `${topMark}${address}`;
  }
  if (Array.isArray(value)) return value.map((one) => portableIndex(one, site));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, portableIndex(one, site)]));
}

/** Stands for the folder of the copy, which the script knows where it runs. */
export const topMark = '\u0001top/';
