/** Makes the picture that others show beside a link to an article: a crop of a photo, JPEG, which all of them read. */

import { damageReason } from './damage-reason.ts';
import { encodePixels } from './encode-photo.ts';
import { type EncodedRendition, makeOnce, type RenditionOptions } from './encode-rendition.ts';
import type { Photo, Rendition } from './photo.ts';
import { type Focus, planCrop, planSocialCard } from './plan-social-card.ts';
import type { Recipe } from './recipe.ts';
import { openUpright, type Pixels, toPixels } from './sharp.ts';
import type { Outcome } from './source-file.ts';
import { readPhoto } from './source-photo.ts';

/** Finds a photo's card in the store or makes it. Without a focus the crop keeps what draws the eye. */
export function encodeSocialCard(
  photo: Photo,
  focus: Focus | undefined,
  options: RenditionOptions,
): Promise<EncodedRendition> {
  const card = planSocialCard(photo, focus, options.recipe);
  return makeOnce(photo, card, options, async () => {
    const source = await readPhoto(photo, options.contentFolder);
    return source.ok ? await makeSocialCard(source.value, photo, focus, card, options.recipe) : source;
  });
}

async function makeSocialCard(
  bytes: Buffer,
  photo: Photo,
  focus: Focus | undefined,
  card: Rendition,
  recipe: Recipe,
): Promise<Outcome<Buffer>> {
  let pixels: Pixels;
  try {
    pixels = await cropPixels(bytes, photo, focus, card);
  } catch (error) {
    return { ok: false, fault: { kind: 'damaged', reason: damageReason(error) } };
  }
  return { ok: true, value: await encodePixels(pixels, card, photo.metadata, recipe) };
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
