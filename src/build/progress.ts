/** A progress bar on the terminal; nothing at all where the output is read by a program or a log. */

import { clearLine, cursorTo } from 'node:readline';

export interface Progress {
  /** Gives a callback for one kind of work, which names it in front of the bar. */
  readonly step: (what: string) => (done: number, total: number) => void;
  /** Takes the bar off the screen, so that other text may be printed. */
  readonly clear: () => void;
}

/** Work that takes less is done before the eye has read a bar. */
const patienceMs = 300;
/** Between two drawings. */
const drawnEveryMs = 100;
const barWidth = 30;

export const noProgress: Progress = { step: () => () => undefined, clear: () => undefined };

/** @param clock in milliseconds, from any moment on */
export function terminalProgress(
  stream: NodeJS.WriteStream,
  clock: () => number = () => performance.now(),
): Progress {
  if (!stream.isTTY) return noProgress;
  let drawnMs: number | undefined;
  const clear = () => {
    if (drawnMs === undefined) return;
    drawnMs = undefined;
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  return {
    step(what) {
      const startMs = clock();
      return (done, total) => {
        if (done === total) return clear();
        const nowMs = clock();
        if (nowMs - startMs < patienceMs || nowMs - (drawnMs ?? 0) < drawnEveryMs) return;
        drawnMs = nowMs;
        const leftMs = done === 0 ? undefined : ((nowMs - startMs) / done) * (total - done);
        const line = `${what} ${drawBar(done / total)} ${done} of ${total}${describeRest(leftMs)}`;
        cursorTo(stream, 0);
        // A line that wraps could not be drawn over.
        stream.write(line.slice(0, stream.columns - 1));
        clearLine(stream, 1);
      };
    },
    clear,
  };
}

function drawBar(share: number): string {
  const filled = Math.round(barWidth * share);
  return '━'.repeat(filled) + '─'.repeat(barWidth - filled);
}

function describeRest(leftMs: number | undefined): string {
  if (leftMs === undefined) return '';
  const seconds = Math.ceil(leftMs / 1000);
  return seconds < 90 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
}
