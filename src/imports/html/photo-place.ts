/**
 * Where the figure of a picture stands: a mark takes the place of what was only there for the picture, outside of the
 * paragraph, list or table that it was in. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isBlock, isElement, lineAttribute, textOf } from './html-tree.ts';

/** Stands where a block of photos goes, by its number; letters and digits that no page has. */
const anyMark = /XPHOTOSX\d+X/u;

const figureParents = /^(?:div|section|article|main|center|body|header|footer|aside|td|details)$/u;
/** A figure that stands in one of these moves out of it. */
const figureless = /^(?:p|li|ul|ol|table|blockquote|figure|figcaption|dl|a|strong|em|b|i|span|font|h[1-6])$/u;

export function markOf(number: number, line: number): string {
  return `<p ${lineAttribute}="${line}">XPHOTOSX${number}X</p>`;
}

export function hasPhotoMark(text: string): boolean {
  return anyMark.test(text);
}

/** The outermost element that is only there for this picture, or that cannot hold a figure. */
export function hostOf($: CheerioAPI, image: Element, root: Cheerio<AnyNode>): Element {
  let host: Element = image;
  for (let at = image.parent; isElement(at) && !root.is(at); at = at.parent) {
    const isPlace = figureParents.test(at.name);
    const onlyThis =
      textOf($, at) === textOf($, host) &&
      $(at).find('img').length === Math.max(1, $(host).find('img').length);
    if (
      isPlace &&
      !onlyThis &&
      at.children.some((child) => isBlock(child) || child === host) &&
      hasBlocks($, at)
    )
      break;
    host = at;
  }
  return host;
}

/** Puts the mark where the host was. Out of a list, a table or a quotation that has words it moves, and says so. */
export function placeMark($: CheerioAPI, host: Element, mark: string): boolean {
  let target = host;
  for (let at = host.parent; isElement(at); at = at.parent) {
    if (figureless.test(at.name)) target = at;
  }
  if (target === host) {
    $(host).replaceWith(mark);
    return false;
  }
  $(host).remove();
  if (textOf($, target) === '' && $(target).find('img').length === 0) {
    lastMoved($, target).after(mark);
    $(target).remove();
    return false;
  }
  lastMoved($, target).after(mark);
  return !/^(?:p|a|strong|em|b|i|span|font)$/u.test(target.name);
}

/** The last of those that have moved out before: photos keep their order. */
function lastMoved($: CheerioAPI, target: Element): Cheerio<AnyNode> {
  let last = target;
  for (
    let next = $(last).next()[0];
    isElement(next) && hasPhotoMark(textOf($, next));
    next = $(last).next()[0]
  )
    last = next;
  return $(last);
}

function hasBlocks($: CheerioAPI, element: Element): boolean {
  return $(element)
    .children()
    .toArray()
    .some((child) => isBlock(child));
}
