/**
 * Finds pictures that the decoder shows with holes: data that is missing or wrong in the middle is filled up with grey
 * and only warned about. Decodes every pixel once; a second time where there are warnings.
 */

import { damageOf, damageReason } from './damage-reason.ts';
import { openUpright, toPixels } from './sharp.ts';

/** Small enough to cost nothing beside the decoding itself. */
const SAMPLE_PX = 16;

/**
 * Why a picture looks damaged, or nothing.
 * Throws the library's error for pictures that cannot be decoded at all.
 */
export async function findDamage(bytes: Buffer): Promise<string | undefined> {
  try {
    await decodeAll(bytes, 'warning');
    return undefined;
  } catch (warning) {
    // Tiles that the library lacks the means for come out white.
    if (damageOf(warning).kind === 'variant') throw warning;
    await decodeAll(bytes, 'error');
    return isPadding(warning, bytes) ? undefined : damageReason(warning);
  }
}

async function decodeAll(bytes: Buffer, failOn: 'warning' | 'error'): Promise<void> {
  const upright = await openUpright(bytes, failOn);
  await toPixels(upright.resize(SAMPLE_PX, SAMPLE_PX, { fit: 'fill', kernel: 'linear' }));
}

/** Many cameras write odd bytes between the segments of a JPEG's head, which hurt nothing. */
function isPadding(warning: unknown, bytes: Buffer): boolean {
  const messages = warning instanceof Error ? warning.message.split('\n') : [];
  const isHarmless = (line: string) =>
    /extraneous bytes before marker 0xd9/.test(line) ||
    (/extraneous bytes before marker/.test(line) && hasPaddedHead(bytes)) ||
    HARMLESS.test(line);
  return messages.every(isHarmless);
}

/** Warnings about texts and tags, not about pixels. */
const HARMLESS =
  /unknown (?:pseudo-|field with )?tag|icc|profile|exif|iptc|xmp|iCCP|tEXt|zTXt|iTXt|sBIT|cHRM|gAMA|sRGB|pHYs|incorrect count|ascii value|chromaticit/i;

/** Whether something else than a marker stands between two segments before the first scan. */
function hasPaddedHead(bytes: Buffer): boolean {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return true;
    const marker = bytes[at + 1];
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return false;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}
