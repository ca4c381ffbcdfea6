/** Finds the root of the old site that a folder is a part of: `_posts` alone knows neither settings nor pictures. */

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSiteSettings } from './generators/read-sites.ts';

/** Folders that generators read their pages from, at the beginning of the way down from a site's root. */
const pageFolder = /^(?:_[\w-]+|content|src|posts|blog|news|articles|pages|site|docs|collections)$/u;
const maximumLevels = 5;

export interface SiteRoot {
  readonly root: string;
  /** The folder below the root, with forward slashes; empty when they are the same. */
  readonly below: string;
}

/** @param folder absolute */
export async function findSiteRoot(folder: string): Promise<SiteRoot> {
  const itself = { root: folder, below: '' };
  let root = folder;
  for (let level = 0; level <= maximumLevels; level += 1) {
    const names = await readdir(root).catch(() => []);
    const below = path.relative(root, folder).replaceAll('\\', '/');
    const [first = ''] = below.split('/');
    if (
      names.some(isSiteSettings) &&
      (below === '' || pageFolder.test(first) || below.includes('/_posts') || level === 1)
    )
      return { root, below };
    const above = path.dirname(root);
    // A repository is a whole: what lies above it is another project.
    const isRepository = (await stat(path.join(root, '.git')).catch(() => undefined)) !== undefined;
    if (above === root || isRepository) break;
    root = above;
  }
  return itself;
}
