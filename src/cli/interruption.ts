/** Ctrl-C and a polite kill stop the work between two steps, so that nothing is left half done. */

let signal: AbortSignal | undefined;

/** The process's one signal. A second Ctrl-C ends the process at once. */
export function interruption(): AbortSignal {
  if (signal !== undefined) return signal;
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  signal = controller.signal;
  return signal;
}
