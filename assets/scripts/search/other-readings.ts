/** A query as it may be meant, when words of it stand in no article: other characters, other words, other letters. */

import type { QueryWord } from './query.ts';
import { type AskedIndex, nearestWord, type WordTools } from './spelling.ts';

/** What was asked, and which words of it this index has nowhere. */
export interface UnknownWords {
  readonly index: AskedIndex;
  readonly text: string;
  readonly words: readonly QueryWord[];
}

export interface Reading {
  readonly text: string;
  /** What was typed and what was put in its place; none where only the writing changed. */
  readonly words: readonly (readonly [typed: string, meant: string])[];
}

/** More than this a reader does not mistype, and each costs files. */
const maximumReplaced = 3;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export async function* otherReadings(
  { index, text, words }: UnknownWords,
  tools: WordTools,
): AsyncGenerator<Reading> {
  const isChinese = index.lang.startsWith('zh') && /\p{Script=Han}/u.test(text);
  const plain = isChinese ? await index.simplify(text) : text;
  if (plain !== text) yield { text: plain, words: [] };
  const parted = unspaced.test(plain) ? partRuns(plain, index.lang) : plain;
  if (parted !== plain) yield { text: parted, words: [] };
  const replaced: [string, string][] = [];
  let meant = plain;
  for (const word of words.filter((one) => !unspaced.test(one.text)).slice(0, maximumReplaced)) {
    const near = await nearestWord(index, word, tools);
    if (near === undefined) continue;
    replaced.push([word.text, near]);
    meant = meant.replace(word.text, () => near);
  }
  if (replaced.length > 0) yield { text: meant, words: replaced };
}

/** Words with spaces between them, where the browser knows the words of the language. */
function partRuns(text: string, lang: string): string {
  if (!('Segmenter' in Intl)) return text;
  const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text);
  return [...segments].map(({ segment }) => segment).join(' ');
}
