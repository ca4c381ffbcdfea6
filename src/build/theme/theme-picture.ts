/** A logo or an icon of `content/theme/`, cleaned: SVG without anything that could run or load, PNG encoded anew. */

import sharp from 'sharp';
import { readThemeFile } from './theme-file.ts';

export interface ThemePicture {
  readonly ending: 'svg' | 'png';
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Twice what the widest masthead shows. */
const mostWidthPx = 1600;
const mostPixels = 40_000_000;

export type ThemePictureReading =
  | { readonly ok: true; readonly picture: ThemePicture }
  | { readonly ok: false; readonly reason: string; readonly hint?: string };

/** Throws when the disk fails. */
export async function readThemePicture(contentFolder: string, file: string): Promise<ThemePictureReading> {
  const reading = readThemeFile(contentFolder, file);
  if (!reading.ok) return reading;
  const { bytes } = reading;
  if (/\.svg$/iu.test(file)) {
    const { cleanSvg } = await import('./clean-svg.ts');
    const cleaned = cleanSvg(bytes.toString('utf8'));
    if (!cleaned.ok) return cleaned;
    const { svg, widthPx, heightPx } = cleaned;
    return { ok: true, picture: { ending: 'svg', bytes: Buffer.from(svg), widthPx, heightPx } };
  }
  if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') return { ok: false, reason: 'it is no PNG' };
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
      .resize({ width: mostWidthPx, withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { ok: true, picture: { ending: 'png', bytes: data, widthPx: info.width, heightPx: info.height } };
  } catch {
    return { ok: false, reason: 'it is damaged or too large' };
  }
}
