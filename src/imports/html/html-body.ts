/**
 * The body of an article from HTML, whatever it was saved by: facts at its head and foot are read, photos become
 * figures and galleries, the rest becomes Markdown. What cannot be taken over is reported with its line. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { type Facts, readFacts } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { type ImportIssue, IssueList } from '../import-issue.ts';
import type { ImportedBlock, PhotoSource } from '../imported-article.ts';
import { takeHtmlFacts } from './html-facts.ts';
import { htmlToMarkdown } from './html-markdown.ts';
import { type PhotosBlock, takePhotos } from './html-photos.ts';
import { type AnyNode, removeUnseen } from './html-tree.ts';
import { photoMark } from './photo-place.ts';
import { dropHeadline, prepareText, replaceEmbeds } from './prepare-html.ts';

export interface HtmlBodyOptions {
  readonly displayPath: string;
  readonly labels: LabelWords;
  readonly findPhoto: (address: string) => PhotoSource;
  /** The headline, which is not repeated in the text. */
  readonly title?: string;
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
  const { displayPath, labels, findPhoto, title, withoutFacts } = options;
  const issues = new IssueList(displayPath);
  removeUnseen($);
  replaceEmbeds($, root, issues);
  if (title !== undefined) dropHeadline($, root, title);
  const facts =
    withoutFacts === true ? readFacts([], labels, displayPath) : takeHtmlFacts($, root, labels, displayPath);
  prepareText($, root, issues);
  const photos = takePhotos(
    $,
    root,
    { findPhoto, captionOf: (element) => inlineMarkdown($, element) },
    issues,
  );
  const html = root
    .toArray()
    .map((node) => $.html(node))
    .join('\n');
  issues.addAll(facts.issues);
  return { blocks: blocksOf(htmlToMarkdown(html), photos), facts, issues: issues.entries };
}

/** Puts the photos where their marks are. */
function blocksOf(markdown: string, photos: readonly PhotosBlock[]): ImportedBlock[] {
  const blocks: ImportedBlock[] = [];
  let text: string[] = [];
  const endText = () => {
    if (text.length > 0) blocks.push({ kind: 'markdown', text: text.join('\n\n') });
    text = [];
  };
  for (const part of markdown.split(/\n{2,}/u)) {
    const number = photoMark.exec(part.trim())?.[1];
    const block = number === undefined ? undefined : photos[Number(number)];
    if (block === undefined) {
      if (part.trim() !== '') text.push(part);
    } else {
      endText();
      blocks.push(block);
    }
  }
  endText();
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
