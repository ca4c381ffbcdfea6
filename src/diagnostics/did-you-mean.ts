/** Finds the word that was probably meant, and says so. */

import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to `word`, or undefined when none is near enough to be worth saying.
 * Case and the kind of separator do not count; one typing mistake in three letters does at most.
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word);
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    // Words differ by at least the difference of their lengths: most need no comparison.
    if (Math.abs(folded.length - wanted.length) >= bestDistance) continue;
    const steps = mistakes(wanted, folded);
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** As typists count: two letters that have changed places are one mistake, not two. */
function mistakes(a: string, b: string): number {
  const steps = distance(a, b);
  return steps === 2 && a.length === b.length && letters(a) === letters(b) ? 1 : steps;
}

function letters(word: string): string {
  return [...word].sort().join('');
}

/** ` Did you mean "research"?`, to follow a sentence; nothing where there is no guess. */
export function meantWords(guess: string | undefined): string {
  return guess === undefined ? '' : ` Did you mean "${guess}"?`;
}

function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-');
}
