/** Which code runs have reached, as V8 counts it: each block, by how often in powers of two. */

import { Session } from 'node:inspector';

export class Coverage {
  readonly #session = new Session();
  readonly #isOurs: (url: string) => boolean;

  /** @param isOurs which files count */
  constructor(isOurs: (url: string) => boolean) {
    this.#isOurs = isOurs;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** What was reached since the last call. Takes milliseconds, much longer than most runs. */
  take(): ReadonlySet<string> {
    const reached = new Set<string>();
    this.#session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error !== null) throw error;
      for (const { scriptId, url, functions } of taken.result) {
        if (!this.#isOurs(url)) continue;
        for (const { ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) {
            if (count > 0)
              reached.add(`${scriptId}:${startOffset}:${endOffset}:${Math.floor(Math.log2(count))}`);
          }
        }
      }
    });
    return reached;
  }
}

/** Adds to `seen`, and says whether anything was new. */
export function addAll(seen: Set<string>, reached: ReadonlySet<string>): boolean {
  const before = seen.size;
  for (const place of reached) seen.add(place);
  return seen.size > before;
}
