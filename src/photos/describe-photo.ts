/**
 * Measures one photo from its bytes: upright size and metadata. Decodes all its pixels
 * once, small, so that damage is found when content is checked and not when it is published.
 */

import { damageReason } from './damage-reason.ts';
import { decodeInTurn } from './decode-in-turn.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import type { PhotoMetadata } from './photo.ts';
import { recognizeFormat } from './recognize-format.ts';
import { MAX_PIXELS, openHeader, openUpright, toPixels } from './sharp.ts';
import type { Outcome } from './source-file.ts';

/** What a photo's bytes alone say: the same wherever the file stands. */
export interface Description {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly metadata: PhotoMetadata;
}

/** Never throws, whatever the bytes. */
export async function describePhoto(bytes: Buffer): Promise<Outcome<Description>> {
  const recognized = recognizeFormat(bytes);
  if (recognized.kind === 'other') return { ok: false, fault: { kind: 'format', format: recognized.format } };
  try {
    const source = await openHeader(bytes).metadata();
    const { width: widthPx, height: heightPx } = source.autoOrient;
    if (widthPx * heightPx > MAX_PIXELS) {
      return { ok: false, fault: { kind: 'too-many-pixels', widthPx, heightPx } };
    }
    await decodeInTurn(widthPx * heightPx, () => decodeAll(bytes));
    return { ok: true, value: { widthPx, heightPx, metadata: await readMetadata(bytes, source) } };
  } catch (error) {
    return { ok: false, fault: { kind: 'damaged', reason: damageReason(error) } };
  }
}

/** Decodes every pixel, small, and drops the result. Throws for truncated files. */
async function decodeAll(bytes: Buffer): Promise<void> {
  await toPixels((await openUpright(bytes)).resize(SAMPLE_PX, SAMPLE_PX, { fit: 'fill', kernel: 'linear' }));
}

/** Small enough to cost nothing beside the decoding itself. */
const SAMPLE_PX = 16;
