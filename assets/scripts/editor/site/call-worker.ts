/** Calls a worker, which is started with the first call. */

import { StoreError } from '../stores/story-store.ts';
import type { WorkerAnswer, WorkerCall } from './worker-messages.ts';

export type Caller = (method: string, argument: unknown) => Promise<unknown>;

/** @param address of a script of the editor, which the page names */
export function callWorker(address: string): Caller {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let worker: Worker | undefined;
  let last = 0;
  const fail = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new StoreError(message, false));
    waiting.clear();
    worker = undefined;
  };
  const start = (): Worker => {
    const started = new Worker(scriptAddress(address));
    started.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const call = waiting.get(data.number);
      waiting.delete(data.number);
      if ('result' in data) call?.resolve(data.result);
      else call?.reject(data.isForEditor ? new StoreError(data.message, false) : new Error(data.message));
    });
    started.addEventListener('error', () =>
      fail('A part of the editor could not be loaded. Load this page again.'),
    );
    return started;
  };
  return (method, argument) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker ??= start();
      worker.postMessage({ number: last, method, argument } satisfies WorkerCall);
    });
}

/** Browsers without Trusted Types take the address as it is. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The one policy of the editor lets scripts of its own origin be workers, and nothing else. */
function scriptAddress(address: string): string {
  const { href, origin } = new URL(address, location.href);
  if (origin !== location.origin) throw new Error('A worker of another origin is not started.');
  if (window.trustedTypes === undefined) return href;
  policy ??= window.trustedTypes.createPolicy('news-worker', {
    createScriptURL: (given) => {
      if (new URL(given).origin !== location.origin) throw new Error('Not of this origin.');
      return given;
    },
  });
  return policy.createScriptURL(href);
}
