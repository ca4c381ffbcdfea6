/** Builds into one output folder take turns: a lock file beside it names the process that writes there. */

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FileLock, takeLock } from '../disk/file-lock.ts';
import { defined } from '../text/defined.ts';

const LOOK_AGAIN_MS = 200;

export interface LockOptions {
  readonly signal?: AbortSignal;
  /** Called once when another build has to be waited for. */
  readonly onWait?: () => void;
}

/** @returns gives the lock back */
export async function lockOutput(folder: string, { signal, onWait }: LockOptions = {}): Promise<() => void> {
  const file = path.join(path.dirname(folder), `.${path.basename(folder)}.lock`);
  mkdirSync(path.dirname(folder), { recursive: true });
  for (let tries = 0; ; tries += 1) {
    const lock = take(file);
    if (lock !== undefined) return lock.release;
    if (tries === 0) onWait?.();
    await pause(LOOK_AGAIN_MS, undefined, defined({ signal }));
  }
}

function take(file: string): FileLock | undefined {
  try {
    return takeLock(file);
  } catch (error) {
    throw new Error(`Cannot write beside the output: ${file}.`, { cause: error });
  }
}
