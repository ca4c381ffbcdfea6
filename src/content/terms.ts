/**
 * The words of a text as the search and the related stories compare them: cut to their stem where the language has a
 * stemmer, in small letters without accents, and pairs of characters where a script does not part words by spaces. The
 * browser's search runs the same code, so that a query meets what was indexed.
 */

import { stemmer as englishStemmer } from 'stemmer';

/** Of a word in small letters, with its accents. */
export type Stemmer = (word: string) => string;

/** By language. English is here for every search; a build adds all others, and a page of the search the one it needs. */
const stemmers = new Map<string, Stemmer>([['en', englishStemmer]]);

/** @param lang without a region */
export function addStemmer(lang: string, stemmer: Stemmer): void {
  stemmers.set(lang, stemmer);
}

/** A word of a text where it stands, as it is written there. */
export interface Word {
  readonly text: string;
  readonly from: number;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that do not part words by spaces. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const hasUnspaced = new RegExp(unspaced.source, 'u');
/** Accents of Latin, Greek and Cyrillic letters, vowel points of Arabic and Hebrew. */
const accents = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670]/gu;
const plain = /^[a-z0-9]+$/u;
/** Letters that keyboards of other languages have too, when their accents are gone. */
const latin = /^[\p{Script=Latin}\d]+$/u;

/** Longer runs of letters are no words: addresses, checksums. */
const maximumLength = 32;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => ({ text: match[0], from: match.index }));
}

/** Letters that Unicode does not part from their strokes, as keyboards without them write them. */
const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const stroked = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Small letters, no accents, one form of each character. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (plain.test(small)) return small;
  const bare = small.normalize('NFKD').replace(accents, '').normalize('NFKC');
  return bare.replace(stroked, (letter) => plainLetters[letter] ?? letter);
}

/**
 * The terms of one word: one, or for a run of characters without spaces each with the character after it, and the last
 * alone, so that every character begins a term.
 */
export function termsOfWord(text: string, lang: string): string[] {
  const folded = fold(text);
  if (plain.test(folded) || !hasUnspaced.test(folded)) return spacedTerm(text, folded, lang);
  const terms: string[] = [];
  let end = 0;
  for (const match of folded.matchAll(unspaced)) {
    const before = folded.slice(end, match.index);
    terms.push(...spacedTerm(before, before, lang), ...pairs(match[0]));
    end = match.index + match[0].length;
  }
  const after = folded.slice(end);
  return [...terms, ...spacedTerm(after, after, lang)];
}

/** All terms of a text in their order. */
export function termsOf(text: string, lang: string): string[] {
  const terms: string[] = [];
  for (const one of text.match(word) ?? []) for (const term of allTermsOfWord(one, lang)) terms.push(term);
  return terms;
}

/** How often each word stands in a text, as it is written there; in the order of their first places. */
export function countEachWord(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of text.match(word) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** The terms of one word, and what it is found by without its accents. @param text as `countEachWord` gives it */
export function allTermsOfWord(text: string, lang: string): readonly string[] {
  const known = knownIn(lang);
  const before = known.get(text);
  if (before !== undefined) return before;
  const own = [...termsOfWord(text, lang), ...unaccentedTerm(text, lang)];
  if (known.size === maximumKnown) known.clear();
  known.set(text, own);
  return own;
}

/** By language: a site has far fewer words than it uses. */
const knownTerms = new Map<string, Map<string, readonly string[]>>();
const maximumKnown = 200_000;

function knownIn(lang: string): Map<string, readonly string[]> {
  let known = knownTerms.get(lang);
  if (known === undefined) {
    known = new Map();
    knownTerms.set(lang, known);
  }
  return known;
}

function spacedTerm(text: string, folded: string, lang: string): string[] {
  // One Latin letter is what an apostrophe left over.
  if (folded === '' || folded.length > maximumLength || /^[a-z]$/u.test(folded)) return [];
  const base = baseOf(lang);
  const stem = stemmers.get(base);
  if (stem === undefined) return [folded];
  // Of Turkish `I` the small letter is `ı`.
  const small = text.toLocaleLowerCase(base);
  if (plain.test(small)) return [stem(small) || folded];
  return [fold(stem(small.normalize('NFC'))) || folded];
}

/** What a word is found by when its accents are not typed, where that has another stem: `investigacion`. */
function unaccentedTerm(text: string, lang: string): string[] {
  const folded = fold(text);
  // Most words have none: their terms are not asked for again.
  if (folded === text.toLocaleLowerCase(baseOf(lang)) || !latin.test(folded)) return [];
  const [term] = spacedTerm(text, folded, lang);
  const [unaccented] = spacedTerm(folded, folded, lang);
  return unaccented === undefined || unaccented === term ? [] : [unaccented];
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

function baseOf(lang: string): string {
  const dash = lang.indexOf('-');
  return dash < 0 ? lang : lang.slice(0, dash);
}
