/** What the selectors of site.yaml choose in a page, taken out of its article. Pure. */

import type { CheerioAPI } from 'cheerio';
import type { ImportSelectors } from '../../content/site-config.ts';
import { defined } from '../../text/defined.ts';
import type { SourceLine } from '../facts/fact-lines.ts';
import { findDate } from '../facts/find-date.ts';
import type { IssueList } from '../import-issue.ts';
import { lineOf, parseHtml, textOf } from './html-tree.ts';
import type { PageFacts } from './page-metadata.ts';

/** The first selector of site.yaml that is none. */
export function wrongSelector(selectors: ImportSelectors | undefined): string | undefined {
  if (selectors === undefined) return undefined;
  const { article, title, date, summary, topics, credits, remove } = selectors;
  const all = [article, title, date, summary, topics, ...Object.values(credits), ...remove];
  const empty = parseHtml('');
  return all.find((selector) => {
    try {
      if (selector !== undefined) empty(selector).first();
      return false;
    } catch {
      return true;
    }
  });
}

export function takeSelected($: CheerioAPI, selectors: ImportSelectors, issues: IssueList): PageFacts {
  const take = (selector: string | undefined): SourceLine[] => {
    if (selector === undefined) return [];
    const elements = $(selector)
      .toArray()
      .filter((element) => textOf($, element) !== '');
    const lines = elements.map((element) => ({ line: lineOf(element), text: textOf($, element) }));
    for (const element of elements) if ($(element).closest(selectors.article).length > 0) $(element).remove();
    return lines;
  };
  const [title] = take(selectors.title);
  const [summary] = take(selectors.summary);
  const [dateLine] = take(selectors.date);
  const date = dateLine === undefined ? undefined : findDate(dateLine.text);
  if (dateLine !== undefined && date === undefined)
    issues.add('dropped', dateLine.line, 'No date can be read here.', dateLine.text);
  return {
    ...defined({
      title: title && { value: title.text, line: title.line },
      summary: summary && { value: summary.text, line: summary.line },
      date: date && dateLine && { value: date.day, line: dateLine.line },
    }),
    topics: take(selectors.topics).map(({ line, text }) => ({ value: text, line })),
    credits: Object.entries(selectors.credits).flatMap(([role, selector]) =>
      take(selector).flatMap(({ line, text }) => {
        const names = text.replace(/^[^:：]{1,30}[:：]\s*/u, '');
        return names
          .split(/\s*[,;&、，；]\s*|\s+and\s+/u)
          .filter((name) => name !== '')
          .map((name) => ({ role, name, line }));
      }),
    ),
  };
}
