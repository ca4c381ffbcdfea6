/** What a reader typed, as terms of the index. */

import { fold, termsOfWord, wordsOf } from '../../../src/content/terms.ts';
import { prefixLetters } from '../../../src/search/search-format.ts';

export interface QueryTerm {
  readonly term: string;
  /** Of a word that may go on: words that begin with it count too, and this is its own term if it does not. */
  readonly stem?: string;
}

export interface QueryWord {
  /** As it was typed. */
  readonly text: string;
  /** All of them must stand in an article. */
  readonly terms: readonly QueryTerm[];
}

/** More words than a reader types; a pasted page would fetch the whole index. */
const maximumWords = 12;

/** @param text the last word may still be being typed, as long as no space follows it */
export function readQuery(text: string, lang: string): QueryWord[] {
  const words = wordsOf(text).slice(0, maximumWords);
  return words.flatMap((word, index): QueryWord[] => {
    const isLast = index === words.length - 1 && word.from + word.text.length === text.length;
    const terms = queryTerms(word.text, lang, isLast);
    return terms.length === 0 ? [] : [{ text: word.text, terms }];
  });
}

function queryTerms(text: string, lang: string, isLast: boolean): QueryTerm[] {
  const terms = termsOfWord(text, lang);
  const [only, ...more] = terms;
  if (only === undefined) return [];
  if (more.length === 0 && !isOneCharacter(only)) {
    const whole = fold(text);
    const canBegin = isLast && [...whole].length >= prefixLetters;
    return [canBegin ? { term: whole, stem: only } : { term: only }];
  }
  return terms.flatMap((term, index): QueryTerm[] => {
    if (!isOneCharacter(term)) return [{ term }];
    // The last character of a run has been asked for by the pair before it.
    return terms[index - 1]?.endsWith(term) === true ? [] : [{ term, stem: term }];
  });
}

/** Of a script without spaces: one Latin letter is no term, one digit is a whole word. */
function isOneCharacter(term: string): boolean {
  return [...term].length === 1 && !/\p{N}/u.test(term);
}

/** Whether a term of the index answers a term of the query. */
export function answers(indexed: string, { term, stem }: QueryTerm): boolean {
  if (stem === undefined) return indexed === term;
  return indexed === stem || indexed.startsWith(term) || isStemOf(indexed, term);
}

/** A stem is shorter than the word that is being typed: `univers` stands for `universit`. */
function isStemOf(indexed: string, typed: string): boolean {
  return indexed.length >= 4 && typed.length - indexed.length <= 4 && typed.startsWith(indexed);
}
