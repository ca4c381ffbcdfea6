/**
 * Cuts a long list, newest first, into pages. They are numbered from the oldest, and only the first grows: a page that
 * others link to keeps what it held, and a new article makes one page of a list anew and not all of them.
 */

import { defined } from '../../src/text/defined.ts';

/** As many as a reader scrolls through on a phone. */
const itemsPerPage = 24;

export interface ListPage<Item> {
  readonly url: string;
  readonly items: readonly Item[];
  readonly steps: ListSteps;
}

/** Where a page stands in its list, and what is before and after it. */
export interface ListSteps {
  /** From 1, the newest. */
  readonly page: number;
  readonly pages: number;
  readonly newer?: string;
  readonly older?: string;
}

/** @param url of the first page; there is one even when the list is empty */
export function cutIntoPages<Item>(
  items: readonly Item[],
  url: string,
  perPage = itemsPerPage,
): ListPage<Item>[] {
  const rest = items.length % perPage;
  // A first page of two or three would look forgotten.
  const first = Math.min(items.length, rest < perPage / 2 ? rest + perPage : rest);
  const older = (items.length - first) / perPage;
  const urls = [url, ...Array.from({ length: older }, (_, index) => `${url}${older - index}/`)];
  return urls.map((pageUrl, index) => {
    const from = index === 0 ? 0 : first + (index - 1) * perPage;
    const newer = urls[index - 1];
    const next = urls[index + 1];
    return {
      url: pageUrl,
      items: items.slice(from, index === 0 ? first : from + perPage),
      steps: {
        page: index + 1,
        pages: urls.length,
        ...defined({ newer, older: next }),
      },
    };
  });
}
