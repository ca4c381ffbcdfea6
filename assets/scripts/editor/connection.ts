/** Runs what needs the store, says its failures to the editor, and tries a lost connection again. */

import { StoreError } from './stores/story-store.ts';
import { words } from './words.ts';

/** How often a lost connection is tried again. */
const retryMs = 5000;

export interface ConnectionOptions {
  /** Shows a message; undefined shows the ordinary state again. */
  readonly say: (message: string | undefined) => void;
  readonly retry: () => void;
}

export class Connection {
  readonly #options: ConnectionOptions;
  #timer: number | undefined;
  #isClosed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** @returns whether the work came to its end */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    const { say, retry } = this.#options;
    try {
      await work();
      if (this.#timer !== undefined) say(undefined);
      this.#stop();
      return true;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      say(
        error.isOffline
          ? words(
              'Not connected: the preview does not answer. You can go on writing; your text is kept in this browser.',
            )
          : error.message,
      );
      this.#stop();
      if (error.isOffline && !this.#isClosed) this.#timer = window.setTimeout(retry, retryMs);
      return false;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
  }

  #stop(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
