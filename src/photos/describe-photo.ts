/**
 * Measures one photo from its bytes: upright size, placeholder colour, metadata. Decodes all its pixels
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
  readonly placeholder: string;
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
    const value = {
      widthPx,
      heightPx,
      placeholder: await decodeInTurn(widthPx * heightPx, () => meanColour(bytes)),
      metadata: await readMetadata(bytes, source),
    };
    return { ok: true, value };
  } catch (error) {
    return { ok: false, fault: { kind: 'damaged', reason: damageReason(error) } };
  }
}

/** Side of the picture that is averaged: small enough to cost nothing, large enough not to favour the edges. */
const SAMPLE_PX = 16;

/** The mean of a photo's colours on white, `#rrggbb`. Decodes every pixel, so it throws for truncated files. */
async function meanColour(bytes: Buffer): Promise<string> {
  const pipeline = (await openUpright(bytes))
    .resize(SAMPLE_PX, SAMPLE_PX, { fit: 'fill', kernel: 'linear' })
    .flatten({ background: '#ffffff' });
  const { data, channels } = await toPixels(pipeline);
  return `#${[0, 1, 2].map((channel) => hexByte(mean(data, Math.min(channel, channels - 1), channels))).join('')}`;
}

function mean(data: Buffer, channel: number, channels: number): number {
  let sum = 0;
  for (let at = channel; at < data.length; at += channels) sum += data[at] ?? 0;
  return Math.round(sum / (data.length / channels));
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0');
}
