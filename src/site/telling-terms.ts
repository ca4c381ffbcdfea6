/** The few words that tell a story from others, and how much each of them tells. */

import '../content/stemmers.ts';
import { termsOf } from '../content/terms.ts';
import type { Relatable } from './relatable.ts';

/** Words that stand for a story. */
const keywordCount = 20;
/** A word in more than one of so many stories tells none from others... */
const commonShare = 8;
/** ...but in a small site few stories are not many. */
const commonCount = 6;
/** In a handful of stories no word is less rare than among so many. */
const leastSize = 64;

/** A term of a story, and how much it tells. */
export interface Keyword {
  readonly term: number;
  readonly weight: number;
}

/** Of each story the terms that tell it from others. */
export function chooseTelling(
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
