/**
 * HTML of old pages as a tree whose elements know their line, and the few questions that readers ask of it. Nothing of
 * the page runs or is fetched. Pure.
 */

import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import { cleanText } from '../fold-text.ts';

/** The types of the tree that cheerio makes: several versions of the library behind it are installed. */
export type Element = ReturnType<ReturnType<CheerioAPI['root']>['find']>[number];
export type AnyNode = Element['children'][number] | NonNullable<Element['parent']>;

/** Deeper than any page that people made; libraries that recurse would exhaust the stack. */
const maximumDepth = 400;

/** Pages with that many tags left open are not the work of people either; the parser still takes a second for them. */
const maximumOpenTags = 3000;

/** Where an element keeps the line of the source on which it begins. */
export const lineAttribute = 'data-source-line';

const neverShown =
  'script, style, template, head, link, meta, title, base, dialog[hidden], .visually-hidden, .visuallyhidden, .element-invisible, .element-hidden, .screen-reader-text, .sr-only';

/** What begins a block of its own when it stands in the text. */
export const blockNames = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);

export class TooDeepError extends Error {}

/** @param firstLine the line of the source on which the HTML begins */
export function parseHtml(html: string, firstLine = 1): CheerioAPI {
  refuseOpenTags(html);
  const $ = load(html, { sourceCodeLocationInfo: true });
  refuseDepth($.root().get(0));
  for (const element of $.root().find('*').toArray()) {
    if (element.attribs[lineAttribute] !== undefined) continue;
    const line = element.sourceCodeLocation?.startLine;
    if (line !== undefined) element.attribs[lineAttribute] = String(line + firstLine - 1);
  }
  return $;
}

/** Removes what no reader of the page ever saw. */
export function removeUnseen($: CheerioAPI): void {
  $(neverShown).remove();
  for (const body of $('body')) removeComments(body);
}

/** By hand: the library would put all nodes into the order of the page first, which takes quadratic time. */
function removeComments(element: Element): void {
  const seen = element.children.filter(({ type }) => type !== 'comment');
  if (seen.length < element.children.length) setChildren(element, seen);
  for (const child of seen) if (isElement(child)) removeComments(child);
}

/** Gives an element other children at once: to take away or to append one of thousands goes through all of them. */
function setChildren(parent: Element, children: Element['children']): void {
  for (const [index, child] of children.entries()) {
    child.parent = parent;
    child.prev = children[index - 1] ?? null;
    child.next = children[index + 1] ?? null;
  }
  parent.children = children;
}

/** Tags that end themselves, or that the next of their kind ends. */
const selfEnding =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|colgroup|rt|rp)$/u;

/** The parser takes quadratic time for elements that are never closed: counted before it begins. */
function refuseOpenTags(html: string): void {
  let open = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/giu)) {
    if (selfEnding.test(name.toLowerCase())) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > maximumOpenTags)
      throw new TooDeepError(`More than ${maximumOpenTags} elements are nested or never closed.`);
  }
}

/** Takes an element away and leaves what is in it. Replacing with nothing would break the tree's links. */
export function unwrap($: CheerioAPI, element: Element): void {
  const contents = $(element).contents();
  if (contents.length === 0) $(element).remove();
  else $(element).replaceWith(contents);
}

function refuseDepth(root: AnyNode | undefined): void {
  const stack: { node: AnyNode; depth: number }[] = root === undefined ? [] : [{ node: root, depth: 0 }];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    if (entry.depth > maximumDepth)
      throw new TooDeepError(`Elements are nested more than ${maximumDepth} deep.`);
    if ('children' in entry.node)
      for (const node of entry.node.children) stack.push({ node, depth: entry.depth + 1 });
  }
}

/** The line of an element, or of the nearest one around it that has one. */
export function lineOf(node: AnyNode | undefined): number {
  for (let at: AnyNode | null | undefined = node; at != null; at = at.parent) {
    const line = 'attribs' in at ? Number(at.attribs[lineAttribute]) : Number.NaN;
    if (Number.isInteger(line)) return line;
  }
  return 1;
}

export function isElement(node: AnyNode | null | undefined): node is Element {
  return node != null && 'attribs' in node;
}

export function isBlock(node: AnyNode | null | undefined): boolean {
  return isElement(node) && blockNames.has(node.name);
}

/** The text that a reader sees, on one line. */
export function textOf($: CheerioAPI, selection: Cheerio<AnyNode> | AnyNode): string {
  return linesOf($, selection).join(' ');
}

/** The text that a reader sees, parted where the page breaks the line. */
export function linesOf($: CheerioAPI, selection: Cheerio<AnyNode> | AnyNode): string[] {
  let text = '';
  const walk = (node: AnyNode) => {
    if (node.type === 'text') text += node.data.replace(/\s+/gu, ' ');
    else if (isElement(node)) {
      if (node.name === 'br') text += '\n';
      else {
        if (blockNames.has(node.name)) text += '\n';
        for (const child of node.children) walk(child);
        if (blockNames.has(node.name)) text += '\n';
      }
    }
  };
  for (const node of $(selection)) walk(node);
  return text
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '');
}

/** All elements of the selector in a part of a page, itself too. The library's `addBack` puts them in order, in quadratic time. */
export function findWithin(root: Cheerio<AnyNode>, selector: string): readonly Element[] {
  return [...root.filter(selector).toArray().filter(isElement), ...root.find(selector).toArray()];
}

/** Elements that hold text and no other block: the paragraphs of a page, whatever they are called. */
export function leafBlocks(root: Cheerio<AnyNode>): Element[] {
  const outer = blockHolders(root);
  const leaves: Element[] = [];
  const walk = (element: Element) => {
    if (!outer.has(element)) leaves.push(element);
    else for (const child of element.children) if (isElement(child)) walk(child);
  };
  for (const node of root) if (isElement(node)) walk(node);
  return leaves;
}

/** All elements below the roots, and the roots, that have a block somewhere in them. */
function blockHolders(roots: Iterable<AnyNode>): ReadonlySet<AnyNode> {
  const holders = new Set<AnyNode>();
  const walk = (element: Element): boolean => {
    let holds = false;
    for (const child of element.children) {
      if (!isElement(child)) continue;
      // In any case, for what lies below.
      const holdsItself = walk(child);
      holds ||= holdsItself || isBlock(child);
    }
    if (holds) holders.add(element);
    return holds;
  };
  for (const node of roots) if (isElement(node)) walk(node);
  return holders;
}
