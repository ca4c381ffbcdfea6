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

export function wordsIn(texts: readonly (string | undefined)[]): string {
  return ` ${texts.map((text) => wordsOf(withoutMarks(text ?? '')).join(' ')).join(' ')} `;
}

/** Markdown's marks are no words. */
function withoutMarks(text: string): string {
  return text
    .replace(/\]\([^)]*\)/gu, ' ')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(/\*{1,3}|~~/gu, '');
}
