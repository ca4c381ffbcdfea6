/**
 * What a web team's code may be made from: every file of the newsroom's folder but its stories, what is built or installed
 * there, and hidden ones. Installed packages are known by the lock file.
 */

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileStamp } from '../../content/read-folder.ts';
import { manifestName } from '../../output/manifest.ts';
import type { Project } from '../project.ts';
import { configNames } from './find-extension.ts';

const leftOut = new Set(['node_modules', 'dist', 'coverage', '_portable']);

/** Folders in which a team's code and what it copies may lie, absolute. */
export function extensionFolders(project: Project): readonly string[] {
  return entriesOf(project, project.home)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(project.home, name))
    .filter((folder) => !isSite(folder));
}

/** By path relative to the newsroom's folder, sorted. */
export function extensionStamps(project: Project): ReadonlyMap<string, FileStamp> {
  const stamps = new Map<string, FileStamp>();
  for (const file of listFiles(project, project.home)) {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
    const name = path.relative(project.home, file).replaceAll('\\', '/');
    stamps.set(name, { sizeBytes: size, modifiedMs: mtimeMs, changedMs: ctimeMs, inode: ino });
  }
  return stamps;
}

/** The digest of all these files by their content: the times of files mean nothing after a clone. */
export function digestOfInputs(project: Project): string {
  const hash = createHash('sha256');
  for (const file of listFiles(project, project.home)) {
    const bytes = readFileSync(file);
    hash
      .update(`${path.relative(project.home, file).replaceAll('\\', '/')}\0${bytes.length}\0`)
      .update(bytes);
  }
  return hash.digest('base64url');
}

/** Whether an entry of the newsroom's folder, or of one below it, may be code of the team or what it is made from. */
export function isOwnEntry(
  { home, content, output, cache }: Project,
  name: string,
  folder: string = home,
): boolean {
  if (name.startsWith('.') && !(folder === home && configNames.includes(name))) return false;
  if (leftOut.has(name) || name.endsWith('.tgz')) return false;
  return ![content, output, cache].includes(path.join(folder, name));
}

function listFiles(project: Project, folder: string): readonly string[] {
  return entriesOf(project, folder).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return isSite(file) ? [] : listFiles(project, file);
    return entry.isFile() ? [file] : [];
  });
}

/** What a build or a publication has left there. */
function isSite(folder: string): boolean {
  return (
    existsSync(path.join(folder, manifestName)) ||
    lstatSync(path.join(folder, 'current'), { throwIfNoEntry: false })?.isSymbolicLink() === true
  );
}

function entriesOf(project: Project, folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isOwnEntry(project, name, folder))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
