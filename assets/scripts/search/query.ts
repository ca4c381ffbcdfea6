/** What a reader typed, as terms of the index. Pure. */

import { fold, termsOfWord, type Word, wordsOf } from '../../../src/content/terms.ts';
import { prefixLetters, type SkippedWords } from '../../../src/search/search-format.ts';
import type { QueryDate } from './query-dates.ts';

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

export interface Query {
  readonly words: readonly QueryWord[];
  readonly dates: readonly QueryDate[];
  /** Words that must stand beside each other, folded: what stood in quotation marks or was joined by hyphens. */
  readonly phrases: readonly string[];
  /** Neighbouring words that others write as one, each with the place of the first: `foot bridge`. */
  readonly joined: readonly { readonly at: number; readonly terms: readonly QueryTerm[] }[];
  /** All of it, folded: an article of this headline is what is meant. */
  readonly whole: string;
}

export const noQuery: Query = { words: [], dates: [], phrases: [], joined: [], whole: '' };

/** More words than a reader types; a pasted page would fetch the whole index. */
const maximumWords = 12;

const quoted = /"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|《([^》]+)》/gu;
const hyphenated = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

export interface QueryReading {
  readonly lang: string;
  readonly skipped: SkippedWords;
  /** As they were found in the text. */
  readonly dates: readonly QueryDate[];
}

/** @param text the last word may still be being typed, as long as no space follows it */
export function readQuery(text: string, { lang, skipped, dates }: QueryReading): Query {
  const [skippedWords, skippedRuns] = skipped;
  const skips = new Set(skippedWords.split(' '));
  const rest = withoutRuns(blankOut(text, dates), skippedRuns);
  const all = wordsOf(rest).slice(0, maximumWords);
  const asking = all.filter((word) => !skips.has(fold(word.text)));
  // A query of such words alone means them: "The Who".
  const kept = asking.length > 0 || dates.length > 0 ? asking : all;
  const words = kept.flatMap((word): (QueryWord & Word)[] => {
    const isLast = word.from + word.text.length === text.length;
    const terms = queryTerms(word.text, lang, isLast);
    return terms.length === 0 ? [] : [{ ...word, terms }];
  });
  const phrases = [...rest.matchAll(quoted)].map((match) =>
    match.slice(1).find((part) => part !== undefined),
  );
  const joined = [...rest.matchAll(hyphenated)].map(([match]) => match);
  return {
    words,
    dates,
    joined: words.flatMap((word, at) => {
      const next = words[at + 1];
      if (next === undefined || !areOneWord(word, next)) return [];
      const terms = queryTerms(word.text + next.text, lang, false);
      return terms.length === 1 ? [{ at, terms }] : [];
    }),
    phrases: [...phrases, ...joined].map((phrase) => foldedWords(phrase ?? '')).filter(isPhrase),
    whole: foldedWords(text),
  };
}

/** Only a space between them, and the first long enough that both begin in the shard of the first. */
function areOneWord(first: Word, second: Word): boolean {
  const [one, other] = [fold(first.text), fold(second.text)];
  return (
    first.from + first.text.length + 1 === second.from &&
    one.length >= prefixLetters &&
    other.length >= prefixLetters &&
    /^\p{L}+$/u.test(one + other)
  );
}

/** The text without question words inside runs of characters, each as many spaces: what is left is what was asked for. */
function withoutRuns(text: string, runs: string): string {
  if (runs === '') return text;
  const longestFirst = runs.split(' ').sort((a, b) => b.length - a.length);
  const blanked = text.replace(new RegExp(`在(?=哪)|${longestFirst.join('|')}|[的了]$`, 'gu'), (found) =>
    ' '.repeat(found.length),
  );
  return blanked.trim() === '' ? text : blanked;
}

/** Words without what stands between them, so that phrases compare. */
export function foldedWords(text: string): string {
  return ` ${wordsOf(text)
    .map((word) => fold(word.text))
    .join(' ')} `;
}

/** One word is no phrase, but a run of characters is. */
function isPhrase(folded: string): boolean {
  return folded.trim().includes(' ') || /[^\p{ASCII}]{3}/u.test(folded);
}

function blankOut(text: string, dates: readonly QueryDate[]): string {
  let blanked = text;
  for (const { from, to } of dates) {
    blanked = blanked.slice(0, from) + ' '.repeat(to - from) + blanked.slice(to);
  }
  return blanked;
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
