/** The newsroom's own pages whose text answers a query. Pure. */

import type { SearchPages } from '../../../src/search/search-format.ts';
import type { DirectEntry } from './direct-entries.ts';
import type { QueryWord } from './query.ts';

const maximumPages = 3;

/** @param partsElsewhere how many of the words the best article has */
export function pagesSaying(
  pages: SearchPages,
  words: readonly QueryWord[],
  partsElsewhere: number,
): readonly DirectEntry[] {
  const counted = pages.map(([path, name, text]) => {
    const terms = new Set(text.split(' '));
    const said = words.filter((word) =>
      word.terms.every(({ term, stem = term }) => terms.has(term) || terms.has(stem)),
    );
    return { entry: { kind: 'page', name, path } as const, parts: said.length };
  });
  const most = Math.max(0, ...counted.map(({ parts }) => parts));
  if (most <= partsElsewhere || most < words.length / 2) return [];
  return counted
    .filter(({ parts }) => parts === most)
    .slice(0, maximumPages)
    .map(({ entry }) => entry);
}
