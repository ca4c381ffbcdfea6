/** What an article's page says, for phrases and for the words that its headline lacks. */

import { fetchPage } from '../fetch-page.ts';
import type { Span } from './highlight.ts';
import type { QueryWord } from './query.ts';

/** As the search finds words: handed in, because it has them loaded. */
type FindSpans = (text: string, words: readonly QueryWord[]) => readonly Span[];

const passageLetters = 220;
/** What stands before the first word of the query: little, because a phone shows the beginning alone. */
const leadLetters = 36;

/** The whole text of a page; empty where it cannot be had. */
export async function textOfPage(href: string): Promise<string> {
  const page = await fetchPage(href).catch(() => undefined);
  return page?.querySelector('main')?.textContent ?? '';
}

/** A caption and its credit are two texts; the photo that opens a story stands outside its body. */
const textual = 'main :is(.body :is(p, li, h2, h3), .caption-text, .caption-credit, .quote-source)';

/** Where an article says the words; undefined where it does not. */
export async function passageOf(
  href: string,
  words: readonly QueryWord[],
  findSpans: FindSpans,
): Promise<string | undefined> {
  const page = await fetchPage(href).catch(() => undefined);
  if (page === undefined) return undefined;
  const paragraphs = [...page.querySelectorAll(textual)].map(({ textContent }) =>
    textContent.replace(/\s+/gu, ' ').trim(),
  );
  return findPassage(paragraphs, words, findSpans);
}

/** The passage of some paragraphs in which most words of the query stand; undefined where none does. */
function findPassage(
  paragraphs: readonly string[],
  words: readonly QueryWord[],
  findSpans: FindSpans,
): string | undefined {
  let best: { readonly text: string; readonly from: number; readonly count: number } | undefined;
  for (const text of paragraphs) {
    const from = findSpans(text, words)[0]?.[0];
    if (from === undefined) continue;
    const count = words.filter((word) => findSpans(text, [word]).length > 0).length;
    if (count > (best?.count ?? 0)) best = { text, from, count };
  }
  if (best === undefined) return undefined;
  const { text } = best;
  if (text.length <= passageLetters) return text;
  const wanted = Math.max(0, Math.min(best.from - leadLetters, text.length - passageLetters));
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1 || wanted;
  const cut = text.slice(start, start + passageLetters);
  return `${start > 0 ? '…' : ''}${cut}${start + passageLetters < text.length ? '…' : ''}`;
}
