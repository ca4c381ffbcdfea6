/** Runs at most so many jobs at once, the others in the order in which they were asked for. */

import { availableParallelism } from 'node:os';

export type JobLimit = <T>(job: () => Promise<T>) => Promise<T>;

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

/** libuv's pool, in which sharp works, has four threads unless the environment says otherwise. */
const DEFAULT_POOL_THREADS = 4;

/** One job a core, but never more than the pool can run at the same time. */
export function defaultJobs(): number {
  const pool = Number.parseInt(process.env.UV_THREADPOOL_SIZE ?? '', 10);
  return Math.max(1, Math.min(availableParallelism(), pool > 0 ? pool : DEFAULT_POOL_THREADS));
}
