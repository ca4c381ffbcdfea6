/**
 * The words of a text as the search and the related stories compare them: small letters without accents, English ones
 * cut to their stem, and pairs of characters where a script does not part words by spaces. The browser's search runs
 * the same code, so that a query meets what was indexed.
 */

import { stemmer } from 'stemmer';

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
  if (plain.test(folded) || !hasUnspaced.test(folded)) return spacedTerm(folded, lang);
  const terms: string[] = [];
  let end = 0;
  for (const match of folded.matchAll(unspaced)) {
    terms.push(...spacedTerm(folded.slice(end, match.index), lang), ...pairs(match[0]));
    end = match.index + match[0].length;
  }
  return [...terms, ...spacedTerm(folded.slice(end), lang)];
}

/** All terms of a text in their order. */
export function termsOf(text: string, lang: string): string[] {
  const known = isEnglish(lang) ? knownEnglish : knownOthers;
  const terms: string[] = [];
  for (const one of text.match(word) ?? []) {
    let own = known.get(one);
    if (own === undefined) {
      own = termsOfWord(one, lang);
      if (known.size === maximumKnown) known.clear();
      known.set(one, own);
    }
    for (const term of own) terms.push(term);
  }
  return terms;
}

/** A site has far fewer words than it uses. */
const knownEnglish = new Map<string, readonly string[]>();
const knownOthers = new Map<string, readonly string[]>();
const maximumKnown = 200_000;

function spacedTerm(folded: string, lang: string): string[] {
  // One Latin letter is what an apostrophe left over.
  if (folded === '' || folded.length > maximumLength || /^[a-z]$/u.test(folded)) return [];
  return [isEnglish(lang) ? stemmer(folded) : folded];
}

function pairs(run: string): string[] {
  const characters = [...run];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

function isEnglish(lang: string): boolean {
  return lang === 'en' || lang.startsWith('en-');
}
