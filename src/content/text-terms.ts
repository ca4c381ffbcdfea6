/** How often the words of a text stand in it: what the search asks of a story's body, counted once and kept. */

import { termsOf } from './terms.ts';

/** The different terms (see `terms.ts`) of a text, each list in the order of their first places. */
export interface TextTerms {
  readonly seldom: readonly string[];
  readonly often: readonly string[];
}

/** How often a word must stand in a text to be what it is about. */
const oftenCount = 3;

/** How often each term stands in a text; in the order of their first places. */
export function countTerms(text: string, lang: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text, lang)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

export function textTermsOf(counts: ReadonlyMap<string, number>): TextTerms {
  const seldom: string[] = [];
  const often: string[] = [];
  for (const [term, count] of counts) (count < oftenCount ? seldom : often).push(term);
  return { seldom, often };
}

/** One line: letters and digits are all that terms have. */
export function printTextTerms({ seldom, often }: TextTerms): string {
  return `${seldom.join(' ')}\t${often.join(' ')}`;
}

/** @param line as `printTextTerms` made it */
export function parseTextTerms(line: string): TextTerms {
  const [seldom = '', often = ''] = line.split('\t');
  return { seldom: split(seldom), often: split(often) };
}

function split(terms: string): readonly string[] {
  return terms === '' ? [] : terms.split(' ');
}
