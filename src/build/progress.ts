/** A progress bar on the terminal; nothing at all where the output is read by a program or a log. */

import { SingleBar } from 'cli-progress';

export interface Progress {
  /** Gives a callback for one kind of work, which names it in front of the bar. */
  readonly step: (what: string) => (done: number, total: number) => void;
  /** Takes the bar off the screen, so that other text may be printed. */
  readonly clear: () => void;
}

/** Work that takes less is done before the eye has read a bar. */
const patienceMs = 300;

export const noProgress: Progress = { step: () => () => undefined, clear: () => undefined };

export function terminalProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return noProgress;
  let bar: SingleBar | undefined;
  const clear = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    step(what) {
      const startMs = performance.now();
      return (done, total) => {
        if (done === total) return clear();
        if (performance.now() - startMs < patienceMs) return;
        if (bar === undefined) {
          bar = new SingleBar({
            stream,
            clearOnComplete: true,
            hideCursor: true,
            format: `${what} {bar} {value} of {total}, {eta_formatted} left`,
            barCompleteChar: '━',
            barIncompleteChar: '─',
            barsize: 30,
          });
          bar.start(total, done);
        } else {
          bar.update(done);
        }
      };
    },
    clear,
  };
}
