/** How many photos are worked on at once when nothing else is asked for. */

import { availableParallelism } from 'node:os';

/** libuv's pool, in which sharp works, has four threads unless the environment says otherwise. */
const DEFAULT_POOL_THREADS = 4;

/** One job a core, but never more than the pool can run at the same time. */
export function defaultJobs(): number {
  const pool = Number.parseInt(process.env.UV_THREADPOOL_SIZE ?? '', 10);
  return Math.max(1, Math.min(availableParallelism(), pool > 0 ? pool : DEFAULT_POOL_THREADS));
}
