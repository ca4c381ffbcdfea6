/**
 * How photos are encoded: which widths and formats, and how hard the encoders try.
 * A recipe's fingerprint is part of every rendition's name, so renditions of two recipes, or of two
 * versions of the encoders, can share one cache and one output without ever being mixed up.
 */

import { createHash } from 'node:crypto';
import type { AvifOptions, JpegOptions, WebpOptions } from 'sharp';
import type { RenditionFormat } from './photo.ts';
import { libraryVersions } from './sharp.ts';

/** `fast` for previews and trials; `small` for what is published: encoded once, sent for years. */
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

/**
 * Steps of about 1.5: a smaller step saves readers too little to be worth another file. Browsers have read AVIF since
 * 2021 (2024 the last of them); the one JPEG is for the rest, for mails and for feeds.
 */
export const DEFAULT_RECIPE: Recipe = {
  widthsPx: [320, 640, 960, 1280, 1920],
  formats: ['avif', 'jpeg'],
  effort: 'small',
};

interface AvifStep extends AvifOptions {
  /** The widest rendition that is encoded so. */
  readonly upToPx: number;
}

export interface EncoderSettings {
  /** Narrowest first; the last is for all that are wider, too. */
  readonly avif: readonly [AvifStep, ...AvifStep[]];
  readonly webp: WebpOptions;
  readonly jpeg: JpegOptions;
}

/** For trials, and for newsrooms whose `site.yaml` asks for it. */
const FAST: EncoderSettings = {
  avif: [{ upToPx: 1920, quality: 50, effort: 0, chromaSubsampling: '4:2:0', bitdepth: 8, tune: 'ssim' }],
  webp: { quality: 76, effort: 0 },
  jpeg: { quality: 76, progressive: true, quantisationTable: 3 },
};

/**
 * By `npm run bench:photos` and the tables of `tests/README.md`: eight pictures (water, leaves, insects, suits, faces of all
 * tones, spokes, reeds), judged by the worst tile of 32 pixels, by SSIM and by butteraugli. Tuned for `ssim` the worst tile
 * is two thirds as far from the original as with `iq`, at the same bytes; whole colour keeps edges of colour from smearing.
 * A higher effort pays most in bytes where readers look most, and costs least in narrow widths. The widest is seen on dense
 * screens, where one pixel of it is half a point: there halved colour does.
 */
const SMALL: EncoderSettings = {
  avif: [
    { upToPx: 320, quality: 56, effort: 2, chromaSubsampling: '4:4:4', bitdepth: 8, tune: 'ssim' },
    { upToPx: 640, quality: 56, effort: 3, chromaSubsampling: '4:4:4', bitdepth: 8, tune: 'ssim' },
    { upToPx: 960, quality: 58, effort: 1, chromaSubsampling: '4:4:4', bitdepth: 8, tune: 'ssim' },
    { upToPx: 1280, quality: 58, effort: 2, chromaSubsampling: '4:4:4', bitdepth: 8, tune: 'ssim' },
    { upToPx: 1920, quality: 60, effort: 0, chromaSubsampling: '4:2:0', bitdepth: 8, tune: 'ssim' },
  ],
  webp: { quality: 76, effort: 4 },
  jpeg: { quality: 76, progressive: true, quantisationTable: 3 },
};

export function encoderSettings({ effort, quality = {} }: Recipe): EncoderSettings {
  const { avif, webp, jpeg } = effort === 'fast' ? FAST : SMALL;
  const [first, ...others] = avif;
  return {
    avif: [withQuality(first, quality.avif), ...others.map((step) => withQuality(step, quality.avif))],
    webp: withQuality(webp, quality.webp),
    jpeg: withQuality(jpeg, quality.jpeg),
  };
}

export function avifSettings({ avif }: EncoderSettings, widthPx: number): AvifOptions {
  const { upToPx, ...options } = avif.find((step) => widthPx <= step.upToPx) ?? avif.at(-1) ?? avif[0];
  return options;
}

function withQuality<T extends object>(settings: T, quality: number | undefined): T {
  return quality === undefined ? settings : { ...settings, quality };
}

/** Raised when the code that makes pixels or metadata changes in a way that the settings do not show. */
const PIPELINE_VERSION = 2;

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
