/**
 * How photos are encoded: which widths and formats, and how hard the encoders try.
 * A recipe's fingerprint is part of every rendition's name, so renditions of two recipes, or of two
 * versions of the encoders, can share one cache and one output without ever being mixed up.
 */

import { createHash } from 'node:crypto';
import type { AvifOptions, JpegOptions, WebpOptions } from 'sharp';
import type { RenditionFormat } from './photo.ts';
import { libraryVersions } from './sharp.ts';

/** `fast` for previews, checks and daily builds; `small` for publishing archives that are read for years. */
export type Effort = 'fast' | 'small';

export interface Recipe {
  /** Widths to offer, in CSS pixels times density, in any order. Never empty. */
  readonly widthsPx: readonly number[];
  /** Best first: the order of `<source>` elements. */
  readonly formats: readonly RenditionFormat[];
  readonly effort: Effort;
  /** Other qualities than those of the effort, 1 to 100: to measure the encoders against others at equal likeness. */
  readonly quality?: Readonly<Partial<Record<RenditionFormat, number>>>;
}

/** Steps of about 1.5: a smaller step saves readers too little to be worth another file. */
export const DEFAULT_RECIPE: Recipe = {
  widthsPx: [320, 640, 960, 1280, 1920],
  formats: ['avif', 'webp', 'jpeg'],
  effort: 'fast',
};

interface EncoderSettings {
  readonly avif: AvifOptions;
  readonly webp: WebpOptions;
  readonly jpeg: JpegOptions;
}

/**
 * Measured at 1280 px on one core over three photographs, SSIM in brackets. AVIF: effort 0 takes 0.06 s where
 * effort 1 takes 0.17 s for 2 % fewer bytes and effort 4 takes 2.6 s and more for 15 % fewer; 4:2:0 saves a quarter
 * of the time and no photograph shows it; quality 54 brings effort 0 to what effort 4 gives at 50 (0.953).
 * WebP: effort 2 gives 10 % fewer bytes than effort 0, efforts 3 and 4 take twice as long for 8 % more. JPEG, which
 * only browsers from before 2020 are sent: mozjpeg's trellis search takes 5 times as long for 4 % fewer bytes.
 */
const FAST: EncoderSettings = {
  avif: { quality: 54, effort: 0, chromaSubsampling: '4:2:0', bitdepth: 8, tune: 'iq' },
  webp: { quality: 76, effort: 2 },
  jpeg: { quality: 76, progressive: true, quantisationTable: 3 },
};

/**
 * For archives, encoded once and sent for years: every format at the SSIM of `fast`. AVIF effort 3 takes 0.5 s at 1280 px
 * for 12 % fewer bytes, up to a third fewer in soft pictures; effort 4 would take 2.7 s for 2 % more, 2 % fewer in all.
 */
const SMALL: EncoderSettings = {
  avif: { quality: 52, effort: 3, chromaSubsampling: '4:2:0', bitdepth: 8, tune: 'iq' },
  webp: { quality: 74, effort: 4 },
  jpeg: { quality: 77, mozjpeg: true },
};

export function encoderSettings({ effort, quality = {} }: Recipe): EncoderSettings {
  const { avif, webp, jpeg } = effort === 'fast' ? FAST : SMALL;
  return {
    avif: withQuality(avif, quality.avif),
    webp: withQuality(webp, quality.webp),
    jpeg: withQuality(jpeg, quality.jpeg),
  };
}

function withQuality<T extends object>(settings: T, quality: number | undefined): T {
  return quality === undefined ? settings : { ...settings, quality };
}

/** Raised when the code that makes pixels or metadata changes in a way that the settings do not show. */
const PIPELINE_VERSION = 1;

/**
 * What decides a rendition's bytes, apart from the photo and the rendition's own width and format.
 * Of the widths only the largest counts: every narrower rendition is made from it.
 */
export function recipeFingerprint(recipe: Recipe): string {
  const parts = [PIPELINE_VERSION, libraryVersions(), widestPx(recipe), encoderSettings(recipe)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The recipe's largest width. Throws when a recipe has no widths or no formats. */
export function widestPx(recipe: Recipe): number {
  if (recipe.widthsPx.length === 0 || recipe.formats.length === 0) {
    throw new RangeError('A recipe needs at least one width and one format.');
  }
  const widest = Math.max(...recipe.widthsPx);
  if (!recipe.widthsPx.every((width) => Number.isInteger(width) && width > 0)) {
    throw new RangeError(`A recipe's widths are whole numbers of pixels, but received ${recipe.widthsPx}.`);
  }
  return widest;
}
