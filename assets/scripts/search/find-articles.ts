/** Finds the articles that answer a query in one index, with how well each does. */

import { levels, type SearchBlockEntry } from '../../../src/search/search-format.ts';
import { answers, type Query, type QueryTerm, type QueryWord } from './query.ts';
import type { QueryDate } from './query-dates.ts';
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
  /** How many of the query's words and dates the article has. */
  readonly parts: number;
  readonly score: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Words of the query that stand in no article of this index. */
  readonly unknown: readonly QueryWord[];
}

/** How much a term counts by where it stands, from the text to the headline. */
const levelScores = [1, 2.5, 5, 12];
/** An article of the day that was asked for, against one that names the year in its text. */
const dateScore = 12;

type Scores = ReadonlyMap<number, number>;

/** Articles with at least one word or date; without any, all that the filters leave. */
export async function findArticles(index: SearchIndex, query: Query, filters: Filters): Promise<Found> {
  const root = await index.root();
  const { words, dates, joined } = query;
  const found = await Promise.all(
    root.blocks.map(async (block) => {
      const [ofWords, ofJoined, ofDates, isLeft] = await Promise.all([
        Promise.all(words.map((word) => scoresOfWord(index, block, word))),
        Promise.all(joined.map((word) => scoresOfWord(index, block, word))),
        Promise.all(dates.map((date) => scoresOfDate(index, block, date))),
        leftBy(index, block, filters),
      ]);
      for (const [place, { at }] of joined.entries()) {
        for (const scores of ofWords.slice(at, at + 2)) addScores(scores, ofJoined[place]);
      }
      // Of several dates any is right: an article has one.
      const [ofDate = new Map<number, number>(), ...ofOthers] = ofDates;
      for (const scores of ofOthers) addScores(ofDate, scores);
      return { block, scores: dates.length === 0 ? ofWords : [...ofWords, ofDate], isLeft };
    }),
  );
  const partCount = partsOf(query);
  const counts = Array.from({ length: partCount }, (_, part) =>
    found.reduce((sum, { scores }) => sum + (scores[part]?.size ?? 0), 0),
  );
  // A word that stands in few articles says more than one that stands in many.
  const rarities = counts.map((count) => Math.log2(1 + (root.articles - count + 0.5) / (count + 0.5)));
  const hits = found.flatMap(({ block, scores, isLeft }) => {
    const totals = new Map<number, { parts: number; score: number }>();
    if (partCount === 0) {
      for (let number = 0; number < block.count; number += 1) totals.set(number, { parts: 0, score: 0 });
    }
    for (const [part, byNumber] of scores.entries()) {
      const rarity = rarities[part] ?? 0;
      for (const [number, score] of byNumber) {
        const before = totals.get(number) ?? { parts: 0, score: 0 };
        totals.set(number, { parts: before.parts + 1, score: before.score + score * rarity });
      }
    }
    return [...totals].flatMap(([number, total]): Hit[] =>
      isLeft(number) ? [{ index, block, number, ...total }] : [],
    );
  });
  return { hits, unknown: words.filter((_, word) => counts[word] === 0) };
}

/** Words and dates that an article may have: dates count as one. */
export function partsOf({ words, dates }: Query): number {
  return words.length + Math.min(1, dates.length);
}

/** What an article has by either is what it has by the better. */
function addScores(scores: Map<number, number>, more: Scores = new Map()): void {
  for (const [number, score] of more) scores.set(number, Math.max(scores.get(number) ?? 0, score));
}

export interface RankedHits {
  /** With all words and dates, the best first, of equals the newest. */
  readonly whole: readonly Hit[];
  /** With some of them: more of them count more. */
  readonly partial: readonly Hit[];
}

/** @param parts see `partsOf` */
export function rankHits(hits: readonly Hit[], parts: number): RankedHits {
  const ranked = [...hits].sort(
    (a, b) =>
      b.parts - a.parts ||
      b.score - a.score ||
      b.block.name.localeCompare(a.block.name, 'en', { numeric: true }) ||
      b.number - a.number,
  );
  const count = ranked.findIndex((hit) => hit.parts < parts);
  const whole = count < 0 ? ranked.length : count;
  const partial = ranked.slice(whole).sort((a, b) => b.score * b.parts - a.score * a.parts);
  return { whole: ranked.slice(0, whole), partial };
}

async function scoresOfWord(
  index: SearchIndex,
  block: SearchBlockEntry,
  { terms }: Pick<QueryWord, 'terms'>,
): Promise<Map<number, number>> {
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
  const add = (postings: readonly number[], share: number) => {
    for (const { number, level } of readPostings(postings)) {
      const score = (levelScores[level] ?? 0) * share;
      scores.set(number, Math.max(scores.get(number) ?? 0, score));
    }
  };
  if (wanted.stem === undefined) {
    add(own(shard, wanted.term), 1);
    return scores;
  }
  for (const [term, postings] of Object.entries(shard)) {
    // What is typed may be a whole word already: it counts more than words that go on.
    if (answers(term, wanted)) add(postings, term === wanted.stem || term === wanted.term ? 1 : 0.6);
  }
  // A stem may be so short that it lies in another shard.
  add(own(await index.shard(block, wanted.stem), wanted.stem), 1);
  return scores;
}

/** Numbers of articles, and how much the term weighs in each. */
function* readPostings(postings: readonly number[]): Generator<{ number: number; level: number }> {
  let number = 0;
  for (const posting of postings) {
    number += Math.floor(posting / levels);
    yield { number, level: posting % levels };
  }
}

/** Articles of a day, a month or a year, and those whose text names the year alone. */
async function scoresOfDate(
  index: SearchIndex,
  block: SearchBlockEntry,
  { day }: QueryDate,
): Promise<Map<number, number>> {
  const { months } = await index.facets(block);
  const dated = Object.entries(months)
    .filter(([month]) => month.startsWith(day.slice(0, 7)))
    .flatMap(([, numbers]) => numbers);
  const scores = new Map<number, number>();
  if (day.length === 4) {
    const shard = await index.shard(block, day);
    for (const { number, level } of readPostings(own(shard, day)))
      scores.set(number, levelScores[level] ?? 0);
  }
  for (const number of dated) {
    if (day.length < 10 || (await index.article(block, number))?.day === day) scores.set(number, dateScore);
  }
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
  const { topics, months, people } = await index.facets(block);
  const pick = (groups: Readonly<Record<string, readonly number[]>>, key: string) =>
    key === '' ? [] : [new Set(own(groups, key))];
  const ofYear = Object.entries(months).flatMap(([month, numbers]) =>
    month.startsWith(year) ? numbers : [],
  );
  const sets = [...pick(topics, topic), ...(year === '' ? [] : [new Set(ofYear)]), ...pick(people, person)];
  return (number) => sets.every((set) => set.has(number));
}
