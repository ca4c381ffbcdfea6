/** The headline of a page: that of its article, else what its title says before the name of the site. Pure. */

import type { CheerioAPI } from 'cheerio';
import { isSameWords, wordsOf } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import type { Sourced } from '../imported-article.ts';
import { leafBlocks, lineOf, linesOf, textOf } from './html-tree.ts';

/** Between a headline and the name of the site in a page's title. */
const separator = /\s*(?:[|_»·]|\s[-–—]\s)\s*/u;

/** @param told what the page tells machines */
export function findHeadline(
  $: CheerioAPI,
  told: Sourced<string> | undefined,
  siteName: string,
  issues: IssueList,
): Sourced<string> | undefined {
  const ofElement = (selector: string): Sourced<string> | undefined => {
    const element = $(selector)
      .filter((_, candidate) => textOf($, candidate) !== '')
      .first();
    return element.length === 0 ? undefined : { value: textOf($, element), line: lineOf(element[0]) };
  };
  const head = ofElement('title');
  const found = told ?? head;
  const heading =
    ofElement('article h1, main h1') ?? ofElement('h1') ?? openingOf($, (told ?? head)?.value ?? '');
  // A page that has one headline says it in its title too, with the name of the site behind it.
  if (
    heading !== undefined &&
    (found === undefined || wordsOf(found.value).join(' ').includes(wordsOf(heading.value).join(' ')))
  )
    return heading;
  if (found === undefined) return undefined;
  const parts = found.value.split(separator).filter((part) => part !== '');
  const own = parts.filter((part) => !isSameWords(part, siteName));
  const value = parts.length > 1 && own[0] !== undefined ? own[0] : found.value;
  if (value !== found.value)
    issues.add(
      'look',
      found.line,
      `The headline is the first part of the page's title: "${value}".`,
      found.value,
    );
  return { value, line: found.line };
}

/**
 * Systems that know no h1 set the headline in another element: the page's title begins with its words, or ends with them
 * behind the name of the site. Pages of tables have it in the first line of any cell.
 */
function openingOf($: CheerioAPI, title: string): Sourced<string> | undefined {
  const whole = ` ${wordsOf(title).join(' ')} `;
  const parts = new Set(
    [title, ...title.split(separator), ...title.split(/[:：]\s/u)].map((part) => wordsOf(part).join(' ')),
  );
  const headings = $('h2, h3, h4, [class*="title" i]').toArray();
  const lines = [
    ...headings.map((element) => ({ element, text: textOf($, element), isHeading: true })),
    ...leafBlocks($('body')).map((element) => ({
      element,
      text: linesOf($, element)[0] ?? '',
      isHeading: false,
    })),
  ];
  const found = lines.flatMap(({ element, text, isHeading }) => {
    const words = wordsOf(text);
    const own = words.join(' ');
    const isMeant = parts.has(own) || (isHeading && whole.startsWith(` ${own} `));
    return words.length > 1 && isMeant ? [{ value: text, line: lineOf(element), length: own.length }] : [];
  });
  const [longest] = found.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? undefined : { value: longest.value, line: longest.line };
}
