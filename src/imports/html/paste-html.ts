/**
 * Makes our Markdown of what is pasted from Word, Excel, Google Docs or a web page, and says what was left out. Pure.
 */

import { IssueList } from '../import-issue.ts';
import { dropDraftComments } from './draft-comments.ts';
import { htmlToMarkdown } from './html-markdown.ts';
import { parseHtml, removeUnseen, TooDeepError, textOf, unwrap } from './html-tree.ts';
import { prepareText } from './prepare-text.ts';
import { turnStylesToTags } from './styles-to-tags.ts';

export interface Pasted {
  readonly markdown: string;
  /** One sentence for each thing that could not be taken. */
  readonly left: string[];
}

export function pasteHtml(html: string): Pasted {
  try {
    return convert(html);
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return { markdown: '', left: ['What was copied is nested too deep to be read. Paste it as plain text.'] };
  }
}

type Page = ReturnType<typeof parseHtml>;

function convert(html: string): Pasted {
  const $ = parseHtml(html);
  // Word says by comments which bullets it has drawn as text.
  const left: string[] = [];
  turnWordLists($);
  removeUnseen($);
  const body = $('body');
  turnStylesToTags($);
  for (const image of body.find('img, svg, picture, video, audio, iframe, object').toArray()) {
    const alt = $(image).attr('alt')?.trim() ?? '';
    left.push(
      `A picture${alt === '' ? '' : ` (“${alt}”)`} was not taken: save it as a file and drop it here.`,
    );
    $(image).remove();
  }
  for (const empty of body.find('p, h1, h2, h3, h4, h5, h6, li').toArray())
    if (textOf($, empty) === '' && $(empty).find('table').length === 0) $(empty).remove();
  const issues = new IssueList('');
  dropDraftComments($, body, issues);
  prepareText($, body, issues);
  leaveInnerLinks($, body, issues);
  for (const { message, text } of issues.entries)
    left.push(text === undefined ? message : `${message} “${text}”`);
  return { markdown: withAddresses(htmlToMarkdown(body.html() ?? '').trim()), left };
}

/** Places of the page that was copied from are no places of the story: a note that was not copied, a heading. */
function leaveInnerLinks($: Page, body: ReturnType<Page>, issues: IssueList): void {
  for (const link of body.find('a[href^="#"]').toArray()) {
    issues.add(
      'look',
      1,
      'A link leads to a place that was not copied with it; its words stay.',
      textOf($, link),
    );
    unwrap($, link);
  }
}

/** Word writes list entries as paragraphs that name their list and level in a style. */
function turnWordLists($: Page): void {
  for (const paragraph of $('p[style*="mso-list"], p[class^="MsoListParagraph"]').toArray()) {
    const style = $(paragraph).attr('style') ?? '';
    if (!/mso-list:\s*l\d/u.test(style)) continue;
    const mark = $(paragraph).find('span[style*="mso-list:Ignore"], span[style*="mso-list: Ignore"]').first();
    const isOrdered = /^\s*[\da-z]{1,3}[.)]/iu.test(mark.text());
    const level = Number(/level(\d)/u.exec(style)?.[1] ?? '1');
    mark.remove();
    const tag = isOrdered ? 'ol' : 'ul';
    let list = $(paragraph).prev(`${tag}[data-word]`);
    if (list.length === 0) {
      $(paragraph).before(`<${tag} data-word></${tag}>`);
      list = $(paragraph).prev(`${tag}[data-word]`);
    }
    let target = list;
    for (let depth = 1; depth < level; depth += 1) {
      const last = target.children('li').last();
      if (last.length === 0) break;
      if (last.children('ul, ol').length === 0) last.append(`<${tag}></${tag}>`);
      target = last.children('ul, ol').last();
    }
    target.append($('<li></li>').append($(paragraph).contents()));
    $(paragraph).remove();
  }
}

/** Imports resolve links at their end, when all pages are known; here each keeps its own address. */
function withAddresses(markdown: string): string {
  return markdown.replace(/\(import:\d+:([^)\s]*)\)/gu, (_, encoded: string) => {
    const address = decodeURIComponent(encoded).replaceAll('|', '%7C');
    return /[\s()]/u.test(address) ? `(<${address}>)` : `(${address})`;
  });
}
