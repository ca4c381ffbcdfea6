/** Who wrote a post: its author, or those that Co-Authors Plus and PublishPress show in that place. Pure. */

import { plainText } from './plain-text.ts';
import { metaOf, type WordpressExport, type WordpressItem } from './wordpress-export.ts';

export class PostAuthors {
  /** By login, and by the name that plugins make of it. */
  readonly #names: ReadonlyMap<string, string>;

  constructor({ authors, items }: WordpressExport) {
    const guests = items
      .filter((item) => item['wp:post_type'] === 'guest-author')
      .flatMap((item): [string, string][] => {
        const name = metaOf(item, 'cap-display_name') ?? item.title;
        return [metaOf(item, 'cap-user_login') ?? '', item['wp:post_name']]
          .filter((login) => login !== '')
          .map((login) => [login, name]);
      });
    this.#names = new Map([...guests, ...authors]);
  }

  of(item: WordpressItem): string[] {
    const shown = item.category
      .filter(({ '@domain': domain }) => domain === 'author')
      .map(({ '#text': name, '@nicename': slug }) => {
        const login = slug.replace(/^cap-/u, '');
        return this.#names.get(name) ?? this.#names.get(slug) ?? this.#names.get(login) ?? (name || login);
      });
    const creator = item['dc:creator'];
    const names = shown.length > 0 ? shown : [this.#names.get(creator) ?? creator];
    return names.map(plainText).filter((name) => name !== '');
  }
}
