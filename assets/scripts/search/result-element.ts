/** One result as the lists of the site show an article, with the words of the query marked. */

import type { SearchResult } from '../../../src/search/search-format.ts';
import { findSpans, markWords } from './highlight.ts';
import { searchAids } from './lazy-parts.ts';
import type { QueryWord } from './query.ts';

export interface ResultContext {
  readonly words: readonly QueryWord[];
  readonly lang: string;
  /** Of the page, for dates. */
  readonly locale: string;
}

export function resultElement(result: SearchResult, context: ResultContext): HTMLElement {
  const { href, title, summary, day, topic, photo } = result;
  const { words, lang, locale } = context;
  const link = element('a', '', { href });
  link.append(markWords(title, words, lang));
  const text = element('div', 'story-text');
  if (topic !== undefined) text.append(element('p', 'story-topic', {}, topic));
  const heading = element('h2', 'story-title');
  heading.append(link);
  const excerpt = element('p', 'story-summary');
  excerpt.append(markWords(summary, words, lang));
  const meta = element('p', 'story-meta');
  const date = new Date(`${day}T00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
  meta.append(element('time', '', { datetime: day }, date));
  text.append(heading, excerpt, meta);

  const story = element('article', 'story story-row');
  if (photo !== undefined) {
    const { src, widthPx, heightPx, mark } = photo;
    const frame = element('div', 'story-photo');
    const size = { width: String(widthPx), height: String(heightPx) };
    frame.append(element('img', '', { src, alt: '', loading: 'lazy', ...size }));
    if (mark !== undefined) frame.append(element('span', 'picture-mark', {}, mark));
    story.append(frame);
  }
  story.append(text);
  const item = element('li', '', { lang });
  item.append(story);
  // Without a passage the summary stays.
  if (!showsAll(`${title} ${summary}`, context)) showPassage(href, excerpt, context).catch(() => {});
  return item;
}

function showsAll(text: string, { words, lang }: ResultContext): boolean {
  return words.every((word) => findSpans(text, [word], lang).length > 0);
}

/** Where headline and summary lack a word, its place in the article is shown: the page itself says where. */
async function showPassage(
  href: string,
  excerpt: HTMLElement,
  { words, lang }: ResultContext,
): Promise<void> {
  const { passageOf } = await searchAids();
  const passage = await passageOf(href, words, (text, some) => findSpans(text, some, lang));
  if (passage !== undefined) excerpt.replaceChildren(markWords(passage, words, lang));
}

function element(
  name: string,
  className: string,
  attributes: Readonly<Record<string, string>> = {},
  text = '',
): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(text);
  return made;
}
