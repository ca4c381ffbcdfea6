/** The words of an article that was read, for comparing them with what its page shows. Pure. */

import { wordsOf } from '../fold-text.ts';
import type { ImportedBlock } from '../imported-article.ts';
import { readBack } from './read-back.ts';

/** A summary that is only the beginning of the text is made anew from it, and needs no copy. */
export function isOpening(summary: string, blocks: readonly ImportedBlock[]): boolean {
  const text = blocks.flatMap((block) => (block.kind === 'markdown' ? [block.text] : [])).join(' ');
  const wanted = wordsOf(summary.replace(/(?:…|\.\.\.|\[…\])\s*$/u, ''));
  return wordsOf(withoutMarks(text)).slice(0, wanted.length).join(' ') === wanted.join(' ');
}

export function textsOf(block: ImportedBlock): string[] {
  if (block.kind === 'markdown') return [readBack(block.text)];
  return [
    block.title ?? '',
    ...block.photos.flatMap(({ caption, alt, credit }) => [`${caption ?? ''} ${credit ?? ''}`, alt]),
  ];
}

/** All words of some texts, in their order. */
export class KnownWords {
  readonly #words: string;
  /** Where the words last asked for stand: those of a page are asked for in its order. */
  #place = 0;

  constructor(texts: readonly (string | undefined)[]) {
    this.#words = ` ${texts.map((text) => wordsOf(withoutMarks(text ?? '')).join(' ')).join(' ')} `;
  }

  /** @param words parted by spaces, as `wordsOf` gives them */
  has(words: string): boolean {
    const ahead = this.#words.indexOf(` ${words} `, this.#place);
    const place = ahead === -1 ? this.#words.lastIndexOf(` ${words} `, this.#place) : ahead;
    if (place !== -1) this.#place = place;
    return place !== -1;
  }
}

/** Markdown's marks are no words. */
function withoutMarks(text: string): string {
  return text
    .replace(/\]\([^)]*\)/gu, ' ')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(/\*{1,3}|~~/gu, '');
}
