/**
 * A picture with sides cut off, turned or mirrored, as another program showed it. What was cut away is in the result
 * nowhere: no metadata is kept, since it may hold a small copy of the whole.
 */

import { recognizeFormat } from './recognize-format.ts';
import { openPhoto } from './sharp.ts';

export interface PixelEdit {
  /** Parts of the width and the height that are cut off, from 0 to 1. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Clockwise, after the cut and the mirror; a multiple of 90. */
  readonly degrees: number;
  readonly isMirrored: boolean;
  readonly isUpsideDown: boolean;
}

const quality = 95;

/** Undefined when nothing would be left of it, or when it cannot be turned that way. Rejects for what is no picture. */
export async function editPicture(bytes: Uint8Array, edit: PixelEdit): Promise<Buffer | undefined> {
  const original = Buffer.from(bytes);
  const format = recognizeFormat(original);
  if (edit.degrees % 90 !== 0 || format.kind !== 'photo') return undefined;
  // Between the steps without loss.
  const lossless = { compressionLevel: 0 };
  const upright = await openPhoto(original).autoOrient().png(lossless).toBuffer({ resolveWithObject: true });
  const { width, height } = upright.info;
  const left = Math.round(edit.left * width);
  const top = Math.round(edit.top * height);
  const area = {
    left,
    top,
    width: Math.round((1 - edit.right) * width) - left,
    height: Math.round((1 - edit.bottom) * height) - top,
  };
  if (area.width < 1 || area.height < 1) return undefined;
  const cut = await openPhoto(upright.data)
    .extract(area)
    .flop(edit.isMirrored)
    .flip(edit.isUpsideDown)
    .png(lossless)
    .toBuffer();
  const turned = openPhoto(cut).rotate(edit.degrees);
  return await (format.format === 'jpeg' ? turned.jpeg({ quality }) : turned.png()).toBuffer();
}
