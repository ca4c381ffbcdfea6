/** What is known of an article without its text: the summary that it gives itself, and how long it is to read. */

export interface Excerpt {
  /** The first sentence or sentences. */
  readonly opening: string;
  /** Words, or characters where the language does not part words by spaces. */
  readonly wordCount: number;
  readonly readingMinutes: number;
  /** The first different terms (see `terms.ts`), parted by spaces: what related stories are found by. */
  readonly leadTerms: string;
}

/**
 * @param text the prose without markup
 * @param locale decides where a sentence ends
 * @param terms of the text, in the order of their first places
 */
export function excerptOf(text: string, locale: string, terms: Iterable<string>): Excerpt {
  const { words, characters } = countWords(text);
  return {
    opening: firstSentences(text, locale),
    wordCount: words + characters,
    readingMinutes: readingMinutes(words, characters),
    leadTerms: leadTerms(terms),
  };
}

/** A news story says in its beginning what it is about. */
const maximumLeadTerms = 120;

function leadTerms(terms: Iterable<string>): string {
  return [...terms].slice(0, maximumLeadTerms).join(' ');
}

const maximumLength = 260;

/** The first sentence or sentences of a text, cut at a sentence's end where one comes soon enough. */
function firstSentences(text: string, locale: string): string {
  const paragraph = text.split('\n\n').find((part) => part.trim().length > 0) ?? '';
  let summary = '';
  for (const { segment } of segmenterFor(locale).segment(paragraph)) {
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

const segmenters = new Map<string, Intl.Segmenter>();

/** One a locale: making one takes longer than cutting a paragraph. */
function segmenterFor(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, segmenter);
  return segmenter;
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** All of these stand from here on in Unicode; most texts have nothing there. */
const beyondLatin = /[\u2e80-\u{10ffff}]/u;
const spacedWord = /[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu;

/** Words; in scripts without spaces, characters. */
function countWords(text: string): { readonly words: number; readonly characters: number } {
  if (!beyondLatin.test(text)) return { words: text.match(spacedWord)?.length ?? 0, characters: 0 };
  const characters = text.match(cjk)?.length ?? 0;
  return { words: text.replace(cjk, ' ').match(spacedWord)?.length ?? 0, characters };
}

/** At 230 words or 400 characters a minute; at least one. */
function readingMinutes(words: number, characters: number): number {
  return Math.max(1, Math.round(words / 230 + characters / 400));
}
