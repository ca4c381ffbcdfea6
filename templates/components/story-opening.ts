/**
 * Chooses how a story opens: with its headline, or with a photo above it that is taken out of the text. What the editor
 * says (`layout`) is done wherever there is a photo; where nothing is said, what the story has decides. Pure.
 */

import type { ArticleLayout } from '../../src/content/article.ts';
import type { Article, BodyBlock, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { sizeOf } from './body-layout.ts';

export interface StoryOpening {
  readonly layout: ArticleLayout;
  /** Above the headline. */
  readonly opening?: Picture;
  /** Above the text, a photo that has no place in it. */
  readonly lead?: Picture;
  /** Of the body, without the photo that opens the story. */
  readonly blocks: readonly BodyBlock[];
}

type Blocks = readonly BodyBlock[];

export function openingOf({ layout, image, body: { blocks } }: Article): StoryOpening {
  const lead = image?.number === 0 ? image : undefined;
  const opening = layout === undefined ? photoByItself(blocks, image) : photoOnDemand(blocks, image);
  if (layout === 'standard' || opening === undefined)
    return { layout: 'standard', ...defined({ lead }), blocks };
  const { widthPx, heightPx } = opening.photo;
  const wanted = layout ?? (sizeOf(opening) === 'full' ? 'full-bleed' : 'photo-first');
  return {
    // The headline would cover all of an upright photo that a window shows.
    layout: wanted === 'cover' && widthPx < heightPx ? 'photo-first' : wanted,
    opening,
    blocks: withoutPhoto(blocks, opening),
  };
}

/** The lead photo before others, and a photo that stands alone before one of a gallery. */
function photoOnDemand(blocks: Blocks, image: Picture | undefined): Picture | undefined {
  if (image?.number === 0) return image;
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.picture] : []));
  const inGalleries = blocks.flatMap((block) => (block.kind === 'gallery' ? block.pictures : []));
  const isLead = (picture: Picture) => isSame(picture, image);
  return figures.find(isLead) ?? figures[0] ?? inGalleries.find(isLead) ?? inGalleries[0];
}

/** Fewer would be no gallery without the first. */
const wholeGallery = 4;

/**
 * The lead photo, where it fills a page and nothing is torn: it stands above the first heading, and alone or at the
 * head of a gallery. A photo with which the text begins opens the story whatever its shape.
 */
function photoByItself(blocks: Blocks, image: Picture | undefined): Picture | undefined {
  const [first] = blocks;
  if (first?.kind === 'figure' && isFree(first.picture)) return first.picture;
  if (image === undefined || !isFree(image) || !isStriking(image)) return undefined;
  if (image.number === 0) return image;
  const heading = blocks.findIndex((block) => block.kind === 'prose' && /<h[2-6]\b/u.test(block.html));
  const isHead = blocks.slice(0, heading === -1 ? undefined : heading).some((block, index) => {
    if (block.kind === 'gallery')
      return block.pictures.length >= wholeGallery && isSame(block.pictures[0], image);
    const isAlone = [blocks[index - 1], blocks[index + 1]].every((beside) => beside?.kind !== 'figure');
    return block.kind === 'figure' && isSame(block.picture, image) && isAlone;
  });
  return isHead ? image : undefined;
}

/** What fills the width of a page: it lies, and has so many pixels. */
const striking = { ratio: 1.3, widthPx: 1200 } as const;

function isStriking({ photo: { widthPx, heightPx } }: Picture): boolean {
  return widthPx >= striking.widthPx && widthPx / heightPx >= striking.ratio;
}

/** Whether the editor has not said that it stands small in the text. */
function isFree({ size }: Picture): boolean {
  return size !== 'half' && size !== 'text';
}

/** Photos of one story have numbers of their own. */
function isSame(picture: Picture | undefined, other: Picture | undefined): boolean {
  return picture !== undefined && picture.number === other?.number;
}

/** A gallery of which one photo is left, and no title, is a photo. */
function withoutPhoto(blocks: Blocks, taken: Picture): Blocks {
  return blocks.flatMap((block): Blocks => {
    if (block.kind === 'figure') return isSame(block.picture, taken) ? [] : [block];
    if (block.kind !== 'gallery') return [block];
    const pictures = block.pictures.filter((picture) => !isSame(picture, taken));
    const [left] = pictures;
    if (left === undefined) return [];
    if (pictures.length === block.pictures.length) return [block];
    if (pictures.length === 1 && block.title === undefined) return [{ kind: 'figure', picture: left }];
    return [{ ...block, pictures }];
  });
}
