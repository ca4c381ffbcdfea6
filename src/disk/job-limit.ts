/** Bounds how many jobs run at once, for what waits for a disk, a network or a pool of threads. */

export type JobLimit = <T>(job: () => Promise<T>) => Promise<T>;

/** Starts at most `most` jobs at once, the others in the order in which they were asked for. */
export function limitJobs(most: number): JobLimit {
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`Expected a number of jobs but received ${most}.`);
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (job) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await job();
    } finally {
      // A job that ends hands its turn on, so the count stays as it is.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** Files and requests at once: they wait for a disk or a network, not for a core. */
const FILES_AT_ONCE = 16;

/**
 * Does the same with each of many things. The first failure stops what has not begun; it is thrown when all that had
 * begun has come to rest, so that nothing goes on behind the caller's back.
 */
export async function inParallel<T>(
  things: readonly T[],
  work: (thing: T) => Promise<void>,
  onProgress?: (done: number, total: number) => void,
  atOnce: number = FILES_AT_ONCE,
): Promise<void> {
  const limit = limitJobs(atOnce);
  const failures: unknown[] = [];
  let done = 0;
  await Promise.all(
    things.map((thing) =>
      limit(async () => {
        if (failures.length > 0) return;
        try {
          await work(thing);
        } catch (error) {
          failures.push(error);
          return;
        }
        done += 1;
        onProgress?.(done, things.length);
      }),
    ),
  );
  if (failures.length > 0) throw failures[0];
}
