/**
 * Which files a photo becomes, by its bytes' hash, its stated source, its upright size and the recipe alone.
 * Pure: nothing is read or encoded here, so a page can name renditions that do not exist yet.
 */

import { createHash } from 'node:crypto';
import type { Photo, Rendition, RenditionFormat } from './photo.ts';
import { renditionKey } from './provenance/stated-source.ts';
import { type Recipe, recipeFingerprint, widestPx } from './recipe.ts';

/** WebP's limit for either side. A taller picture's widths are cut down until its height fits. */
const MAX_SIDE_PX = 16_383;

const EXTENSIONS = { avif: 'avif', webp: 'webp', jpeg: 'jpg' } as const satisfies Record<
  RenditionFormat,
  string
>;

/**
 * Plans renditions by format in the recipe's order, then by width, narrowest first. Of several formats the last, which
 * everything reads, comes in one width.
 */
export function planRenditions(
  photo: Pick<Photo, 'hash' | 'statedSource' | 'metadata' | 'widthPx' | 'heightPx'>,
  recipe: Recipe,
): readonly Rendition[] {
  const { widthPx, heightPx } = photo;
  const name = createHash('sha256')
    .update(`${renditionKey(photo)} ${recipeFingerprint(recipe)}`)
    .digest('hex')
    .slice(0, 12);
  const widths = planWidths(widthPx, heightPx, recipe);
  return recipe.formats.flatMap((format, index) =>
    (index > 0 && index === recipe.formats.length - 1 ? [plainWidth(widths)] : widths).map((width) => ({
      format,
      widthPx: width,
      heightPx: Math.max(1, Math.round((heightPx * width) / widthPx)),
      path: `photos/${name}-${width}.${EXTENSIONS[format]}`,
    })),
  );
}

/** Width of the one file for programs that read no modern format: what feeds, mails and other sites show. */
const PLAIN_PX = 1280;

function plainWidth(widths: readonly number[]): number {
  return widths.findLast((width) => width <= PLAIN_PX) ?? widths[0] ?? PLAIN_PX;
}

/** The widths of the ladder, narrowest first: never beyond the photo's own, and always its widest useful one. */
function planWidths(widthPx: number, heightPx: number, recipe: Recipe): readonly number[] {
  const widest = widestWidth(widthPx, heightPx, recipe);
  const narrower = recipe.widthsPx.filter((width) => width < widest);
  return [...new Set([...narrower, widest])].sort((a, b) => a - b);
}

/** The width of a photo's largest rendition, from which all others are made. */
export function widestWidth(widthPx: number, heightPx: number, recipe: Recipe): number {
  const highestFits = Math.max(1, Math.floor((widthPx * MAX_SIDE_PX) / heightPx));
  return Math.min(widthPx, widestPx(recipe), MAX_SIDE_PX, highestFits);
}
