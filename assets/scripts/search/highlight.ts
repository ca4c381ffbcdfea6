/** The words of a query where they stand in a text. */

import { termsOfWord, wordsOf } from '../../../src/content/terms.ts';
import { answers, type QueryWord } from './query.ts';

/** From and to, in the text. */
export type Span = readonly [number, number];

export function findSpans(text: string, words: readonly QueryWord[], lang: string): Span[] {
  const spans: Span[] = [];
  for (const { text: word, from } of wordsOf(text)) {
    const terms = termsOfWord(word, lang);
    for (const query of words) {
      const at = word.toLowerCase().indexOf(query.text.toLowerCase());
      // Of a run without spaces only the part that was asked for is marked.
      if (at >= 0 && terms.length > 1) spans.push([from + at, from + at + query.text.length]);
      else if (terms.length === 1 && query.terms.some((wanted) => answers(terms[0] ?? '', wanted)))
        spans.push([from, from + word.length]);
    }
  }
  return spans;
}

/** A text with the words of the query marked. */
export function markWords(text: string, words: readonly QueryWord[], lang: string): DocumentFragment {
  const marked = document.createDocumentFragment();
  let end = 0;
  for (const [from, to] of findSpans(text, words, lang)) {
    if (from < end) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(from, to);
    marked.append(text.slice(end, from), mark);
    end = to;
  }
  marked.append(text.slice(end));
  return marked;
}
