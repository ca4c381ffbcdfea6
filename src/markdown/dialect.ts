/**
 * The Markdown dialect: CommonMark 0.31 with tables, strikethrough and footnotes, raw HTML off, and rules of our own
 * for `:::` blocks, photo attributes and places. One instance serves all texts; what belongs to one text is in its
 * `DialectState`.
 */

import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnotes from 'markdown-it-footnote';
import { directBlocks } from './block-direction.ts';
import { boundText } from './bounds.ts';
import { containerRule } from './container-rule.ts';
import { noticeHiddenText } from './hidden-text.ts';
import { hideComments } from './html-comments.ts';
import { recordOpaque, recordPlaces } from './inline-places.ts';
import { photoAttributesRule } from './photo-attributes.ts';
import { renderRules } from './render-rules.ts';
import { noticeRawHtml, noticeUnknownFootnote } from './text-notices.ts';

export const dialect = createDialect();

function createDialect(): MarkdownIt {
  const md = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
  md.use(cjkFriendly).use(footnotes);
  // Addresses are judged in link-target.ts, as they are typed, where a refusal can be explained.
  md.validateLink = () => true;
  md.normalizeLink = (address) => address;
  // Decoding must not bring back the mark that stands for addresses in rendered HTML (`html-pieces.ts`).
  const displayAddress = md.normalizeLinkText.bind(md);
  md.normalizeLinkText = (address) => displayAddress(address).replaceAll('\0', '\uFFFD');
  md.block.ruler.before('fence', 'container', containerRule, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  hideComments(md);
  photoAttributesRule(md);
  recordPlaces(md, ['link', 'image', 'autolink']);
  recordOpaque(md);
  boundText(md);
  noticeHiddenText(md);
  directBlocks(md);
  md.inline.ruler.after('autolink', 'raw_html', noticeRawHtml);
  md.inline.ruler.after('footnote_ref', 'unknown_footnote', noticeUnknownFootnote);
  Object.assign(md.renderer.rules, renderRules);
  return md;
}
