/** How often the words of a text stand in it: what the search asks of a story's body, counted once and kept. */

import './stemmers.ts';
import { allTermsOfWord, countEachWord } from './terms.ts';

/** The different terms (see `terms.ts`) of a text, each list in the order of their first places. */
export interface TextTerms {
  readonly once: readonly string[];
  readonly repeated: readonly string[];
}

/** How often a word must stand in a text to be what it is about. */
const repeatedCount = 3;

/** How often each term stands in a text; in the order of their first places. */
export function countTerms(text: string, lang: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  // A word has the same terms wherever it stands, so they come in the same order as from the whole text.
  for (const [word, count] of countEachWord(text))
    for (const term of allTermsOfWord(word, lang)) counts.set(term, (counts.get(term) ?? 0) + count);
  return counts;
}

export function textTermsOf(counts: ReadonlyMap<string, number>): TextTerms {
  const once: string[] = [];
  const repeated: string[] = [];
  for (const [term, count] of counts) (count < repeatedCount ? once : repeated).push(term);
  return { once, repeated };
}

/** Those of several texts that are one: what is repeated in one of them is repeated. */
export function joinTerms(texts: readonly TextTerms[]): TextTerms {
  const repeated = new Set(texts.flatMap((text) => text.repeated));
  const once = new Set(texts.flatMap((text) => text.once));
  return { once: [...once].filter((term) => !repeated.has(term)), repeated: [...repeated] };
}

/** One line: letters and digits are all that terms have. */
export function printTextTerms({ once, repeated }: TextTerms): string {
  return `${once.join(' ')}\t${repeated.join(' ')}`;
}

/** @param line as `printTextTerms` made it */
export function parseTextTerms(line: string): TextTerms {
  const [once = '', repeated = ''] = line.split('\t');
  return { once: split(once), repeated: split(repeated) };
}

function split(terms: string): readonly string[] {
  return terms === '' ? [] : terms.split(' ');
}
