/** The byline of a page: elements that are marked as one, above or beside the story. Pure. */

import type { CheerioAPI } from 'cheerio';
import { looksLikeNames } from '../../text/name-words.ts';
import { findDate } from '../facts/find-date.ts';
import { splitNames } from '../facts/split-facts.ts';
import { cleanText } from '../fold-text.ts';
import type { ImportedCredit, Reading } from '../imported-article.ts';
import { type Element, isElement, lineOf, textOf } from './html-tree.ts';

export interface Byline {
  readonly credits: readonly ImportedCredit[];
  readonly readings: readonly Reading[];
}

/** Best first: what is marked for machines says a name and nothing else. */
const marks = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class*="byline" i]',
  '[class*="author-name" i], [class*="author_name" i], [class*="writer" i], .author, .entry-author, .post-author, .article-author, .fn',
];
/** Parts of a page that name other people: those who comment, and those of other stories. */
const elsewhere =
  'nav, footer, aside, [class*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="recommend" i], [class*="teaser" i], [class*="bio" i]';
const opening =
  /^(?:(?:text|story|words|written|posted|published|reported|article)?\s*(?:by|von|par|por)\b|author|writer|reporter|作者|记者|撰稿|文)\s*[:：/|]?\s*/iu;
const longestByline = 120;

export function findByline($: CheerioAPI): Byline {
  for (const selector of marks) {
    const found = $(selector)
      .toArray()
      .filter(
        (element): element is Element => isElement(element) && $(element).closest(elsewhere).length === 0,
      )
      .map((element) => ({ element, names: namesOf($, element) }))
      .filter(({ names }) => names.length > 0);
    if (found.length === 0) continue;
    const credits: ImportedCredit[] = [];
    for (const { element, names } of found)
      for (const name of names)
        if (!credits.some((known) => known.name === name))
          credits.push({ role: 'draft', name, line: lineOf(element) });
    const readings = found.flatMap(({ element }): Reading[] => {
      const own = { line: lineOf(element), text: textOf($, element), key: 'credits.draft' };
      const { parent } = element;
      const around =
        !isElement(parent) || textOf($, parent).length > longestByline
          ? []
          : [{ ...own, text: textOf($, parent) }];
      return [own, ...around];
    });
    return { credits, readings };
  }
  return { credits: [], readings: [] };
}

function namesOf($: CheerioAPI, element: Element): string[] {
  const text = element.name === 'meta' ? cleanText(element.attribs.content ?? '') : textOf($, element);
  if (text === '' || text.length > longestByline) return [];
  const date = findDate(text);
  const words = (date === undefined ? text : text.slice(0, date.start))
    .replace(opening, '')
    .replace(
      /\s*(?:[|•·–—]|\b(?:on|published|posted|updated)\b|\d{1,2}:\d{2}|,?\s*(?:staff|senior)?\s*(?:writer|reporter|editor|correspondent)s?\b).*$/isu,
      '',
    )
    .replace(/[\s,;:|–—-]+$/u, '');
  if (
    !looksLikeNames(words) ||
    /^(?:admin(?:istrator)?|editor|webmaster|staff|news|author|guest)$/iu.test(words)
  )
    return [];
  return splitNames(words, 'draft');
}
