/** The words of a block's articles in shards, made of all articles or of an earlier block's shards. Pure. */

import '../content/stemmers.ts';
import { termsOf } from '../content/terms.ts';
import { simplified } from './chinese-variants.ts';
import { type SearchBlock, type SearchedArticle, searchedArticle } from './search-block.ts';
import { levels, type SearchShard, shardOf } from './search-format.ts';

/** How much each term weighs in an article. */
type Weights = ReadonlyMap<string, number>;

/** The articles of a term, rising: of each its number within the block times `levels`, plus the term's weight in it. */
type Postings = number[];

/** Each shard as the text of its file. */
export function makeShards({ articles, lang, shards, frame }: SearchBlock): readonly string[] {
  const postings = new Map<string, Postings>();
  for (const [number, article] of articles.entries())
    note(postings, number, weighTerms(searchedArticle(article, frame), lang));
  return splitTerms(postings, shards).map((terms) =>
    printShard([...terms].map(([term, list]) => [term, encode(list)])),
  );
}

/**
 * The shards of a block of which few articles have changed, to the same bytes as `makeShards`.
 * @param before the shards of the earlier block
 * @param changed numbers of articles that one of the two blocks has otherwise or not at all
 */
export function renewShards(
  before: readonly string[],
  changed: ReadonlySet<number>,
  { articles, lang, shards, frame }: SearchBlock,
): readonly string[] {
  const renewed = new Map<string, Postings>();
  for (const number of [...changed].sort((a, b) => a - b)) {
    const article = articles[number];
    if (article !== undefined) note(renewed, number, weighTerms(searchedArticle(article, frame), lang));
  }
  const added = splitTerms(renewed, shards);
  return before.map((text, shard) => renewShard(text, changed, added[shard] ?? new Map()));
}

function renewShard(
  text: string,
  changed: ReadonlySet<number>,
  added: ReadonlyMap<string, Postings>,
): string {
  // What is kept of an earlier build is what `printShard` has made.
  const shard: SearchShard = JSON.parse(text);
  const entries = new Map(Object.entries(shard));
  let isChanged = false;
  for (const [term, list] of entries) {
    const own = added.get(term);
    if (own === undefined && !names(list, changed)) continue;
    const renewed = replaceIn(list, changed, own);
    if (isSame(renewed, list)) continue;
    isChanged = true;
    if (renewed.length === 0) entries.delete(term);
    else entries.set(term, renewed);
  }
  for (const [term, list] of added) {
    if (entries.has(term)) continue;
    isChanged = true;
    entries.set(term, encode(list));
  }
  return isChanged ? printShard([...entries]) : text;
}

function note(postings: Map<string, Postings>, number: number, weights: Weights): void {
  for (const [term, weight] of weights) {
    const known = postings.get(term);
    if (known === undefined) postings.set(term, [number * levels + weight]);
    else known.push(number * levels + weight);
  }
}

function splitTerms(
  postings: ReadonlyMap<string, Postings>,
  shards: number,
): readonly ReadonlyMap<string, Postings>[] {
  const split = Array.from({ length: shards }, () => new Map<string, Postings>());
  for (const [term, list] of postings) split[shardOf(term, shards)]?.set(term, list);
  return split;
}

function printShard(terms: (readonly [string, readonly number[]])[]): string {
  // Names such as `constructor` are words too: entries make own properties of them all.
  return `${JSON.stringify(Object.fromEntries(terms.sort(([a], [b]) => (a < b ? -1 : 1))))}\n`;
}

/** Each number as its distance to the one before. */
function encode(list: Readonly<Postings>): readonly number[] {
  let last = 0;
  return list.map((posting) => {
    const distance = posting - last;
    last = posting - (posting % levels);
    return distance;
  });
}

function names(list: readonly number[], numbers: ReadonlySet<number>): boolean {
  let number = 0;
  return list.some((entry) => {
    number += Math.floor(entry / levels);
    return numbers.has(number);
  });
}

function replaceIn(
  list: readonly number[],
  changed: ReadonlySet<number>,
  added: Readonly<Postings> = [],
): readonly number[] {
  let last = 0;
  const postings = list.map((entry) => {
    const posting = last + entry;
    last = posting - (posting % levels);
    return posting;
  });
  const kept = postings.filter((posting) => !changed.has(Math.floor(posting / levels)));
  return encode([...kept, ...added].sort((a, b) => a - b));
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

function weighTerms({ body, names, summary, captions, title }: SearchedArticle, lang: string): Weights {
  const { once, repeated } = body.terms;
  const weights = new Map<string, number>();
  const isChinese = lang.startsWith('zh');
  const weigh = (terms: Iterable<string>, weight: number) => {
    for (const term of terms) weights.set(isChinese ? simplified(term) : term, weight);
  };
  weigh(once, 0);
  weigh(repeated, 1);
  for (const text of [summary, ...captions, ...names]) weigh(termsOf(text, lang), 2);
  weigh(termsOf(title, lang), 3);
  return weights;
}
