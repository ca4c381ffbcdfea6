/** How tokens of the dialect become HTML where that differs from markdown-it's own way. */

import type { RenderRule } from 'markdown-it/lib/renderer.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { withoutComments } from '../text/comments.ts';
import { escapeHtml } from '../text/html.ts';
import { joinTightly } from '../text/line-ends.ts';
import { dialectState } from './dialect-state.ts';
import { encodeAddress } from './encode-address.ts';

/** Between two characters of a script without spaces, the end of a line is no space either. */
const softbreak: RenderRule = (tokens, index) => {
  const before = wordsNear(tokens, index, -1) ?? '';
  const after = wordsNear(tokens, index, 1) ?? '';
  return joinTightly(before, after) ? '' : '\n';
};

/** Tokens of emphasis and links have no content: the words are before or after them. */
function wordsNear(tokens: readonly Token[], index: number, step: 1 | -1): string | undefined {
  let place = index + step;
  while (tokens[place]?.content === '') place += step;
  return tokens[place]?.content;
}

/** `\0n\0` stands for the nth link target; no text can hold it, because the parser replaces NUL. */
const linkOpen: RenderRule = (tokens, index, _options, env) => {
  const token = tokens[index];
  if (token === undefined) return '';
  const target = dialectState(env).targets.get(token);
  const words = withoutComments(String(token.attrGet('title') ?? ''));
  const title = words === '' ? '' : ` title="${escapeHtml(words)}"`;
  if (target !== undefined) return `<a href="\0${target}\0"${title}>`;
  const href = escapeHtml(encodeAddress(String(token.attrGet('href') ?? '')));
  const rel = /^https?:/iu.test(href) ? ' rel="noopener"' : '';
  return `<a href="${href}"${title}${rel}>`;
};

/** The page's title is its only first heading: a first-level one in the text becomes a second-level one. */
const headingTag = (token: Token | undefined): string => (token?.tag === 'h1' ? 'h2' : (token?.tag ?? 'h2'));

/** Set where a block runs against its text (`block-direction.ts`). */
const directionOf = (token: Token | undefined): string => {
  const direction = token?.attrGet('dir') ?? undefined;
  return direction === undefined ? '' : ` dir="${direction}"`;
};

const headingOpen: RenderRule = (tokens, index, _options, env) => {
  const token = tokens[index];
  const id = token === undefined ? undefined : dialectState(env).headingIds.get(token);
  return `<${headingTag(token)}${id === undefined ? '' : ` id="${escapeHtml(id)}"`}${directionOf(token)}>`;
};

/** Alignment by class: the pages' security policy allows no style attributes. */
const cell: RenderRule = (tokens, index) => {
  const token = tokens[index];
  const alignment = /text-align:\s*(left|center|right)/u.exec(String(token?.attrGet('style') ?? ''))?.[1];
  const scope = token?.tag === 'th' ? ' scope="col"' : '';
  return `<${token?.tag ?? 'td'}${scope}${alignment === undefined ? '' : ` class="align-${alignment}"`}${directionOf(token)}>`;
};

const noteNumber = (token: Token | undefined): { readonly note: number; readonly call: string } => {
  const meta: { readonly id: number; readonly subId?: number } = token?.meta ?? { id: 0 };
  const note = meta.id + 1;
  return { note, call: (meta.subId ?? 0) > 0 ? `${note}-${meta.subId}` : `${note}` };
};

export const renderRules: Readonly<Record<string, RenderRule>> = {
  softbreak,
  link_open: linkOpen,
  heading_open: headingOpen,
  heading_close: (tokens, index) => `</${headingTag(tokens[index])}>\n`,
  th_open: cell,
  td_open: cell,
  // A block inside a list is refused with a diagnostic; its text stays.
  container_open: () => '',
  container_close: () => '',
  // A wide table scrolls in its own box, which the keyboard can reach.
  table_open: () => '<div class="table-scroll" tabindex="0"><table>\n',
  table_close: () => '</table></div>\n',
  // Photos inside a line are refused with a diagnostic; their description stands in for them.
  image: (tokens, index) => escapeHtml(tokens[index]?.content ?? ''),
  footnote_ref: (tokens, index) => {
    const { note, call } = noteNumber(tokens[index]);
    return `<sup class="footnote-ref"><a href="#footnote-${note}" id="footnote-ref-${call}" role="doc-noteref">${note}</a></sup>`;
  },
  footnote_block_open: () => '<ol>\n',
  footnote_block_close: () => '</ol>\n',
  footnote_open: (tokens, index) => `<li id="footnote-${noteNumber(tokens[index]).note}">`,
  footnote_close: () => '</li>\n',
  footnote_anchor: (tokens, index) =>
    ` <a href="#footnote-ref-${noteNumber(tokens[index]).call}" class="footnote-back" role="doc-backlink">↩\uFE0E</a>`,
};
