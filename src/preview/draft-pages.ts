/** Pages of stories as they stand in the editor, each in all its views, kept as long as a browser may ask for them. */

import { contentTypeOf } from '../output/content-type.ts';
import { type Reply, textReply } from './editor-reply.ts';

/** Pages that a browser may still ask for. */
const maximumPages = 12;

/** Each view is made when it is asked for. */
export interface StoryViews {
  readonly page: string;
  readonly cards: () => string;
  readonly feed: () => string;
}

export class DraftPages {
  readonly #pages = new Map<string, StoryViews>();
  #count = 0;

  /** @returns its address below the editor's page; its other views are `/cards` and `/feed` below that */
  add(views: StoryViews): string {
    this.#count += 1;
    this.#pages.set(String(this.#count), views);
    this.#pages.delete(String(this.#count - maximumPages));
    return `page/${this.#count}`;
  }

  reply(address: string): Reply {
    const [number = '', view] = address.split('/');
    const views = this.#pages.get(number);
    if (views === undefined) return textReply(404, 'This page is gone.');
    const html = view === 'cards' ? views.cards() : view === 'feed' ? views.feed() : views.page;
    return {
      status: 200,
      type: contentTypeOf('.html'),
      body: html.replace(/<script\b[^>]*>.*?<\/script>/gsu, ''),
      // Neither a script of the page nor anything else that it names by mistake is run.
      headers: { 'Content-Security-Policy': 'sandbox allow-same-origin' },
    };
  }
}
