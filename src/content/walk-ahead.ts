/** Looks at the content folder in a thread of its own, while this one loads the program that has use for it. */

import { Worker } from 'node:worker_threads';
import type { StampedFolder } from './read-folder.ts';

export interface WalkTask {
  /** Absolute. */
  readonly contentFolder: string;
  /** How diagnostics name it. */
  readonly displayFolder: string;
}

/**
 * Undefined when the thread has failed: then who needs the folder looks, and tells why.
 * @param threadFile the compiled `walk-thread.ts`
 */
export function walkAhead(threadFile: string, task: WalkTask): Promise<StampedFolder | undefined> {
  const worker = new Worker(threadFile, { workerData: task });
  return new Promise((resolve) => {
    worker.once('message', (walked: StampedFolder) => resolve(walked));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}
