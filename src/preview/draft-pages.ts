/** Pages of stories as they stand in the editor, kept as long as a browser may ask for them. */

import { contentTypeOf } from '../output/content-type.ts';
import { type Reply, textReply } from './editor-reply.ts';

/** Pages that a browser may still ask for. */
const maximumPages = 12;

export class DraftPages {
  readonly #pages = new Map<string, string>();
  #count = 0;

  /** @returns its address below the editor's page */
  add(html: string): string {
    this.#count += 1;
    this.#pages.set(String(this.#count), html.replace(/<script\b[^>]*>.*?<\/script>/gsu, ''));
    this.#pages.delete(String(this.#count - maximumPages));
    return `page/${this.#count}`;
  }

  reply(number: string): Reply {
    const page = this.#pages.get(number);
    // Neither a script of the page nor anything else that it names by mistake is run.
    const headers = { 'Content-Security-Policy': 'sandbox allow-same-origin' };
    return page === undefined
      ? textReply(404, 'This page is gone.')
      : { status: 200, type: contentTypeOf('.html'), body: page, headers };
  }
}
