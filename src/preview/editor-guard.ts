/**
 * Decides which requests may change anything: those of the editor's own page, by their origin and a token that no other
 * page can read, on a preview that listens on this machine alone.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export class EditorGuard {
  readonly #token = randomBytes(24).toString('base64url');
  readonly #isLocal: boolean;

  /** @param isLocal whether the preview listens on this machine alone */
  constructor(isLocal: boolean) {
    this.#isLocal = isLocal;
  }

  /** For the editor's page; empty where nothing may be changed. */
  get pageToken(): string {
    return this.#isLocal ? this.#token : '';
  }

  /** Why a request may not change anything; undefined when it may. */
  refusalOf({ headers }: IncomingMessage): string | undefined {
    if (!this.#isLocal)
      return 'This preview can be reached from other computers, so nothing is saved through it. Start it without --host.';
    const { origin } = headers;
    if (origin === undefined || origin !== `http://${headers.host ?? ''}`)
      return 'Only the page of the editor may save.';
    const token = headers['x-news-token'];
    const given = Buffer.from(typeof token === 'string' ? token : '');
    const own = Buffer.from(this.#token);
    return given.length === own.length && timingSafeEqual(given, own)
      ? undefined
      : 'The preview was started anew. Load this page again; what you wrote is kept in the browser.';
  }
}
