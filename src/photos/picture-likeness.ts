/**
 * Tells whether two pictures show the same, whatever their size, format and quality: each becomes 64 signs, of whether it
 * grows brighter from one of nine columns to the next (a difference hash). A crop is not told.
 */

import { openPhoto } from './sharp.ts';

const COLUMNS = 9;
const ROWS = 8;
/** Of 64. Encoding a photo anew at another size changes up to 4; two photos of one event differ in 10 and more. */
const SAME_SIGNS = 6;
/** A sky or a sheet of one colour has too few signs to be known by. */
const FEWEST_SIGNS = 6;

export type Likeness = readonly boolean[];

/** Throws when the bytes are no picture. */
export async function likenessOf(bytes: Buffer): Promise<Likeness> {
  const pixels = await openPhoto(bytes)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(COLUMNS, ROWS, { fit: 'fill' })
    .raw()
    .toBuffer();
  return Array.from({ length: ROWS * (COLUMNS - 1) }, (_, at) => {
    const place = Math.floor(at / (COLUMNS - 1)) * COLUMNS + (at % (COLUMNS - 1));
    return (pixels[place] ?? 0) < (pixels[place + 1] ?? 0);
  });
}

export function looksLike(a: Likeness, b: Likeness): boolean {
  const signs = (likeness: Likeness) => likeness.filter(Boolean).length;
  const isPlain = [a, b].some((one) => Math.min(signs(one), one.length - signs(one)) < FEWEST_SIGNS);
  return !isPlain && a.filter((sign, at) => sign !== b[at]).length <= SAME_SIGNS;
}
