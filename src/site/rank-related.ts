/**
 * Which stories belong together, found from their words and topics. An inverted index over the few words that tell a
 * story from others, so that the work grows with the number of stories and not with the number of their pairs.
 *
 * Weights are whole numbers on purpose: one edited story then changes the lists of those that share its words, and
 * hardly ever those of others, so that few pages are made anew.
 */

import '../content/stemmers.ts';
import { termsOf } from '../content/terms.ts';

export interface Relatable {
  readonly url: string;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** The first terms of its prose, parted by spaces. */
  readonly leadTerms: string;
  readonly topics: readonly { readonly slug: string }[];
  readonly series?: string;
}

/** One row on a wide screen. */
const relatedCount = 4;

/** Words that stand for a story. */
const keywordCount = 20;
/** A word in more than one of so many stories tells none from others... */
const commonShare = 8;
/** ...but in a small site few stories are not many. */
const commonCount = 6;
/** Of a word's stories, so many on both sides in time are compared: what bounds the work. */
const comparedPerTerm = 100;
/** Sharing the first topic counts as much as sharing one rare word. */
const topicScore = 8;
/** In a handful of stories no word is less rare than among so many. */
const leastSize = 64;
/** Less than this is chance. */
const leastScore = 16;

/** For each story, in their order, the places of those to read next. */
export type RelatedLists = readonly (readonly number[])[];

/** Finds what to read after one story, and remembers what it found. */
export class RelatedFinder {
  readonly #articles: readonly Relatable[];
  readonly #find: (index: number) => readonly number[];
  readonly #search: RelatedSearch | undefined;
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #found = new Map<string, readonly string[]>();

  /**
   * @param articles newest first
   * @param lists what `lists()` gave for the same articles: then they are not compared again
   * @param profiles of stories that were compared before
   */
  constructor(articles: readonly Relatable[], lists?: RelatedLists, profiles = new TermProfiles()) {
    this.#articles = articles;
    this.#indexOf = new Map(articles.map(({ url }, index) => [url, index]));
    const search = lists === undefined ? new RelatedSearch(articles, profiles) : undefined;
    this.#search = search;
    this.#find = (index) => search?.find(index) ?? lists?.[index] ?? [];
  }

  /** All that the lists of compared stories rest on: an edit of words that tell no story from others leaves it as it was. */
  basis(): readonly string[] {
    return this.#search?.basis() ?? [];
  }

  lists(): RelatedLists {
    return this.#articles.map((_, index) => this.#find(index));
  }

  /** Whether it would find the same for these. */
  isFor(articles: readonly Relatable[]): boolean {
    return (
      articles.length === this.#articles.length &&
      articles.every((article, index) => isSameStory(article, this.#articles[index]))
    );
  }

  /**
   * The urls of those to read next, the closest first. Parts of the same series are left out: they lead to each other
   * already. Where the words find too few, the nearest in time of the same topic follow.
   */
  find(url: string): readonly string[] {
    const known = this.#found.get(url);
    if (known !== undefined) return known;
    const index = this.#indexOf.get(url);
    const found =
      index === undefined ? [] : this.#find(index).flatMap((other) => this.#articles[other]?.url ?? []);
    this.#found.set(url, found);
    return found;
  }
}

class RelatedSearch {
  readonly #articles: readonly Relatable[];
  readonly #closest: Comparison;
  readonly #byTopic = new Map<string, number[]>();
  readonly #placeInTopic: readonly number[];

  constructor(articles: readonly Relatable[], profiles: TermProfiles) {
    this.#articles = articles;
    this.#closest = new Comparison(articles, profiles);
    this.#placeInTopic = articles.map(
      (article, index) => push(this.#byTopic, firstTopic(article), index) - 1,
    );
  }

  basis(): readonly string[] {
    const keywords = this.#closest.basis();
    return this.#articles.map(({ topics, series }, index) =>
      JSON.stringify([topics.map(({ slug }) => slug), series, keywords[index]]),
    );
  }

  find(index: number): readonly number[] {
    const article = this.#articles[index];
    if (article === undefined) return [];
    const chosen = new Set(this.#closest.of(index));
    const sameTopic = this.#byTopic.get(firstTopic(article)) ?? [];
    const place = this.#placeInTopic[index] ?? 0;
    for (let step = 1; chosen.size < relatedCount && step < sameTopic.length; step += 1) {
      for (const other of [sameTopic[place + step], sameTopic[place - step]]) {
        if (other === undefined || chosen.size === relatedCount) continue;
        if (!isSameSeries(article, this.#articles[other])) chosen.add(other);
      }
    }
    return [...chosen];
  }
}

function isSameStory(article: Relatable, other: Relatable | undefined): boolean {
  if (article === other) return true;
  return (
    other !== undefined &&
    article.url === other.url &&
    article.title === other.title &&
    article.summary === other.summary &&
    article.leadTerms === other.leadTerms &&
    article.series === other.series &&
    article.topics.length === other.topics.length &&
    article.topics.every(({ slug }, index) => slug === other.topics[index]?.slug)
  );
}

/** A term of a story, and how much it tells. */
interface Keyword {
  readonly term: number;
  readonly weight: number;
}

class Comparison {
  readonly #articles: readonly Relatable[];
  readonly #keywords: readonly (readonly Keyword[])[];
  /** By term the stories that it stands for, newest first, and its weight in each. */
  readonly #stories = new Map<number, number[]>();
  readonly #weights = new Map<number, number[]>();
  /** Room for the scores of all stories, all 0 between two uses. */
  readonly #scores: Int32Array;

  constructor(articles: readonly Relatable[], profiles: TermProfiles) {
    this.#articles = articles;
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
      if (best.length > 8 * relatedCount) keepBest(best, index);
    }
    return keepBest(best, index).map(({ other }) => other);
  }
}

function keepBest<T extends { readonly other: number; readonly score: number }>(
  best: T[],
  index: number,
): T[] {
  best.sort(
    (a, b) => b.score - a.score || Math.abs(a.other - index) - Math.abs(b.other - index) || a.other - b.other,
  );
  best.length = Math.min(best.length, relatedCount);
  return best;
}

/** Of each story the terms that tell it from others. */
function chooseTelling(
  articles: readonly Relatable[],
  profiles: TermProfiles,
): readonly (readonly Keyword[])[] {
  const counts: number[] = [];
  const known = articles.map((article) => {
    const profile = profiles.of(article);
    for (let at = 0; at < profile.length; at += 2) {
      const term = profile[at] ?? 0;
      counts[term] = (counts[term] ?? 0) + 1;
    }
    return profile;
  });
  const common = Math.max(commonCount, articles.length / commonShare);
  // To the next power of two: how rare a word is then rests on how often it stands, not on every new story.
  const size = Math.round(Math.log2(Math.max(leastSize, articles.length)));
  const rarities = counts.map((count) =>
    count < 2 || count > common ? 0 : Math.max(1, size - Math.round(Math.log2(count))),
  );
  return known.map((profile) => {
    const keywords: Keyword[] = [];
    for (let at = 0; at < profile.length; at += 2) {
      const term = profile[at] ?? 0;
      const rarity = rarities[term] ?? 0;
      if (rarity > 0) keywords.push({ term, weight: rarity * (profile[at + 1] ?? 0) });
    }
    // Of equals what stands first in the story.
    return keywords.sort((a, b) => b.weight - a.weight).slice(0, keywordCount);
  });
}

/** The terms of stories and how much each counts in them: of a story that is still the same not read again. */
export class TermProfiles {
  readonly #numbers = new Map<string, number>();
  readonly #profiles = new WeakMap<Relatable, Int32Array>();
  /** Room for the weights of one story, by term, all 0 between two uses. */
  readonly #weights: number[] = [];

  /** A term's number and how much it counts, by turns, in the order in which terms first stand in the story. */
  of(article: Relatable): Int32Array {
    const known = this.#profiles.get(article);
    if (known !== undefined) return known;
    const weights = this.#weights;
    const met: number[] = [];
    for (const [terms, weight] of partsOf(article)) {
      for (const name of terms) {
        const term = this.#numberOf(name);
        const before = weights[term] ?? 0;
        if (before === 0) met.push(term);
        weights[term] = before + weight;
      }
    }
    const profile = new Int32Array(2 * met.length);
    for (const [place, term] of met.entries()) {
      profile[2 * place] = term;
      profile[2 * place + 1] = Math.round(Math.log2(1 + (weights[term] ?? 0)));
      weights[term] = 0;
    }
    this.#profiles.set(article, profile);
    return profile;
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const term = this.#numbers.size;
    this.#numbers.set(name, term);
    return term;
  }
}

/** What of a story is read, and how much each word of it counts. */
function partsOf(article: Relatable): readonly (readonly [readonly string[], number])[] {
  const { title, summary, leadTerms, lang } = article;
  return [
    [termsOf(title, lang), 3],
    [termsOf(summary, lang), 2],
    [leadTerms === '' ? [] : leadTerms.split(' '), 1],
  ];
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

function firstTopic(article: Relatable): string {
  return article.topics[0]?.slug ?? '';
}

function isSameTopic(article: Relatable | undefined, other: Relatable | undefined): boolean {
  const wanted = article === undefined ? '' : firstTopic(article);
  return other?.topics.some(({ slug }) => slug === wanted) === true;
}

function isSameSeries(article: Relatable | undefined, other: Relatable | undefined): boolean {
  return article?.series !== undefined && article.series === other?.series;
}

/** The length of the list that the value was added to. */
function push<Key>(lists: Map<Key, number[]>, key: Key, value: number): number {
  const list = lists.get(key);
  if (list !== undefined) return list.push(value);
  lists.set(key, [value]);
  return 1;
}
