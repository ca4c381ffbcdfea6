/**
 * Measures one photo from its bytes: upright size and metadata. Decodes all its pixels
 * once, small, so that damage is found when content is checked and not when it is published.
 */

import { defined } from '../text/defined.ts';
import { damageOf } from './damage-reason.ts';
import { decodeInTurn } from './decode-in-turn.ts';
import { findDamage } from './find-damage.ts';
import { developHeic } from './heic/develop-heic.ts';
import { describeHeif } from './heic/item-boxes.ts';
import type { MetadataBlocks } from './metadata/pack-metadata.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import type { PhotoMetadata } from './photo.ts';
import { recognizeFormat } from './recognize-format.ts';
import { MAX_PIXELS, openHeader } from './sharp.ts';
import type { Outcome } from './source-file.ts';

/** What a photo's bytes alone say: the same wherever the file stands. */
export interface Description {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly metadata: PhotoMetadata;
  /** Why the picture looks damaged, though it can be decoded. */
  readonly doubt?: string;
  /** Of an animation or a file of many pages; undefined where there is one picture. */
  readonly pictureCount?: number;
}

/** Never throws, whatever the bytes. */
export async function describePhoto(bytes: Buffer): Promise<Outcome<Description>> {
  const recognized = recognizeFormat(bytes);
  if (recognized.kind === 'other') return { ok: false, fault: { kind: 'format', format: recognized.format } };
  if (recognized.kind === 'photo') return await measure(bytes);
  const picture = await developHeic(bytes);
  return picture.ok ? await measure(picture.value, describeHeif(bytes)) : picture;
}

/** @param blocks the metadata of the file that the picture was developed from, where it was */
async function measure(bytes: Buffer, blocks?: MetadataBlocks): Promise<Outcome<Description>> {
  try {
    const source = await openHeader(bytes).metadata();
    const { width: widthPx, height: heightPx } = source.autoOrient;
    if (widthPx * heightPx > MAX_PIXELS)
      return { ok: false, fault: { kind: 'too-many-pixels', widthPx, heightPx } };
    const doubt = await decodeInTurn(widthPx * heightPx, () => findDamage(bytes));
    const metadata = await readMetadata(bytes, blocks ?? source);
    const { pages = 1 } = source;
    const pictureCount = pages > 1 ? pages : undefined;
    return { ok: true, value: { widthPx, heightPx, metadata, ...defined({ doubt, pictureCount }) } };
  } catch (error) {
    return { ok: false, fault: damageOf(error) };
  }
}
