/** Does the same with many things, so many at a time. The first failure stops what has not begun, and is thrown. */

/** They wait for a disk or a network, not for a core. */
const AT_ONCE = 16;

export async function inParallel<T>(
  things: readonly T[],
  work: (thing: T) => Promise<void>,
  onProgress?: (done: number, total: number) => void,
  atOnce: number = AT_ONCE,
): Promise<void> {
  const rest = things.values();
  let done = 0;
  let hasFailed = false;
  const worker = async () => {
    for (const thing of rest) {
      if (hasFailed) return;
      try {
        await work(thing);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
      done += 1;
      onProgress?.(done, things.length);
    }
  };
  // All have come to rest before a failure is told: nothing goes on behind the caller's back.
  const results = await Promise.allSettled(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
