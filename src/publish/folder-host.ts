/**
 * Releases in a folder of this machine: `releases/NAME/`, and the link `current`, which a web server is told to serve.
 * Nothing else in the folder is touched. Files that did not change are hard links to those of the release before.
 */

import { execFile } from 'node:child_process';
import {
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';

import { type FileLock, takeLock } from '../disk/file-lock.ts';
import { hashFile } from '../disk/hash-file.ts';
import { inParallel } from '../disk/job-limit.ts';
import { syncFolder } from '../disk/write-whole.ts';
import { manifestName } from '../output/manifest.ts';
import { PublishError } from '../output/publish-error.ts';
import { contentMark, type ReleaseFile, releasesAmong, releasesFolder, shownLink } from './release.ts';
import type { Received, ReleaseDelivery, ReleaseHost } from './release-host.ts';

const INCOMING = '.incoming-';
const LEAVING = '.leaving-';
/** The link `current` before it takes its place. */
const NEXT = '.current-';

/** @param folder absolute; is made when it is missing */
export function folderHost(folder: string): ReleaseHost {
  const name = `file:${folder}`;
  const releases = path.join(folder, releasesFolder);
  const current = path.join(folder, shownLink);
  let lock: FileLock | undefined;
  return {
    name,
    async lock() {
      await mkdir(releases, { recursive: true });
      const file = path.join(folder, '.publish-lock');
      const taken = takeLock(file);
      if (taken === undefined) {
        throw new PublishError(
          'machine',
          `Another publish to ${name} is running. Wait for it; if none is, delete ${file} and publish again.`,
        );
      }
      lock = taken;
      return async () => taken.release();
    },
    async look() {
      const found = await lstat(current).catch(() => undefined);
      if (found !== undefined && !found.isSymbolicLink()) {
        throw new PublishError(
          'usage',
          `${current} is not a link that news publish made. Move it away, or publish to another folder.`,
        );
      }
      const names = releasesAmong(await readdir(releases).catch(() => []));
      const shown = found === undefined ? undefined : path.basename(await readlink(current));
      return { releases: names, current: names.find((release) => release === shown) };
    },
    async manifestOf(release) {
      return await readFile(path.join(releases, release, manifestName), 'utf8').catch(() => undefined);
    },
    receive: (delivery) => receive(releases, delivery),
    async carry(from, to, files) {
      await makeFolders(path.join(releases, to), files);
      for (const file of files)
        await link(path.join(releases, from, file), path.join(releases, to, file)).catch(() => undefined);
    },
    verify: (release, files) => verify(path.join(releases, release), files),
    async list(release) {
      const folder = path.join(releases, release);
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    },
    async activate(release) {
      if (lock?.isHeld() === false) {
        throw new PublishError(
          'machine',
          `Another publish to ${name} has taken over. Readers see the site as it was; publish again.`,
        );
      }
      await syncDisk(path.join(releases, release));
      const next = path.join(folder, `${NEXT}${process.pid}`);
      await rm(next, { force: true });
      await symlink(path.join(releasesFolder, release), next);
      await rename(next, current);
      await syncFolder(folder);
    },
    async clear(names) {
      // Under another name first: a removal that is cut must not leave what looks like a release.
      for (const release of names) {
        await rename(path.join(releases, release), path.join(releases, `${LEAVING}${release}`));
      }
      for (const left of await readdir(folder)) {
        if (left.startsWith(NEXT)) await rm(path.join(folder, left), { force: true });
      }
      for (const left of await readdir(releases)) {
        if (left.startsWith(LEAVING) || left.startsWith(INCOMING))
          await rm(path.join(releases, left), { recursive: true, force: true });
      }
    },
    close: async () => undefined,
  };
}

async function receive(releases: string, delivery: ReleaseDelivery): Promise<Received> {
  const { release, files, base, baseHashes, signal, onProgress } = delivery;
  // Named by its content: a publish of the same site goes on where this one is cut.
  const incoming = path.join(releases, `${INCOMING}${contentMark(files)}`);
  const baseFolder = base === undefined ? undefined : path.join(releases, base);
  const unchanged = pathsUnchanged(files, baseHashes);
  const altered: string[] = [];
  let sentFiles = 0;
  let sentBytes = 0;
  const put = async (file: ReleaseFile) => {
    signal.throwIfAborted();
    const place = path.join(incoming, file.path);
    if (await isThere(place, file)) return;
    if (baseFolder !== undefined && unchanged.has(file.path)) {
      const source = path.join(baseFolder, file.path);
      if (await isWhole(source, file)) {
        await link(source, place).catch(() => undefined);
        if (await isThere(place, file)) return;
      } else if (baseHashes.has(file.path)) {
        altered.push(file.path);
      }
    }
    await copyWhole(file, place);
    sentFiles += 1;
    sentBytes += file.sizeBytes;
  };
  try {
    await makeFolders(
      incoming,
      files.map(({ path: file }) => file),
    );
    await inParallel(files, put, onProgress);
    await rename(incoming, path.join(releases, release));
  } catch (error) {
    // What was copied is of use to the next try, but a full disk needs the room.
    if (isFull(error)) await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  return { sentFiles, sentBytes, altered: altered.sort() };
}

/** A compressed file is the same where the file that it was made of is. */
function pathsUnchanged(
  files: readonly ReleaseFile[],
  baseHashes: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const hashes = new Map(files.map(({ path: file, sha256 }) => [file, sha256]));
  const isSame = (file: string) => {
    const hash = baseHashes.get(file);
    return hash !== undefined && hash === hashes.get(file);
  };
  const paths = files.map(({ path: file }) => file);
  return new Set(paths.filter((file) => isSame(file) || isSame(file.replace(/\.(?:br|gz)$/u, ''))));
}

async function makeFolders(root: string, files: readonly string[]): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(path.join(root, file))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
}

async function isThere(place: string, { sizeBytes }: ReleaseFile): Promise<boolean> {
  const found = await lstat(place).catch(() => undefined);
  return found?.isFile() === true && found.size === sizeBytes;
}

/** By its bytes: a script that was changed there without changing its length must not be shown again. */
async function isWhole(place: string, file: ReleaseFile): Promise<boolean> {
  return (await isThere(place, file)) && (await hashFile(place, file.sizeBytes)) === file.sha256;
}

/** Beside its place first, so that what lies there is whole; never into a file that another release shares. */
async function copyWhole({ source, sha256 }: ReleaseFile, place: string): Promise<void> {
  const temporary = `${place}.part`;
  if (typeof source === 'string') await copyFile(source, temporary, constants.COPYFILE_FICLONE);
  else await writeFile(temporary, source);
  if ((await hashFile(temporary)) !== sha256) {
    throw new PublishError(
      'machine',
      `${typeof source === 'string' ? source : place} is not what was built. Delete the built site and build again.`,
    );
  }
  await rename(temporary, place);
}

async function verify(folder: string, files: readonly ReleaseFile[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  await inParallel(files, async (file) => {
    if (!(await isWhole(path.join(folder, file.path), file))) wrong.push(file.path);
  });
  return wrong.sort();
}

/**
 * Waits until the disk has all of a release, so that a cut of the power cannot leave the link before the files. Waiting
 * for each file takes minutes; `sync -f` (coreutils) waits once for the whole disk. Systems without it keep as they do.
 */
async function syncDisk(folder: string): Promise<void> {
  await new Promise<void>((resolve) => {
    execFile('sync', ['-f', folder], () => resolve());
  });
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
