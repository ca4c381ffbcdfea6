/**
 * Makes the picture that others show beside a link to an article: a crop of its photo as JPEG, or a
 * typeset card as PNG: all of them read both.
 */

import { defined } from '../../text/defined.ts';
import { damageOf } from '../damage-reason.ts';
import { encodePixels } from '../encode-photo.ts';
import { type EncodedRendition, limitIn, makeOnce, type RenditionOptions } from '../encode-rendition.ts';
import { decodeWithinMemory } from '../memory-budget.ts';
import type { Photo, PictureFile, Rendition } from '../photo.ts';
import { publicMetadata } from '../provenance/stated-source.ts';
import type { Recipe } from '../recipe.ts';
import { openUpright, type Pixels, toPixels } from '../sharp.ts';
import type { Outcome } from '../source-file.ts';
import { withPhoto } from '../source-photo.ts';
import { storeName } from '../store/rendition-store.ts';
import type { CardFace } from './card-face.ts';
import { IndexedCanvas, parseColour } from './indexed-canvas.ts';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, type CardText, type Focus, planCrop } from './plan-social-card.ts';
import { RULE, STRIPE, typesetCard } from './typeset-card.ts';

export interface PhotoCard {
  readonly kind: 'photo';
  readonly rendition: Rendition;
  readonly photo: Photo;
  readonly focus?: Focus;
}

interface TypesetCard {
  readonly kind: 'typeset';
  readonly rendition: PictureFile;
  readonly text: CardText;
}

/** A card and what it is made of. */
export type SocialCard = PhotoCard | TypesetCard;

export interface CardOptions extends RenditionOptions {
  readonly face: CardFace;
}

/** The colours of a typeset card, in the order of its palette. */
const INK = 0;
const ACCENT = 1;

/** Finds a card in the store or makes it. */
export function encodeSocialCard(card: SocialCard, options: CardOptions): Promise<EncodedRendition> {
  return card.kind === 'photo' ? encodePhotoCard(card, options) : encodeTypesetCard(card, options);
}

/** Without a focus the crop keeps what draws the eye. */
export function encodePhotoCard(
  { photo, focus, rendition }: PhotoCard,
  options: RenditionOptions,
): Promise<EncodedRendition> {
  return makeOnce(photo, rendition, options, async () => {
    return await withPhoto(photo, options.contentFolder, (bytes) =>
      cropPhoto(bytes, photo, focus, rendition, options.recipe),
    );
  });
}

async function encodeTypesetCard(
  { rendition, text }: TypesetCard,
  { store, face }: CardOptions,
): Promise<EncodedRendition> {
  const name = storeName(rendition.path);
  const found = await store.pathOf(name);
  if (found !== undefined) return { ok: true, path: found, isNew: false };
  await store.put(name, await limitIn(store)(() => drawCard(text, face)));
  const made = await store.pathOf(name);
  if (made === undefined) throw new Error(`The photo cache has lost ${name}.`);
  return { ok: true, path: made, isNew: true };
}

async function drawCard(text: CardText, face: CardFace): Promise<Buffer> {
  const set = (part: string) => face.set(part, text.lang, text.direction);
  const setting = {
    headline: await set(text.headline),
    ...defined({ label: text.label === undefined ? undefined : await set(text.label) }),
    names: await Promise.all(text.names.map(set)),
  };
  const layout = typesetCard(setting);
  const canvas = new IndexedCanvas(CARD_WIDTH_PX, CARD_HEIGHT_PX);
  canvas.fill(STRIPE, ACCENT);
  canvas.fill(RULE, INK);
  for (const stamp of await face.masks.stampsOf(layout.accent)) canvas.stamp(stamp, ACCENT);
  for (const stamp of await face.masks.stampsOf(layout.ink)) canvas.stamp(stamp, INK);
  const { paper, ink, accent } = text.colours;
  return canvas.toPng(parseColour(paper), [parseColour(ink), parseColour(accent)]);
}

async function cropPhoto(
  bytes: Buffer,
  photo: Photo,
  focus: Focus | undefined,
  card: Rendition,
  recipe: Recipe,
): Promise<Outcome<Buffer>> {
  let pixels: Pixels;
  try {
    pixels = await decodeWithinMemory(bytes, () => cropPixels(bytes, photo, focus, card));
  } catch (error) {
    return { ok: false, fault: damageOf(error) };
  }
  return { ok: true, value: await encodePixels(pixels, card, publicMetadata(photo), recipe) };
}

async function cropPixels(
  bytes: Buffer,
  photo: Photo,
  focus: Focus | undefined,
  card: Rendition,
): Promise<Pixels> {
  const { widthPx: width, heightPx: height } = card;
  const upright = await openUpright(bytes);
  if (focus === undefined)
    return await toPixels(upright.resize(width, height, { fit: 'cover', position: 'attention' }));
  const crop = planCrop(photo, focus, card);
  const scaled = upright.resize(crop.widthPx, crop.heightPx, { fit: 'fill' });
  return await toPixels(scaled.extract({ left: crop.left, top: crop.top, width, height }));
}
