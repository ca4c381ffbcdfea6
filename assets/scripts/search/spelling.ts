/**
 * Words of the index that differ from a misspelt one: by a letter left out, too many, another, or two exchanged; in long
 * words by two. What is written as one word may be two.
 */

import { distance } from 'fastest-levenshtein';
import { type SearchRoot, type SearchShard, shardOf } from '../../../src/search/search-format.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** Shorter words have too many neighbours. */
const shortestLetters = 4;
/** Of words whose beginning may be wrong, or of which two letters may be. */
const shortestGuessed = 6;
const shortestTwice = 7;
/** Files that a guess at the first letters may cost: those of a small site, of an archive none. */
const maximumShards = 40;
const shortestPart = 3;

/** What is asked of an index to find what was meant. */
export type AskedIndex = Pick<SearchIndex, 'lang' | 'shard' | 'simplify'> & {
  readonly root: () => Promise<Pick<SearchRoot, 'blocks' | 'skipped'>>;
};

/** As the search cuts words into terms: handed in, because it has the stems loaded. */
export interface WordTools {
  readonly fold: (text: string) => string;
  readonly termsOfWord: (word: string, lang: string) => readonly string[];
}

/** The word that is nearest, of equals the one that most articles have; two where both are its parts. */
export async function nearestWord(
  index: AskedIndex,
  { text }: QueryWord,
  { fold, termsOfWord }: WordTools,
): Promise<string | undefined> {
  const typed = fold(text);
  if (typed.length < shortestLetters || !/^\p{L}+$/u.test(typed)) return undefined;
  const termsIn = (word: string) => termsOfWord(word, index.lang);
  const own = await shardsOf(index, [typed]);
  const letters = lettersOf(own, typed);
  const skipped = new Set((await index.root()).skipped[0].split(' '));
  // Keyboards without dots write two letters: `ae` for `ä`.
  const undotted = typed.replace(/(?<=[aou])e/gu, '');
  const near = mostCommon(own, undotted === typed ? [] : [undotted], termsIn);
  if (near !== undefined) return near;
  const neighbours = neighboursOf(typed, letters).filter((word) => !skipped.has(word));
  const beside = mostCommon(own, neighbours, termsIn);
  if (beside !== undefined) return beside;
  // A mistake in the first letters leads to another shard.
  const others = mostCommon(await shardsOf(index, misspeltStarts(typed)), neighbours, termsIn);
  if (others !== undefined) return others;
  const parts = await partsOf(index, typed, own, termsIn);
  if (parts !== undefined || typed.length < shortestGuessed) return parts;
  const guessed = await shardsOf(index, [typed, ...guessedStarts(typed, letters)]);
  return closest(guessed.length > 0 ? guessed : own, [typed, ...termsIn(typed)], termsIn);
}

/** Each shard once in which words of such beginnings lie; none where they are more than a guess is worth. */
async function shardsOf(index: AskedIndex, starts: readonly string[]): Promise<readonly SearchShard[]> {
  const { blocks } = await index.root();
  const wanted = blocks.flatMap((block) =>
    [...new Map(starts.map((start) => [shardOf(start, block.shards), start])).values()].map((start) => ({
      block,
      start,
    })),
  );
  if (wanted.length > maximumShards && starts.length > 1) return [];
  return await Promise.all(wanted.map(({ block, start }) => index.shard(block, start)));
}

type TermsIn = (word: string) => readonly string[];

/** Of some words the one that most articles have. */
function mostCommon(
  shards: readonly SearchShard[],
  words: readonly string[],
  termsIn: TermsIn,
): string | undefined {
  const counted = words.map((word) => ({ word, count: countIn(shards, termsIn(word)[0] ?? '') }));
  const [best] = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best?.word;
}

function countIn(shards: readonly SearchShard[], term: string): number {
  return shards.reduce(
    (sum, shard) => sum + (Object.hasOwn(shard, term) ? (shard[term]?.length ?? 0) : 0),
    0,
  );
}

/** The two words of which it consists, with a space between them. */
async function partsOf(
  index: AskedIndex,
  typed: string,
  own: readonly SearchShard[],
  termsIn: TermsIn,
): Promise<string | undefined> {
  for (let at = shortestPart; at <= typed.length - shortestPart; at += 1) {
    const [first, second] = [typed.slice(0, at), typed.slice(at)];
    if (mostCommon(own, [first], termsIn) === undefined) continue;
    const found = mostCommon(await shardsOf(index, [second, ...termsIn(second)]), [second], termsIn);
    if (found !== undefined) return `${first} ${second}`;
  }
  return undefined;
}

/** A word of the term that differs least from a word or its stem. */
function closest(
  shards: readonly SearchShard[],
  words: readonly string[],
  termsIn: TermsIn,
): string | undefined {
  const lengths = words.map((word) => word.length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  const allowed = longest < shortestTwice ? 1 : 2;
  const near = new Map<string, number>();
  for (const term of new Set(shards.flatMap((shard) => Object.keys(shard)))) {
    if (term.length < shortest - allowed || term.length > longest + allowed || !/^\p{L}+$/u.test(term))
      continue;
    const least = Math.min(...words.map((word) => distance(word, term)));
    if (least <= allowed) near.set(term, least);
  }
  const [best] = [...near].sort(
    ([one, a], [other, b]) => a - b || countIn(shards, other) - countIn(shards, one),
  );
  return best === undefined ? undefined : wordOf(best[0], termsIn);
}

/** What is cut to a term again: a stem may be cut once more. */
function wordOf(term: string, termsIn: TermsIn): string {
  const words = [term, `${term}e`, `${term}s`, `${term}ing`, term.replace(/i$/u, 'y')];
  return words.find((word) => termsIn(word).includes(term)) ?? term;
}

/** Beginnings as they would be if two of the first letters were exchanged, or one of them was too many. */
function misspeltStarts(typed: string): readonly string[] {
  const [a = '', b = '', c = ''] = typed;
  const rest = typed.slice(3);
  return [b + a + c + rest, a + c + b + rest, b + c + rest, a + c + rest, a + b + rest];
}

/** Beginnings as they would be if one letter after the first was left out or is another. */
function guessedStarts(typed: string, letters: readonly string[]): readonly string[] {
  const [a = '', b = '', c = ''] = typed;
  return letters.flatMap((letter) => [a + letter + b, a + b + letter, a + letter + c]);
}

const latinLetters = 'abcdefghijklmnopqrstuvwxyz';

/** Letters of the terms that lie near, of scripts that have words, and all Latin ones for a word of those. */
function lettersOf(shards: readonly SearchShard[], typed: string): readonly string[] {
  const near = shards.map((shard) => Object.keys(shard).join('')).join('');
  const known = /^[a-z]+$/u.test(typed) ? near + latinLetters : near;
  return [...new Set(known)].filter((letter) =>
    /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])\p{L}/u.test(letter),
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
