/** An inverted index over the words that tell stories apart: which stories share them with one. */

import { isSameSeries, isSameTopic, type Relatable } from './relatable.ts';
import { chooseTelling, type Keyword, type TermProfiles } from './telling-terms.ts';

/** Of a word's stories, so many on both sides in time are compared: what bounds the work. */
const comparedPerTerm = 100;
/** Sharing the first topic counts as much as sharing one rare word. */
const topicScore = 8;
/** Less than this is chance. */
const leastScore = 16;

export class Comparison {
  readonly #articles: readonly Relatable[];
  readonly #count: number;
  readonly #keywords: readonly (readonly Keyword[])[];
  /** By term the stories that it stands for, newest first, and its weight in each. */
  readonly #stories = new Map<number, number[]>();
  readonly #weights = new Map<number, number[]>();
  /** Room for the scores of all stories, all 0 between two uses. */
  readonly #scores: Int32Array;

  /** @param count how many are found for each */
  constructor(articles: readonly Relatable[], profiles: TermProfiles, count: number) {
    this.#articles = articles;
    this.#count = count;
    this.#scores = new Int32Array(articles.length);
    this.#keywords = chooseTelling(articles, profiles);
    for (const [index, keywords] of this.#keywords.entries()) {
      for (const { term, weight } of keywords) {
        push(this.#stories, term, index);
        push(this.#weights, term, weight);
      }
    }
  }

  /** The keywords of each story, numbered by where they first stand, whatever words stand between them. */
  basis(): readonly string[] {
    const numbers = new Map<number, number>();
    const numberOf = (term: number): number => {
      const known = numbers.get(term) ?? numbers.size;
      numbers.set(term, known);
      return known;
    };
    return this.#keywords.map((keywords) =>
      keywords.map(({ term, weight }) => `${numberOf(term)} ${weight}`).join(),
    );
  }

  /** The stories that share telling terms with one, the closest first; of equals the nearest in time. */
  of(index: number): number[] {
    const scores = this.#scores;
    const met: number[] = [];
    for (const { term, weight } of this.#keywords[index] ?? []) {
      const stories = this.#stories.get(term) ?? [];
      const weights = this.#weights.get(term) ?? [];
      const [from, to] = around(stories, index);
      for (let place = from; place < to; place += 1) {
        const other = stories[place] ?? 0;
        const before = scores[other] ?? 0;
        if (before === 0) met.push(other);
        scores[other] = before + Math.min(weight, weights[place] ?? 0);
      }
    }
    const article = this.#articles[index];
    const best: { readonly other: number; readonly score: number }[] = [];
    for (const other of met) {
      const shared = scores[other] ?? 0;
      scores[other] = 0;
      // Most share one word by chance and need no closer look.
      if (other === index || shared + topicScore < leastScore) continue;
      const candidate = this.#articles[other];
      const score = shared + (isSameTopic(article, candidate) ? topicScore : 0);
      if (score < leastScore || isSameSeries(article, candidate)) continue;
      best.push({ other, score });
      if (best.length > 8 * this.#count) keepBest(best, index, this.#count);
    }
    return keepBest(best, index, this.#count).map(({ other }) => other);
  }
}

function keepBest<T extends { readonly other: number; readonly score: number }>(
  best: T[],
  index: number,
  count: number,
): T[] {
  best.sort(
    (a, b) => b.score - a.score || Math.abs(a.other - index) - Math.abs(b.other - index) || a.other - b.other,
  );
  best.length = Math.min(best.length, count);
  return best;
}

/** The part of a sorted list that lies around a number. */
function around(sorted: readonly number[], value: number): readonly [number, number] {
  if (sorted.length <= 2 * comparedPerTerm) return [0, sorted.length];
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return [Math.max(0, from - comparedPerTerm), Math.min(sorted.length, from + comparedPerTerm)];
}

/** @returns the length of the list that the value was added to */
export function push<Key>(lists: Map<Key, number[]>, key: Key, value: number): number {
  const list = lists.get(key);
  if (list !== undefined) return list.push(value);
  lists.set(key, [value]);
  return 1;
}
