/**
 * Which stories belong together, found from their words and topics. An inverted index over the few words that tell a
 * story from others, so that the work grows with the number of stories and not with the number of their pairs.
 *
 * Weights are whole numbers on purpose: one edited story then changes the lists of those that share its words, and
 * hardly ever those of others, so that few pages are made anew.
 */

import { Comparison, push } from './compare-stories.ts';
import { firstTopic, isSameSeries, isSameStory, type Relatable } from './relatable.ts';
import { TermProfiles } from './telling-terms.ts';

/** One row on a wide screen. */
const relatedCount = 4;

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
    this.#closest = new Comparison(articles, profiles, relatedCount);
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
