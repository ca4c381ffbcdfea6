/** What a Word file does to a picture that it shows: the sides that are cut off, turns, mirrors. Pure. */

import type { CheerioAPI } from 'cheerio';
import type { PixelEdit as PictureEdit } from '../../photos/edit-picture.ts';
import type { Element } from '../html/html-tree.ts';

/** Stands before the description of a picture on its way through the library; no description has it. */
const mark = /^XWORDEDITX([^X]*)X/u;

/** @param picture `pic:pic`, or a shape of the older form; undefined when it is shown as it is */
export function pictureEdit($: CheerioAPI, picture: Element): PictureEdit | undefined {
  const edit = picture.name === 'pic:pic' ? ofDrawing($, picture) : ofShape($, picture);
  const { left, top, right, bottom, degrees, isMirrored, isUpsideDown } = edit;
  const isPlain =
    [left, top, right, bottom, degrees].every((value) => value === 0) && !isMirrored && !isUpsideDown;
  return isPlain ? undefined : edit;
}

export function withEdit(description: string, edit: PictureEdit | undefined): string {
  if (edit === undefined) return description;
  const { left, top, right, bottom, degrees, isMirrored, isUpsideDown } = edit;
  return `XWORDEDITX${[left, top, right, bottom, degrees, Number(isMirrored), Number(isUpsideDown)].join(',')}X${description}`;
}

/** The description without the mark, and what the mark says. */
export function takeEdit(description: string): { readonly text: string; readonly edit?: PictureEdit } {
  const found = mark.exec(description);
  if (found === null) return { text: description };
  const [left = 0, top = 0, right = 0, bottom = 0, degrees = 0, mirrored, upsideDown] = (found[1] ?? '')
    .split(',')
    .map(Number);
  const edit = {
    left,
    top,
    right,
    bottom,
    degrees,
    isMirrored: mirrored === 1,
    isUpsideDown: upsideDown === 1,
  };
  return { text: description.slice(found[0].length), edit };
}

function ofDrawing($: CheerioAPI, picture: Element): PictureEdit {
  const cut = $(picture).find('a\\:srcRect').get(0)?.attribs ?? {};
  // In hundred-thousandths; less than nothing is a margin around the picture.
  const part = (name: string) => Math.max(0, Number.parseFloat(cut[name] ?? '0') / 100_000 || 0);
  const own = $(picture).find('a\\:xfrm').first();
  const groups = $(picture).parents().children('wpg\\:grpSpPr').find('a\\:xfrm').toArray();
  const turns = [own.get(0), ...groups].flatMap((form) => (form === undefined ? [] : [form.attribs]));
  const degrees = turns.reduce((sum, { rot = '0' }) => sum + Number(rot) / 60_000, 0);
  const count = (name: 'flipH' | 'flipV') =>
    turns.filter((form) => /^(?:1|true)$/u.test(form[name] ?? '')).length;
  return {
    left: part('l'),
    top: part('t'),
    right: part('r'),
    bottom: part('b'),
    degrees: ((degrees % 360) + 360) % 360,
    isMirrored: count('flipH') % 2 === 1,
    isUpsideDown: count('flipV') % 2 === 1,
  };
}

function ofShape($: CheerioAPI, shape: Element): PictureEdit {
  const data = $(shape).find('v\\:imagedata').get(0)?.attribs ?? {};
  // "32768f" is a number of 65,536ths.
  const part = (name: string) => {
    const text = data[name] ?? '0';
    const value = Number.parseFloat(text) || 0;
    return Math.max(0, text.endsWith('f') ? value / 65_536 : text.endsWith('%') ? value / 100 : value);
  };
  const style = shape.attribs.style ?? '';
  const turn = /(?:^|;)\s*rotation:\s*(-?[\d.]+)(fd)?/u.exec(style);
  const degrees = turn === null ? 0 : Number(turn[1]) / (turn[2] === undefined ? 1 : 65_536);
  const flip = /(?:^|;)\s*flip:\s*([xy ]+)/u.exec(style)?.[1] ?? '';
  return {
    left: part('cropleft'),
    top: part('croptop'),
    right: part('cropright'),
    bottom: part('cropbottom'),
    degrees: ((degrees % 360) + 360) % 360,
    isMirrored: flip.includes('x'),
    isUpsideDown: flip.includes('y'),
  };
}
