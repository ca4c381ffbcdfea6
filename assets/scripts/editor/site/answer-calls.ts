/** Answers the calls of the editor's page, in a worker. */

import { StoreError } from '../stores/story-store.ts';
import type { WorkerAnswer, WorkerCall } from './worker-messages.ts';

/** @param work runs the method of a name */
export function answerCalls(work: (call: WorkerCall) => Promise<unknown>): void {
  addEventListener('message', ({ data }: MessageEvent<WorkerCall>) => {
    work(data)
      .then((result): WorkerAnswer => ({ number: data.number, result }))
      .catch(
        (error: unknown): WorkerAnswer => ({
          number: data.number,
          message: error instanceof Error ? error.message : String(error),
          isForEditor: error instanceof StoreError,
        }),
      )
      .then((answer) => postMessage(answer));
  });
}
