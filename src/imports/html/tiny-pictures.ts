/** Pictures that tell nothing: spacers and rules of old layouts, counters, bullets, smileys. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { IssueList } from '../import-issue.ts';
import { addressesOf } from './html-photo.ts';
import { type AnyNode, type Element, lineOf } from './html-tree.ts';

/** What a bullet or an icon measures at most. */
const iconPx = 16;
/** What a rule or a counter measures at most, in one direction. */
const rulePx = 3;
const decorationName =
  /(?:^|\/)(?:spacer|space|blank|clear|empty|pixel|shim|trans(?:parent)?|1x1|dot|(?:dot|clear)[_-]?(?:clear|dot|gif)|bullet\w*|arrow\w*)\.gif$|\bemoji\b|smilies/iu;

/** Smileys become their signs; the rest goes, and is reported where it had a name. */
export function dropTinyPictures($: CheerioAPI, root: Cheerio<AnyNode>, issues: IssueList): void {
  for (const image of root.find('img').toArray()) {
    const address = addressesOf($, image)[0] ?? '';
    if (!isDecoration(image, address)) continue;
    const alt = image.attribs.alt ?? '';
    if (`${address}${alt}` !== '')
      issues.add(
        'dropped',
        lineOf(image),
        'A picture without content: a spacer, a bullet, a counter or a smiley.',
        `${address} ${alt}`.trim(),
      );
    if (/^\p{Extended_Pictographic}+$/u.test(alt)) $(image).replaceWith(alt);
    else $(image).remove();
  }
}

export function isDecorationSize(widthPx: number, heightPx: number): boolean {
  return (widthPx <= iconPx && heightPx <= iconPx) || widthPx <= rulePx || heightPx <= rulePx;
}

/** Whether the page itself says that a picture is one: by its size, its name, or by naming no file. */
export function isDecoration(image: Element, address: string): boolean {
  if (address === '' || decorationName.test(address)) return true;
  const { attribs } = image;
  // Lazy pictures measure a pixel until they are loaded.
  if (Object.keys(attribs).some((name) => /^data-.*(?:src|original|file)/u.test(name))) return false;
  const width = Number.parseInt(attribs.width ?? '', 10);
  const height = Number.parseInt(attribs.height ?? '', 10);
  const isGiven = (attribs.width ?? '').endsWith('%') || (attribs.height ?? '').endsWith('%');
  if (isGiven) return false;
  return width > 0 && height > 0 && isDecorationSize(width, height);
}
