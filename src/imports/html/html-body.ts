/**
 * The body of an article from HTML, whatever it was saved by: facts at its head and foot are read, photos become
 * figures and galleries, the rest becomes Markdown. What cannot be taken over is reported with its line. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { type DateHint, type Facts, readFacts } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { type ImportIssue, IssueList } from '../import-issue.ts';
import type { ImportedBlock, PhotoSource } from '../imported-article.ts';
import { dropDraftComments } from './draft-comments.ts';
import { showHiddenPhotos } from './hidden-photos.ts';
import { takeHtmlFacts } from './html-facts.ts';
import { htmlToMarkdown } from './html-markdown.ts';
import { type TakenPhotos, takePhotos } from './html-photos.ts';
import { type AnyNode, removeUnseen } from './html-tree.ts';
import { unfoldLayoutTables } from './layout-tables.ts';
import { dropHeadline, dropHidden, dropOuterRules, replaceEmbeds } from './prepare-html.ts';
import { prepareText, trimBreaks } from './prepare-text.ts';
import { reportUnreadable } from './read-back.ts';
import { dropTinyPictures } from './tiny-pictures.ts';

export interface HtmlBodyOptions {
  readonly displayPath: string;
  readonly labels: LabelWords;
  readonly findPhoto: (address: string) => PhotoSource;
  /** The headline, which is not repeated in the text. */
  readonly title?: string;
  readonly dates?: DateHint;
  /** How far the headings of the whole story move; else those of this text decide. */
  readonly headingShift?: number;
  /** A piece of a text, whose first and last lines tell no facts. */
  readonly withoutFacts?: boolean;
}

export interface HtmlBody {
  readonly blocks: readonly ImportedBlock[];
  readonly facts: Facts;
  readonly issues: readonly ImportIssue[];
}

/** Changes the tree: what was read is no longer in it. */
export function readHtmlBody($: CheerioAPI, root: Cheerio<AnyNode>, options: HtmlBodyOptions): HtmlBody {
  const { displayPath, labels, findPhoto, title, withoutFacts, headingShift } = options;
  const issues = new IssueList(displayPath);
  removeUnseen($);
  dropDraftComments($, root, issues);
  dropHidden($, root, issues);
  unfoldLayoutTables($, root);
  showHiddenPhotos($, root);
  dropTinyPictures($, root, issues);
  replaceEmbeds($, root, issues);
  if (title !== undefined) dropHeadline($, root, title);
  const facts =
    withoutFacts === true
      ? readFacts([], labels, displayPath)
      : takeHtmlFacts($, root, labels, displayPath, options.dates);
  if (withoutFacts !== true) dropOuterRules($, root);
  prepareText($, root, issues, headingShift);
  const photos = takePhotos(
    $,
    root,
    { findPhoto, captionOf: (element) => inlineMarkdown($, element) },
    issues,
  );
  trimBreaks($, root);
  const html = root
    .toArray()
    .map((node) => $.html(node))
    .join('\n');
  issues.addAll(facts.issues);
  const markdown = htmlToMarkdown(html);
  reportUnreadable($, root, markdown, issues);
  return { blocks: blocksOf(markdown, photos), facts, issues: issues.entries };
}

/** Puts the photos where their marks are, each with the links that it had below it. */
function blocksOf(markdown: string, photos: readonly TakenPhotos[]): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  for (const [index, part] of markdown.split(/(?:^|\n\n+)XPHOTOSX(\d+)X[ \t]*(?=\n\n|\n?$)/u).entries()) {
    if (index % 2 === 0) {
      const text = part.replace(/^\n+|\s+$/gu, '');
      if (text !== '') blocks.push({ kind: 'markdown', text });
      continue;
    }
    const taken = photos[Number(part)];
    if (taken === undefined) continue;
    blocks.push(taken.block);
    if (taken.links.length > 0) blocks.push({ kind: 'markdown', text: taken.links.join('\n\n') });
  }
  return blocks;
}

function inlineMarkdown($: CheerioAPI, element: Cheerio<AnyNode>): string {
  const html = element
    .toArray()
    .map((node) => $(node).html() ?? '')
    .join(' ');
  return (
    htmlToMarkdown(html)
      .replace(/\\?\s*\n\s*/gu, ' ')
      .trim()
      // A caption that is emphasised as a whole only looks like one.
      .replace(/^(\*{1,3})([^*]+)\1$/u, '$2')
  );
}
