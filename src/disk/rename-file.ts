/**
 * Renames a file over another one. Windows refuses that for as long as a virus scanner or a program that shows the file
 * holds it, which is a moment as a rule: there it is tried again.
 */

import { renameSync } from 'node:fs';

const held: ReadonlySet<unknown> = new Set(['EACCES', 'EBUSY', 'EPERM']);
const attempts = 10;
const pauseMs = 50;

export interface RenameOptions {
  readonly rename?: (from: string, to: string) => void;
  readonly isWindows?: boolean;
}

/** Throws the disk's own error. */
export function renameFile(
  from: string,
  to: string,
  { rename = renameSync, isWindows = process.platform === 'win32' }: RenameOptions = {},
): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (!isWindows || attempt === attempts || !held.has(code)) throw error;
      // Nothing else is to be done meanwhile, and what is renamed in a row stays in its order.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}
