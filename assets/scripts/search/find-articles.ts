/** Finds the articles that answer a query in one index, with how well each does. */

import { levels, type SearchBlockEntry } from '../../../src/search/search-format.ts';
import { answers, type QueryTerm, type QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';

export interface Filters {
  readonly topic: string;
  readonly year: string;
  readonly person: string;
}

export interface Hit {
  readonly index: SearchIndex;
  readonly block: SearchBlockEntry;
  readonly number: number;
  /** How many of the query's words the article has. */
  readonly words: number;
  readonly score: number;
}

/** How much a term counts by where it stands, from the text to the headline. */
const levelScores = [1, 2, 4, 8];

type Scores = ReadonlyMap<number, number>;

/** Articles with all words, or where there is none those with some; without words all that the filters leave. */
export async function findArticles(
  index: SearchIndex,
  words: readonly QueryWord[],
  filters: Filters,
): Promise<readonly Hit[]> {
  const root = await index.root();
  const found = await Promise.all(
    root.blocks.map(async (block) => {
      const [scores, isLeft] = await Promise.all([
        Promise.all(words.map((word) => scoresOfWord(index, block, word))),
        leftBy(index, block, filters),
      ]);
      return { block, scores, isLeft };
    }),
  );
  // A word that stands in few articles says more than one that stands in many.
  const rarities = words.map((_, word) => {
    const count = found.reduce((sum, { scores }) => sum + (scores[word]?.size ?? 0), 0);
    return Math.log2(1 + root.articles / (1 + count));
  });
  return found.flatMap(({ block, scores, isLeft }) => {
    const totals = new Map<number, { words: number; score: number }>();
    if (words.length === 0) {
      for (let number = 0; number < block.count; number += 1) totals.set(number, { words: 0, score: 0 });
    }
    for (const [word, byNumber] of scores.entries()) {
      for (const [number, score] of byNumber) {
        const before = totals.get(number) ?? { words: 0, score: 0 };
        totals.set(number, { words: before.words + 1, score: before.score + score * (rarities[word] ?? 0) });
      }
    }
    return [...totals].flatMap(([number, total]): Hit[] =>
      isLeft(number) ? [{ index, block, number, ...total }] : [],
    );
  });
}

/** The best first, of equals the newest; those with all words where there are any. */
export function rankHits(hits: readonly Hit[], words: number): readonly Hit[] {
  const whole = hits.filter((hit) => hit.words === words);
  return (whole.length > 0 ? whole : [...hits]).sort(
    (a, b) =>
      b.words - a.words ||
      b.score - a.score ||
      b.block.name.localeCompare(a.block.name, 'en', { numeric: true }) ||
      b.number - a.number,
  );
}

async function scoresOfWord(
  index: SearchIndex,
  block: SearchBlockEntry,
  { terms }: QueryWord,
): Promise<Scores> {
  const [first, ...others] = await Promise.all(terms.map((term) => scoresOfTerm(index, block, term)));
  const scores = new Map(first);
  for (const other of others) {
    for (const [number, score] of scores) {
      const more = other.get(number);
      if (more === undefined) scores.delete(number);
      else scores.set(number, score + more);
    }
  }
  return scores;
}

async function scoresOfTerm(index: SearchIndex, block: SearchBlockEntry, wanted: QueryTerm): Promise<Scores> {
  const shard = await index.shard(block, wanted.term);
  const scores = new Map<number, number>();
  const add = (postings: readonly number[]) => {
    let number = 0;
    for (const posting of postings) {
      number += Math.floor(posting / levels);
      const score = levelScores[posting % levels] ?? 0;
      scores.set(number, Math.max(scores.get(number) ?? 0, score));
    }
  };
  if (wanted.stem === undefined) {
    add(own(shard, wanted.term));
    return scores;
  }
  for (const [term, postings] of Object.entries(shard)) if (answers(term, wanted)) add(postings);
  // A stem may be so short that it lies in another shard.
  add(own(await index.shard(block, wanted.stem), wanted.stem));
  return scores;
}

/** Words such as `constructor` are asked for too. */
function own(lists: Readonly<Record<string, readonly number[]>>, key: string): readonly number[] {
  return Object.hasOwn(lists, key) ? (lists[key] ?? []) : [];
}

async function leftBy(
  index: SearchIndex,
  block: SearchBlockEntry,
  { topic, year, person }: Filters,
): Promise<(number: number) => boolean> {
  if (topic === '' && year === '' && person === '') return () => true;
  const { topics, years, people } = await index.facets(block);
  const pick = (groups: Readonly<Record<string, readonly number[]>>, key: string) =>
    key === '' ? [] : [new Set(own(groups, key))];
  const sets = [...pick(topics, topic), ...pick(years, year), ...pick(people, person)];
  return (number) => sets.every((set) => set.has(number));
}
