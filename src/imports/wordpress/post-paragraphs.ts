/**
 * Paragraphs and line breaks of a post that was written without tags for them: WordPress adds them when it shows the post,
 * also beside paragraphs that have their tags, and inside quotes and divisions. Every line stays on its line. Pure.
 */

import { blockNames } from '../html/html-tree.ts';

/** What stands in them is left as it is written. */
const opaque = new Set(['pre', 'script', 'style', 'svg', 'textarea', 'select', 'figure', 'figcaption']);
/** They hold items and rows, never text. */
const holders = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup']);
/** Their text is one line, however the source breaks it. */
const singleLines = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'summary', 'dt']);
/** Their text has paragraphs only where it has empty lines. */
const items = new Set(['li', 'td', 'th', 'dd']);

/** No `<` inside: a tag that nothing ends would be looked for up to the end of the text, from each of its like. */
const tag = /<(\/?)([a-z][a-z\d]*)(?=[\s/>])[^<>]*>/giu;
const emptyLine = /(\n[ \t]*\n\s*)/u;
const lineEnd = /(?<=\S)(?<!<br ?\/?>)[ \t]*\n(?=\s*\S)/giu;
const picture = /<(?:img|iframe|video|audio|object|embed)\b/iu;

export function withParagraphs(html: string): string {
  const open: string[] = [];
  let written = '';
  let position = 0;
  for (const { 0: whole, 1: slash = '', 2: rawName = '', index } of html.matchAll(tag)) {
    const name = rawName.toLowerCase();
    if (!blockNames.has(name) && !opaque.has(name) && !holders.has(name) && !singleLines.has(name)) continue;
    written += withBreaks(html.slice(position, index), open.at(-1)) + whole;
    position = index + whole.length;
    if (slash === '') {
      if (name !== 'hr') open.push(name);
    } else if (open.includes(name)) open.length = open.lastIndexOf(name);
  }
  return written + withBreaks(html.slice(position), open.at(-1));
}

function withBreaks(text: string, inside: string | undefined): string {
  if (inside !== undefined && (opaque.has(inside) || holders.has(inside) || singleLines.has(inside)))
    return text;
  const parts = text.split(emptyLine);
  const isWhole = parts.filter((part, index) => index % 2 === 0 && isShown(part)).length < 2;
  if (inside === 'p')
    return isWhole
      ? broken(text)
      : parts.map((part, index) => (index % 2 === 0 ? broken(part) : `</p>${part}<p>`)).join('');
  if (inside !== undefined && items.has(inside) && isWhole) return broken(text);
  return parts
    .map((part, index) => (index % 2 === 0 && isShown(part) ? `<p>${broken(part)}</p>` : part))
    .join('');
}

function broken(text: string): string {
  return text.replace(lineEnd, '<br>\n');
}

function isShown(text: string): boolean {
  return picture.test(text) || text.replace(/<[^<>]*>/gu, '').trim() !== '';
}
