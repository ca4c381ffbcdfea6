/** Words of the index that differ from a misspelt one by a letter: left out, too many, another, or two exchanged. */

import { fold } from '../../../src/content/terms.ts';
import type { SearchShard } from '../../../src/search/search-format.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** Shorter words have too many neighbours. */
const shortestLetters = 4;

/** As the search cuts words into terms: handed in, because it has the stems loaded. */
type TermsOfWord = (word: string, lang: string) => readonly string[];

/** The term that most articles have; undefined where none is near. */
export async function nearestTerm(
  index: SearchIndex,
  { text }: QueryWord,
  termsOfWord: TermsOfWord,
): Promise<string | undefined> {
  const typed = fold(text);
  if (typed.length < shortestLetters || !/^\p{L}+$/u.test(typed)) return undefined;
  const { blocks } = await index.root();
  // A mistake in the first letters leads to another shard.
  for (const starts of [[typed], misspeltStarts(typed)]) {
    const shards = new Set(
      await Promise.all(blocks.flatMap((block) => starts.map((start) => index.shard(block, start)))),
    );
    const best = mostCommon([...shards], neighboursOf(typed, lettersOf([...shards])), (word) =>
      termsOfWord(word, index.lang),
    );
    if (best !== undefined) return best;
  }
  return undefined;
}

function mostCommon(
  shards: readonly SearchShard[],
  words: readonly string[],
  termsOf: (word: string) => readonly string[],
): string | undefined {
  let best: { readonly term: string; readonly count: number } | undefined;
  for (const term of new Set(words.flatMap(termsOf))) {
    const count = shards.reduce(
      (sum, shard) => sum + (Object.hasOwn(shard, term) ? (shard[term]?.length ?? 0) : 0),
      0,
    );
    if (count > (best?.count ?? 0)) best = { term, count };
  }
  return best?.term;
}

/** Beginnings as they would be if two of the first letters were exchanged, or one of them was too many. */
function misspeltStarts(typed: string): readonly string[] {
  const [a = '', b = '', c = ''] = typed;
  const rest = typed.slice(3);
  return [b + a + c + rest, a + c + b + rest, b + c + rest, a + c + rest, a + b + rest];
}

/** Of the script that the reader types: the letters of the terms that lie near. */
function lettersOf(shards: readonly SearchShard[]): readonly string[] {
  return [...new Set(shards.flatMap((shard) => [...Object.keys(shard).join('')]))].filter((letter) =>
    /\p{L}/u.test(letter),
  );
}

/** Every word that is one mistake away. */
export function neighboursOf(typed: string, letters: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at <= typed.length; at += 1) {
    const [before, after] = [typed.slice(0, at), typed.slice(at)];
    if (after !== '') found.push(before + after.slice(1));
    if (after.length > 1) found.push(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      found.push(before + letter + after);
      if (after !== '') found.push(before + letter + after.slice(1));
    }
  }
  return found.filter((word) => word !== typed);
}
