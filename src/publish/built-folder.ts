/**
 * A built site as a folder, checked against its own manifest by the hash of every file, photos and scripts too: nothing
 * else is ever published.
 */

import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFile } from '../disk/hash-file.ts';
import { inParallel } from '../disk/job-limit.ts';
import { type Manifest, manifestName, parseManifest, type SiteManifest } from '../output/manifest.ts';
import { PublishError } from '../output/publish-error.ts';
import { listSome } from '../text/list-some.ts';

export interface BuiltFolder {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: SiteManifest;
  /** The manifest's own bytes, which are published with the site. */
  readonly manifestText: string;
  /** Files that lie there and are not the build's: they are not published. */
  readonly unknownFiles: readonly string[];
}

/** Throws a PublishError when there is no built site, or one that is not whole. */
export async function openBuiltFolder(
  folder: string,
  onProgress?: (done: number, total: number) => void,
): Promise<BuiltFolder> {
  const manifestText = await readFile(path.join(folder, manifestName), 'utf8').catch(() => undefined);
  if (manifestText === undefined)
    throw new PublishError('usage', `There is no built site in ${folder}. Build it first: npx news build`);
  const manifest = parseManifest(manifestText);
  if (manifest === undefined)
    throw new PublishError(
      'machine',
      `${folder}/${manifestName} cannot be read. Build again: npx news build`,
    );
  const wrong = await filesThatDiffer(folder, manifest.files, onProgress);
  if (wrong.length > 0) {
    throw new PublishError(
      'machine',
      `${folder} is not what was built: ${listSome(wrong)} ${wrong.length === 1 ? 'is' : 'are'} missing or changed. ` +
        'Delete the folder and build again: npx news build',
    );
  }
  return { folder, manifest, manifestText, unknownFiles: await findUnknownFiles(folder, manifest.files) };
}

async function filesThatDiffer(
  folder: string,
  files: Manifest,
  onProgress?: (done: number, total: number) => void,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  await inParallel(
    [...files],
    async ([file, { sha256, sizeBytes }]) => {
      const absolute = path.join(folder, file);
      const found = await lstat(absolute).catch(() => undefined);
      const isWhole =
        found?.isFile() === true &&
        found.size === sizeBytes &&
        (await hashFile(absolute, sizeBytes)) === sha256;
      if (!isWhole) wrong.push(file);
    },
    onProgress,
  );
  return wrong.sort();
}

async function findUnknownFiles(folder: string, files: Manifest): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => file !== manifestName && !files.has(file))
    .sort();
}
