/** How Google Docs shows a picture cut or turned: a frame that hides what is outside, in lengths of styles. Pure. */

import type { CheerioAPI } from 'cheerio';
import type { PixelEdit } from '../../photos/edit-picture.ts';
import type { Element } from './html-tree.ts';

/** Where a picture keeps its edit between two libraries. */
const editAttribute = 'data-picture-edit';
/** Less is a rounding. */
const smallestCut = 0.005;

/** Notes at each picture what its frame does. */
export function markDocsPictures($: CheerioAPI): void {
  for (const image of $('span[style*="overflow: hidden"] > img[style]').toArray()) {
    const frame = image.parent;
    if (frame === null || !('attribs' in frame)) continue;
    const edit = editOf(frame.attribs.style ?? '', image.attribs.style ?? '');
    if (edit !== undefined) image.attribs[editAttribute] = edit.join(' ');
  }
}

export function docsEdit(image: Element): PixelEdit | undefined {
  const [left, top, right, bottom, degrees] = (image.attribs[editAttribute] ?? '').split(' ').map(Number);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined)
    return undefined;
  return { left, top, right, bottom, degrees: degrees ?? 0, isMirrored: false, isUpsideDown: false };
}

/** Left, top, right, bottom and degrees; undefined when the whole picture is shown upright. */
function editOf(frame: string, image: string): readonly number[] | undefined {
  const width = lengthOf(image, 'width');
  const height = lengthOf(image, 'height');
  if (!(width > 0) || !(height > 0)) return undefined;
  const left = -lengthOf(image, 'margin-left') / width || 0;
  const top = -lengthOf(image, 'margin-top') / height || 0;
  const right = 1 - left - lengthOf(frame, 'width') / width;
  const bottom = 1 - top - lengthOf(frame, 'height') / height;
  const turns = [frame, image].map(
    (style) => /(?:^|[;\s])transform:\s*rotate\((-?[\d.]+)rad\)/u.exec(style)?.[1] ?? '0',
  );
  const degrees = Math.round((turns.reduce((sum, turn) => sum + Number(turn), 0) * 180) / Math.PI);
  const cuts = [left, top, right, bottom].map((part) => (part > smallestCut ? Number(part.toFixed(4)) : 0));
  return [...cuts, degrees].every((value) => value === 0)
    ? undefined
    : [...cuts, ((degrees % 360) + 360) % 360];
}

function lengthOf(style: string, name: string): number {
  return Number.parseFloat(new RegExp(`(?:^|[;\\s])${name}:\\s*(-?[\\d.]+)px`, 'u').exec(style)?.[1] ?? '0');
}
