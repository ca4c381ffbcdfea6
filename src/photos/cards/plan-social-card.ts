/**
 * Which file an article's social card is: the picture that others show beside a link to it, cut from its photo or, where
 * it has none, typeset. Pure.
 */

import { sha256Of } from '../../text/sha256.ts';
import type { Photo, PictureFile, Rendition } from '../photo.ts';
import { renditionKey } from '../provenance/stated-source.ts';
import { type Recipe, recipeFingerprint } from '../recipe.ts';
import { libraryVersions } from '../sharp.ts';
import type { Direction } from './set-text.ts';

/** What Open Graph's readers expect, 1.91 to 1. */
export const CARD_WIDTH_PX = 1200;
export const CARD_HEIGHT_PX = 630;

/** The point of a photo that no crop may lose: parts of its width and height from the top left, 0 to 1. */
export type Focus = readonly [x: number, y: number];

/** A card of 1200 x 630 pixels, or smaller in the same shape when the photo itself is smaller. */
export function planSocialCard(photo: Photo, focus: Focus | undefined, recipe: Recipe): Rendition {
  const scale = Math.min(1, photo.widthPx / CARD_WIDTH_PX, photo.heightPx / CARD_HEIGHT_PX);
  const key = JSON.stringify([renditionKey(photo), recipeFingerprint(recipe), 'card', focus ?? null]);
  const name = sha256Of(key, 'hex').slice(0, 12);
  return {
    format: 'jpeg',
    widthPx: Math.max(1, Math.round(CARD_WIDTH_PX * scale)),
    heightPx: Math.max(1, Math.round(CARD_HEIGHT_PX * scale)),
    path: `photos/${name}-card.jpg`,
  };
}

/** `#rrggbb` each. */
interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
}

/** What a typeset card says, and in which colours. */
export interface CardText {
  readonly headline: string;
  /** The topic, above the headline. */
  readonly label?: string;
  readonly colours: CardColours;
  /** What the site is called, in the order of preference: the first that the card's face can set stands on the card. */
  readonly names: readonly string[];
  /** Of the article: which forms of shared characters its readers expect. */
  readonly lang: string;
  readonly direction: Direction;
}

/** Raised when typeset cards come to look different. */
const TYPESET_VERSION = 6;

/** @param faceFingerprint of the face that the card is set in */
export function planTypesetCard(text: CardText, faceFingerprint: string): PictureFile {
  const key = JSON.stringify([text, faceFingerprint, TYPESET_VERSION, libraryVersions()]);
  return {
    widthPx: CARD_WIDTH_PX,
    heightPx: CARD_HEIGHT_PX,
    path: `photos/${sha256Of(key, 'hex').slice(0, 12)}-card.png`,
  };
}

interface Crop {
  /** Size to scale the whole photo to, in pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly left: number;
  readonly top: number;
}

/** Scales the photo just so that it covers the card, and cuts as near to the focus as its edges allow. */
export function planCrop(photo: Photo, focus: Focus, card: Rendition): Crop {
  const scale = Math.max(card.widthPx / photo.widthPx, card.heightPx / photo.heightPx);
  const widthPx = Math.max(card.widthPx, Math.round(photo.widthPx * scale));
  const heightPx = Math.max(card.heightPx, Math.round(photo.heightPx * scale));
  const [x, y] = focus;
  return {
    widthPx,
    heightPx,
    left: clamp(Math.round(x * widthPx - card.widthPx / 2), widthPx - card.widthPx),
    top: clamp(Math.round(y * heightPx - card.heightPx / 2), heightPx - card.heightPx),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
