/** Reads Markdown that was written back, as the site will, and reports words that did not survive. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { dialect } from '../../markdown/dialect.ts';
import { DialectState } from '../../markdown/dialect-state.ts';
import { cleanText, fold } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import { type AnyNode, leafBlocks, lineOf, textOf } from './html-tree.ts';

/** A call of a footnote, or the beginning of one: its number is made anew. */
const noteCall = /(?<!\\)\[\^[^\]\s\\]+\]:?/gu;

/** @param root the tree that the Markdown was made of */
export function reportUnreadable(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  markdown: string,
  issues: IssueList,
): void {
  const read = bare(readBack(markdown));
  const words = root.clone();
  words.find('[data-footnote]').filter('sup').remove();
  if (read === bare(textOf($, words))) return;
  for (const leaf of leafBlocks(root)) {
    const text = textOf($, $(leaf).clone().find('sup[data-footnote]').remove().end());
    if (text !== '' && !read.includes(bare(text)))
      issues.add(
        'look',
        lineOf(leaf),
        'Signs of this text read differently as Markdown. Compare the two.',
        text,
      );
  }
}

/** The words and signs that a reader sees. */
export function readBack(markdown: string): string {
  let text = '';
  for (const token of dialect.parse(markdown.replace(noteCall, ''), new DialectState())) {
    if (token.type === 'fence' || token.type === 'code_block') text += `${token.content} `;
    for (const child of token.children ?? [])
      text +=
        child.type === 'softbreak' || child.type === 'hardbreak'
          ? ' '
          : child.type === 'image'
            ? ''
            : child.content;
    if (token.type === 'inline') text += ' ';
  }
  return text;
}

/** Spaces and the signs that stand for quotation marks and line breaks are no part of the comparison. */
function bare(text: string): string {
  return fold(cleanText(text))
    .replace(noteCall, '')
    .replace(/[\s“”"\\—]/gu, '');
}
