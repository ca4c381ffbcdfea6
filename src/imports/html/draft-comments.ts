/** Comments that colleagues left beside a draft are no part of the story: they are taken out and reported. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { IssueList } from '../import-issue.ts';
import { type AnyNode, type Element, isElement, lineOf, textOf } from './html-tree.ts';

/** As Word and LibreOffice write them into web pages. */
const comments = '[style*="mso-element:comment"], .MsoCommentText, div[id^="_com_"], .sdcomment';
/** Google Docs links comments to their place in the text and back. */
const backLinks = 'a[href^="#cmnt_ref"]';
const calls =
  'a[href^="#cmnt"]:not([href^="#cmnt_ref"]), a[href^="#_msocom"], .MsoCommentReference, a.sdcommentanc';

export function dropDraftComments($: CheerioAPI, root: Cheerio<AnyNode>, issues?: IssueList): void {
  const ofDocs = root
    .find(backLinks)
    .toArray()
    .map((link) => blockOf($, link));
  for (const comment of [...ofDocs, ...root.find(comments).toArray()]) {
    if (comment === undefined || root.find(comment).length === 0) continue;
    issues?.add('dropped', lineOf(comment), 'A comment on the draft was left out.', textOf($, comment));
    $(comment).remove();
  }
  for (const call of root.find(calls).toArray()) {
    const [raised] = $(call).closest('sup');
    $(raised !== undefined && textOf($, raised) === textOf($, call) ? raised : call).remove();
  }
}

/** The division of a comment, where it has one for itself. */
function blockOf($: CheerioAPI, link: Element): Element | undefined {
  const [paragraph] = $(link).closest('p, li');
  const [division] = $(link).closest('div');
  const block =
    division !== undefined && $(division).find(`${calls}, h1, h2, h3`).length === 0 ? division : paragraph;
  return isElement(block) ? block : undefined;
}
