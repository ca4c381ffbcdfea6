/** Runs what needs the store, says its failures to the editor, and tries a lost connection again. */

import { HostError } from './stores/host-client.ts';
import { StoreError } from './stores/story-store.ts';
import { type EditorWords, knownWords, words } from './words.ts';

/** How often a lost connection is tried again. */
const retryMs = 5000;

export const notConnected: EditorWords =
  'Not connected. You can go on writing; your text is kept in this browser.';

export interface ConnectionOptions {
  /** Shows a message; undefined shows the ordinary state again. */
  readonly say: (message: string | undefined) => void;
  readonly retry: () => void;
}

export class Connection {
  readonly #options: ConnectionOptions;
  #timer: number | undefined;
  #isClosed = false;
  #isLost = false;
  /** What is done when the connection may be back. */
  readonly #waiting = new Set<() => void>();

  constructor(options: ConnectionOptions) {
    this.#options = options;
    window.addEventListener('online', this.#again);
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /**
   * @param again what is done when the connection may be back, where the work fails for want of it
   * @returns whether the work came to its end
   */
  async attempt(work: () => Promise<void>, again: () => void = this.#options.retry): Promise<boolean> {
    const { say } = this.#options;
    try {
      await work();
      this.#waiting.delete(again);
      // Other work may need no connection.
      if (this.#waiting.size > 0) return true;
      this.#stop();
      if (this.#isLost) {
        this.#isLost = false;
        say(undefined);
      }
      return true;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#isLost ||= error.isOffline;
      say(error.isOffline ? words(notConnected) : refusalOf(error));
      if (!error.isOffline || this.#isClosed) return false;
      this.#waiting.add(again);
      this.#timer ??= window.setTimeout(this.#again, retryMs);
      return false;
    }
  }

  readonly #again = (): void => {
    this.#stop();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const work of waiting) work();
  };

  close(): void {
    this.#isClosed = true;
    window.removeEventListener('online', this.#again);
    this.#stop();
  }

  #stop(): void {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function refusalOf(error: StoreError): string {
  const said = knownWords(error.message);
  if (!(error instanceof HostError) || error.status !== 401) return said;
  return `${said} ${words('Load this page again to sign in; what you have written is kept in this browser.')}`;
}
