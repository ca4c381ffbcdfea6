/**
 * Finds the path under which the disk stores a file. Everywhere else names are in Unicode NFC, as keyboards type them;
 * macOS, cloud folders and archives store NFD, and Linux takes the two for different names.
 */

import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** @returns the path itself where the disk has it, or where it has no other spelling of it */
export function storedPath(file: string): string {
  if (isAscii(file) || isThere(file)) return file;
  const { root } = path.parse(file);
  let found = root;
  for (const part of file.slice(root.length).split(/[\\/]/u)) {
    const stored = isThere(path.join(found, part)) ? part : spelledOtherwise(found, part);
    if (stored === undefined) return file;
    found = path.join(found, stored);
  }
  return found;
}

/** Calls with the path itself, and with the one that the disk has only when there is no such file. Throws what `use` throws. */
export function withStoredPath<T>(file: string, use: (file: string) => T): T {
  try {
    return use(file);
  } catch (error) {
    const stored = isMissing(error) ? storedPath(file) : file;
    if (stored === file) throw error;
    return use(stored);
  }
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007f]*$/u.test(text);
}

function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function spelledOtherwise(folder: string, name: string): string | undefined {
  if (isAscii(name)) return undefined;
  const wanted = name.normalize('NFC');
  try {
    return readdirSync(folder).find((entry) => entry.normalize('NFC') === wanted);
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
