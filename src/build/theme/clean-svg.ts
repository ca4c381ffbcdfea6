/**
 * Cleans an SVG that came with the content: only elements and attributes that draw stay. No script, no handler, no style
 * sheet, no text of another language, nothing that loads or leads anywhere. What is not known is left out.
 */

// Without the parser of HTML pages and what fetches them, which take a while to load.
import { load } from 'cheerio/slim';

const elements = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan clippath mask pattern ' +
    'lineargradient radialgradient stop filter fegaussianblur feoffset feblend fecolormatrix fecomposite feflood femerge ' +
    'femergenode'
  ).split(' '),
);

const attributes = new Set(
  (
    'xmlns viewbox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform id class fill fill-opacity fill-rule ' +
    'stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset ' +
    'stroke-opacity opacity clip-path clip-rule mask filter offset stop-color stop-opacity gradientunits ' +
    'gradienttransform spreadmethod patternunits patterntransform patterncontentunits clippathunits maskunits ' +
    'maskcontentunits preserveaspectratio font-family font-size font-weight font-style text-anchor letter-spacing ' +
    'dominant-baseline dx dy color display visibility vector-effect paint-order stddeviation in in2 result mode type ' +
    'values operator k1 k2 k3 k4 flood-color flood-opacity filterunits href xlink:href style role aria-label ' +
    'color-interpolation-filters mix-blend-mode isolation xmlns:xlink'
  ).split(' '),
);

/** Drawn by hand or by a program, a logo has thousands of characters; what is larger holds a photograph. */
const maximumSvgBytes = 500_000;

export type CleanedSvg =
  | { readonly ok: true; readonly svg: string; readonly widthPx: number; readonly heightPx: number }
  | { readonly ok: false; readonly reason: string };

export function cleanSvg(text: string): CleanedSvg {
  if (text.length > maximumSvgBytes)
    return { ok: false, reason: `it has more than ${maximumSvgBytes / 1000} kB` };
  const $ = load(text, { xml: { xmlMode: true, decodeEntities: true } });
  const root = $.root().children('svg').first();
  if (root.length === 0) return { ok: false, reason: 'it does not begin with <svg>' };
  // Entities are never expanded, and comments and instructions never drawn: only elements and their text are kept.
  root
    .find('*')
    .addBack()
    .each((_, element) => {
      if (element.type !== 'tag' || !elements.has(element.name.toLowerCase())) {
        $(element).remove();
        return;
      }
      for (const [name, value] of Object.entries(element.attribs))
        if (!isHarmless(name.toLowerCase(), value)) $(element).removeAttr(name);
    });
  root.find('script,style').remove();
  root
    .find('*')
    .addBack()
    .contents()
    .each((_, node) => {
      if (node.type !== 'tag' && node.type !== 'text') $(node).remove();
    });
  const size = sizeOf(root.attr('viewBox'), root.attr('width'), root.attr('height'));
  if (size === undefined)
    return { ok: false, reason: 'it has neither viewBox nor width and height in its first line' };
  root.attr('xmlns', 'http://www.w3.org/2000/svg');
  return { ok: true, svg: `${$.xml(root)}\n`, ...size };
}

function isHarmless(name: string, value: string): boolean {
  if (!attributes.has(name)) return false;
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg';
  if (name === 'xmlns:xlink') return value === 'http://www.w3.org/1999/xlink';
  if (name === 'href' || name === 'xlink:href') return /^\s*#[\w-]+\s*$/u.test(value);
  // A backslash or a comment may hide a word from this look; an address may only be one of the drawing's own parts.
  if (/[\\@]|\/\*|expression|javascript|import/iu.test(value)) return false;
  return [...value.matchAll(/url\s*\(([^)]*)\)?/giu)].every(([, target = '']) =>
    /^\s*["']?\s*#[\w-]+\s*["']?\s*$/u.test(target),
  );
}

function sizeOf(
  viewBox: string | undefined,
  width: string | undefined,
  height: string | undefined,
): { readonly widthPx: number; readonly heightPx: number } | undefined {
  const box = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = box;
  const pick = (fromBox: number, given: string | undefined) =>
    fromBox > 0 ? fromBox : Number.parseFloat(given ?? '');
  const widthPx = pick(boxWidth, width);
  const heightPx = pick(boxHeight, height);
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined;
}
