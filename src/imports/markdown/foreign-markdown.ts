/**
 * Markdown as other generators read it, with HTML and footnotes: told apart into blocks, and rendered where the dialect
 * needs it as HTML. Pure.
 */

import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import footnotes from 'markdown-it-footnote';
import { decodePath } from '../../text/decode-address.ts';
import { escapeXml } from '../../text/xml.ts';

const parser = createParser();

function createParser(): MarkdownIt {
  const md = new MarkdownIt('default', { html: true, linkify: false });
  md.use(footnotes);
  md.validateLink = () => true;
  // In Markdown the title of an image is its caption; in HTML it would be a tool tip.
  md.renderer.rules.image = (tokens, index) => {
    const image = tokens[index];
    const title = String(image?.attrGet('title') ?? '');
    const caption = title === '' ? '' : ` data-caption="${escapeXml(title)}"`;
    return `<img src="${escapeXml(decodePath(String(image?.attrGet('src') ?? '')))}" alt="${escapeXml(plainAlt(image))}"${caption}>`;
  };
  // Footnotes stay where they are: only blocks are rendered, never the list of notes.
  md.renderer.rules.footnote_ref = (tokens, index) =>
    `<sup data-footnote="${escapeXml(labelOf(tokens[index]))}">n</sup>`;
  return md;
}

/** The tokens of every block of the text, in its order; without the list of notes. */
export function parseBlocks(text: string): Token[][] {
  return topLevelGroups(parser.parse(text, {}));
}

export function renderBlock(block: readonly Token[]): string {
  return parser.renderer.render([...block], parser.options, {});
}

/** A block between tags that are still open: what is indented there is HTML, and code nowhere but in a fence. */
export function renderInside(block: readonly Token[]): string {
  const [first] = block;
  const isHtml = first?.type === 'code_block' && /^\s*<\/?[a-z]/iu.test(first.content);
  return isHtml ? first.content : renderBlock(block);
}

/** A whole text, such as that of an element with `markdown="1"`. */
export function renderText(text: string): string {
  return parser.render(text.replace(/^[ \t]+/gmu, ''));
}

export function renderInline(text: string): string {
  return parser.renderInline(text);
}

const plainLink = /^(?:https?:|mailto:|tel:|#)/iu;

/** HTML, a picture, or a link that is only good on the old site. */
export function isSpecial(group: readonly Token[]): boolean {
  return group.some(
    ({ type, children }) =>
      type === 'html_block' ||
      (children ?? []).some(
        (child) =>
          child.type === 'html_inline' ||
          child.type === 'image' ||
          (child.type === 'link_open' && !plainLink.test(String(child.attrGet('href') ?? ''))),
      ),
  );
}

function topLevelGroups(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'footnote_block_open') break;
    group.push(token);
    depth += token.nesting;
    if (depth === 0) {
      groups.push(group);
      group = [];
    }
  }
  return groups.filter(([first]) => first?.map != null);
}

function plainAlt(image: Token | undefined): string {
  return (image?.children ?? []).map(({ content }) => content).join('');
}

function labelOf(token: Token | undefined): string {
  const meta: unknown = token?.meta;
  if (typeof meta !== 'object' || meta === null) return '1';
  if ('label' in meta && typeof meta.label === 'string') return meta.label;
  return 'id' in meta ? String(Number(meta.id) + 1) : '1';
}
