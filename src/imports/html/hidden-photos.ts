/** Photos that pages show without an element for pictures: behind a text, or by a script that reads a link. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { isPictureAddress } from './html-photo.ts';
import { type AnyNode, type Element, findWithin, lineAttribute, lineOf, textOf } from './html-tree.ts';

const behind = /background(?:-image)?\s*:[^;]*url\(\s*(?:"([^"]+)"|'([^']+)'|([^)\s]+))\s*\)/iu;

/** Gives each its picture, where it stood. */
export function showHiddenPhotos($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const link of root.find('a[href]').toArray()) {
    const href = link.attribs.href ?? '';
    if (!isPictureAddress(href) || textOf($, link) !== '' || $(link).find('img, picture, svg').length > 0)
      continue;
    const [named] = $(link).find('[data-thumbnail], [alt], [aria-label]');
    $(link).empty();
    $(link).append(pictureOf($, href, altOf(named ?? link), link));
  }
  for (const element of findWithin(root, '[style*="url("]')) {
    const [, double, single, plain] = behind.exec(element.attribs.style ?? '') ?? [];
    const address = double ?? single ?? plain ?? '';
    if (!isPictureAddress(address) || $(element).find(`img[src="${address.replaceAll('"', '')}"]`).length > 0)
      continue;
    $(element).prepend(pictureOf($, address, altOf(element), element));
    element.attribs.style = '';
  }
}

function altOf({ attribs }: Element): string {
  return attribs.alt ?? attribs['aria-label'] ?? attribs['data-elementor-lightbox-title'] ?? '';
}

function pictureOf($: CheerioAPI, src: string, alt: string, from: Element): Cheerio<AnyNode> {
  const image = $('<img>').attr({ src, alt, [lineAttribute]: String(lineOf(from)) });
  return $('<figure></figure>')
    .attr(lineAttribute, String(lineOf(from)))
    .append(image);
}
