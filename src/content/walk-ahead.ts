/** Looks at the content folder in a thread of its own, while this one loads the program that has use for it. */

import { Worker } from 'node:worker_threads';
import type { StampedFolder } from './read-folder.ts';

export interface WalkTask {
  /** Absolute. */
  readonly contentFolder: string;
  /** How diagnostics name it. */
  readonly shownFolder: string;
}

export interface WalkedFolder {
  /** What is changed from then on may not be in it. */
  readonly sinceMs: number;
  /** Undefined when the thread has failed: then who needs it looks, and tells why. */
  readonly folder: Promise<StampedFolder | undefined>;
}

/** @param threadFile the compiled `walk-thread.ts` */
export function walkAhead(threadFile: string, task: WalkTask): WalkedFolder {
  const sinceMs = Date.now();
  const worker = new Worker(threadFile, { workerData: task });
  const folder = new Promise<StampedFolder | undefined>((resolve) => {
    worker.once('message', (walked: StampedFolder) => resolve(walked));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
  return { sinceMs, folder };
}
