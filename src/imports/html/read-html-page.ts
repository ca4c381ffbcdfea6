/**
 * A saved HTML page of an old site. The article is where the selectors of site.yaml say, or where a readability
 * library finds it; headline, date, topics and writers come from the selectors, else from what the page tells machines,
 * else from the lines around the text. Nothing of the page runs or is fetched. Pure; never throws.
 */

import type { ImportSelectors } from '../../content/site-config.ts';
import { defined } from '../../text/defined.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { type ImportIssue, IssueList } from '../import-issue.ts';
import {
  failedReading,
  type ImportedArticle,
  type ImportedCredit,
  type SourceReading,
} from '../imported-article.ts';
import type { SourceFiles } from '../source-files.ts';
import { readFactsAround, reportOtherPhotos, reportRest } from './around-article.ts';
import { isOpening } from './article-words.ts';
import { dropDraftComments } from './draft-comments.ts';
import { findArticle } from './find-article.ts';
import { readHtmlBody } from './html-body.ts';
import { parseHtml, removeUnseen, TooDeepError } from './html-tree.ts';
import { findByline } from './page-byline.ts';
import { turnFootnotes } from './page-footnotes.ts';
import { findHeadline } from './page-headline.ts';
import { type PageFacts, readPageMetadata } from './page-metadata.ts';
import { takeSelected, wrongSelector } from './page-selectors.ts';
import { withDocsStyles } from './styles-to-tags.ts';

export interface HtmlPageOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly displayPath: string;
  readonly labels: LabelWords;
  readonly sourceFiles: SourceFiles;
  readonly selectors?: ImportSelectors;
  /** The name of the site, which pages write behind their headlines. */
  readonly siteName: string;
}

export async function readHtmlPage(html: string, options: HtmlPageOptions): Promise<SourceReading> {
  const { displayPath, selectors } = options;
  const wrong = wrongSelector(selectors);
  if (wrong !== undefined)
    return failedReading(displayPath, `"${wrong}", under imports: html: in site.yaml, is not a selector.`);
  try {
    return await readPage(withDocsStyles(html), options);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return failedReading(displayPath, `The page is not one that people read: ${error.message}`);
  }
}

const nothingSelected: PageFacts = { topics: [], credits: [] };

async function readPage(html: string, options: HtmlPageOptions): Promise<SourceReading> {
  const { file, displayPath, labels, sourceFiles, selectors, siteName } = options;
  const issues = new IssueList(displayPath);
  const $ = parseHtml(html);
  const meta = readPageMetadata($, siteName);
  const chosen = selectors === undefined ? nothingSelected : takeSelected($, selectors, issues);
  const title = chosen.title ?? findHeadline($, meta.title, siteName, issues);
  // What the page shows at all, before the article is cut out of it.
  const page = parseHtml(html);
  removeUnseen(page);
  dropDraftComments(page, page('body'));
  turnFootnotes(page, page('body'));
  page('sup[data-footnote]').remove();
  for (const selector of selectors?.remove ?? []) $(selector).remove();
  const found = await findArticle($, html, selectors, issues);
  if (found === undefined)
    return failedReading(
      displayPath,
      'No article was found in this page. Name its element in site.yaml, under imports: html: article:.',
    );
  const dates = { ...defined({ day: meta.date?.value }), isDayFirst: isDayFirst(meta.lang?.value) };
  const body = readHtmlBody(found.$, found.root, {
    displayPath,
    labels,
    findPhoto: (address) => sourceFiles.find(address, file),
    dates,
    ...defined({ title: title?.value }),
  });
  const { facts } = body;
  const around = readFactsAround(page, title?.value, body.blocks, labels, displayPath, dates);
  const byline = findByline(page);
  const date = chosen.date ?? facts.date ?? around.date ?? meta.date;
  const updated = facts.updated ?? around.updated;
  const views = facts.viewsBefore ?? around.viewsBefore;
  const summary = chosen.summary ?? meta.summary;
  const article: ImportedArticle = {
    file: displayPath,
    part: '',
    line: title?.line ?? 1,
    ...defined({ title, date, updated }),
    topics: firstFull(chosen.topics, facts.topics, around.topics, meta.topics),
    credits: firstFull(
      chosen.credits,
      withWriter(joined(facts.credits, around.credits), byline.credits),
      meta.credits,
    ),
    ...(summary === undefined || isOpening(summary.value, body.blocks) ? {} : { summary }),
    ...defined({ lang: meta.lang, translation: meta.translation }),
    aliases: meta.aliases,
    hosts: meta.host === undefined ? [] : [meta.host],
    isDraft: false,
    ...defined({ viewsBefore: views }),
    blocks: body.blocks,
  };
  // Lines above the text may be read as its first ones too.
  const isSaid = ({ line, message }: ImportIssue) =>
    body.issues.some((one) => one.line === line && one.message === message);
  issues.addAll([...body.issues, ...around.issues.filter((issue) => !isSaid(issue))]);
  const readings = [...facts.readings, ...around.readings, ...byline.readings];
  reportRest(page, article, readings, issues);
  reportOtherPhotos(page, article, (address) => sourceFiles.find(address, file), issues);
  return { articles: [article], issues: issues.entries, readings };
}

/** Of the languages that say so, English without a country and that of the United States put the month first. */
function isDayFirst(lang: string | undefined): boolean {
  return lang !== undefined && !/^(?:en|en[-_]us|zh.*|ja.*|ko.*)$/iu.test(lang);
}

/** Names of the text and of the lines around it, each once: a page tells its writer above and its editor below. */
function joined(
  inside: readonly ImportedCredit[],
  around: readonly ImportedCredit[],
): readonly ImportedCredit[] {
  return [
    ...around.filter(({ role, name }) => !inside.some((one) => one.role === role && one.name === name)),
    ...inside,
  ];
}

/** The lines of the text come first; a byline beside it is for a story whose lines name no writer. */
function withWriter(
  credits: readonly ImportedCredit[],
  byline: readonly ImportedCredit[],
): readonly ImportedCredit[] {
  return credits.some(({ role }) => role === 'draft') ? credits : [...byline, ...credits];
}

function firstFull<T>(...lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find((list) => list.length > 0) ?? [];
}
