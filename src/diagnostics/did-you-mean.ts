/** Finds the word that somebody probably meant. */

import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to `word`, or undefined when none is near enough to be worth saying.
 * Case and the kind of separator do not count; one typing slip in three letters does at most.
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = distance(wanted, fold(candidate));
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return bestDistance <= allowed ? best : undefined;
}

function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-');
}
