/** One page of each kind of the demonstration site: whatever kinds are added, the site's own files tell them. */

import { existsSync } from 'node:fs';
import path from 'node:path';

const candidates = [
  '/',
  '/zh/',
  // A figure and six photos, a correction, a quote; facts, notes, a table and footnotes; a series; a gallery.
  '/2024/01/ustb-puth-agreement/',
  '/2023/12/market-prices/',
  '/2024/08/qingshui-river-summer/',
  '/2025/12/twelve-months-twelve-pictures/',
  '/zh/2025/05/bamboo-bicycle-workshop/',
  '/topics/',
  '/topics/research/',
  '/people/',
  '/people/yang-lindi/',
  '/archive/',
  '/archive/2024/',
  '/archive/2024/01/',
  '/about/',
  '/404.html',
  '/search/',
  '/press/',
  '/events/',
  '/photos/',
  '/corrections/',
  '/series/',
  '/series/three-seasons-on-the-qingshui/',
];

/** Urls of what the site has. */
export function kindsOfPages(site: string): readonly string[] {
  return candidates.filter((url) =>
    existsSync(path.join(site, url.endsWith('/') ? `${url}index.html` : url)),
  );
}
