/** Where everything of one run lies. All paths are absolute but `displayContent`. */

import { statSync } from 'node:fs';
import path from 'node:path';
import { isInside, isWithin } from '../disk/inside-folder.ts';
import { realPathOf } from '../disk/real-path.ts';
import { defined } from '../text/defined.ts';
import { usableCache } from './usable-cache.ts';
import { UsageError } from './usage-error.ts';

export interface Project {
  /** The generator's own folder: `assets/` and the bundle are there. */
  readonly root: string;
  /** The newsroom's folder: its content, its site, its cache. In the generator's own repository the same. */
  readonly home: string;
  readonly content: string;
  /** How diagnostics name the content folder: relative to where the command was called. */
  readonly displayContent: string;
  readonly output: string;
  /** What may be deleted at any time and is made anew: photos, bundles of the generator. */
  readonly cache: string;
  /** A cache that can be read and not written; `cache` is a folder for this run alone then. */
  readonly readOnlyCache?: string;
  /** The compiled generator. */
  readonly bundle: string;
}

export interface Launch {
  readonly root: string;
  /** The newsroom's folder. */
  readonly home: string;
  readonly bundle: string;
}

export interface FolderOptions {
  readonly content?: string;
  readonly output?: string;
  readonly cache?: string;
}

/** Folders that are not given are those of the newsroom. Throws a UsageError. */
export function openProject(
  { root, home, bundle }: Launch,
  { content, output, cache }: FolderOptions,
): Project {
  const here = process.cwd();
  const contentFolder = path.resolve(here, content ?? path.join(home, 'content'));
  const relative = path.relative(here, contentFolder).replaceAll('\\', '/');
  const outputFolder = path.resolve(here, output ?? path.join(home, '_site'));
  if (statSync(contentFolder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(
      `There is no folder ${contentFolder}. Name the folder of the stories: --content content; or make a newsroom here: npx news init`,
    );
  }
  for (const precious of new Set([contentFolder, root, home])) {
    // Files of the output folder are replaced and removed: it may never hold what people wrote.
    if (
      isWithin(realPathOf(outputFolder), realPathOf(precious)) ||
      (precious === contentFolder && isWithin(realPathOf(precious), realPathOf(outputFolder)))
    ) {
      throw new UsageError(
        `The site cannot be built in ${outputFolder}, which is part of ${precious} or holds it.`,
      );
    }
  }
  const { folder, readOnly, reason } = usableCache(path.resolve(here, cache ?? path.join(home, '.cache')));
  if (readOnly !== undefined) {
    process.stderr.write(
      `The cache ${readOnly} cannot be written (${reason}). What it lacks is made for this run and forgotten.\n`,
    );
  }
  return {
    root,
    home,
    bundle,
    content: contentFolder,
    displayContent: relative === '' ? '.' : isInside(here, contentFolder) ? relative : contentFolder,
    output: outputFolder,
    cache: folder,
    ...defined({ readOnlyCache: readOnly }),
  };
}
