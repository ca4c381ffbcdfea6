/** Stories whose folder was renamed: told by their words, or by headline and day. Pure. */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import { recordStory } from '../content/story-record.ts';

export class MovedStories {
  readonly #ledger: AddressLedger;
  readonly #content: Content;
  #byText: ReadonlyMap<string, readonly ArticleFile[]> | undefined;

  constructor(content: Content, ledger: AddressLedger) {
    this.#content = content;
    this.#ledger = ledger;
  }

  /** Undefined when no story is the one that the file was, or more than one may be. */
  find(file: string): ArticleFile | undefined {
    const record = this.#ledger.stories.get(file);
    if (record === undefined) return undefined;
    this.#byText ??= this.#newcomers();
    for (const key of [record.text, `${record.title} ${record.date}`]) {
      const found = this.#byText.get(key) ?? [];
      if (found.length === 1) return found[0];
    }
    return undefined;
  }

  #newcomers(): ReadonlyMap<string, readonly ArticleFile[]> {
    const found = new Map<string, ArticleFile[]>();
    for (const article of this.#content.articles) {
      if (this.#ledger.stories.has(article.file)) continue;
      const { text, title, date } = recordStory(article);
      for (const key of [text, `${title} ${date}`]) found.set(key, [...(found.get(key) ?? []), article]);
    }
    return found;
  }
}
