/** The summary of an article that gives none, and the counting of its words. */

const maximumLength = 260;

/** The first sentence or sentences of a text, cut at a sentence's end where one comes soon enough. */
export function firstSentences(text: string, locale: string): string {
  const paragraph = text.split('\n\n').find((part) => part.trim().length > 0) ?? '';
  let summary = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(paragraph)) {
    if (summary !== '' && (summary + segment).trimEnd().length > maximumLength) break;
    summary += segment;
    if (summary.length > 120 && !/\b(?:Mr|Mrs|Ms|Dr|Prof|St)\.\s*$/u.test(summary)) break;
  }
  const trimmed = summary.replace(/\s+/gu, ' ').trim();
  if (trimmed.length <= maximumLength) return trimmed;
  const cut = trimmed.slice(0, maximumLength);
  const end = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('，'), cut.lastIndexOf('、'));
  return `${cut.slice(0, end > 120 ? end : maximumLength).replace(/[\s,;:，、]+$/u, '')}…`;
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Words; in scripts without spaces, characters. */
export function countWords(text: string): { readonly words: number; readonly characters: number } {
  const characters = text.match(cjk)?.length ?? 0;
  const words = text.replace(cjk, ' ').match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return { words, characters };
}

/** At 230 words or 400 characters a minute; at least one. */
export function readingMinutes(text: string): number {
  const { words, characters } = countWords(text);
  return Math.max(1, Math.round(words / 230 + characters / 400));
}
