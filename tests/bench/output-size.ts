/** What a built folder holds: its bytes, and which of its files an edit changed. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

export function sizeOf(folder: string): number {
  return filesOf(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

/** Hashes of contents, by file. */
export function hashesOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    filesOf(folder).map((file) => [file, createHash('sha1').update(readFileSync(file)).digest('hex')]),
  );
}

/** How many files are new, gone or different. */
export function countChanged(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): number {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).length;
}
