/**
 * The image library, set up once for the whole process, and how every photo is opened.
 * Nothing else in `src/` imports sharp directly, so that no photo is opened without these limits.
 */

import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { tiffHeader } from './tiff-header.ts';
import { wideProfile } from './wide-gamut.ts';

/**
 * Pixels of the largest photo taken. Medium-format cameras make 150 megapixels and a phone's panorama
 * about 60; beyond this a file is more likely a decompression bomb than a photograph.
 */
export const MAX_PIXELS = 150_000_000;

/**
 * Bytes of the largest file read. A whole file is held in memory once for each job, so this bounds memory;
 * the largest JPEG that a 150-megapixel camera makes has about 120 MB.
 */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** Both cores are kept busy by encoding several pictures at once: threads inside one picture only get in the way. */
sharp.concurrency(1);

/** No picture is opened twice in one process, so a cache would only hold memory. */
sharp.cache(false);

/**
 * `error` refuses truncated pixels but takes the odd padding bytes that many cameras write and that
 * the default, `warning`, would refuse. Only the first frame of an animation is read.
 */
const INPUT: SharpOptions = { failOn: 'error', limitInputPixels: MAX_PIXELS, pages: 1 };

/** Opens a photo's bytes. Their format must have been recognised by `recognizeFormat` before. */
export function openPhoto(bytes: Buffer): Sharp {
  return sharp(bytes, INPUT);
}

/**
 * Opens a photo to read its header alone, however many pixels it declares: so that those of too many can be told by
 * their size. Never decode what this gives.
 */
export function openHeader(bytes: Buffer): Sharp {
  return sharp(bytes, { ...INPUT, limitInputPixels: false });
}

/**
 * Opens a photo turned upright, its colours converted to sRGB from its own profile (Display P3, CMYK, ...).
 * Throws sharp's error when the header is damaged.
 */
export async function openUpright(bytes: Buffer, failOn: 'warning' | 'error' = 'error'): Promise<Sharp> {
  const { space } = await openPhoto(bytes).metadata();
  const upright = sharp(bytes, { ...INPUT, failOn }).autoOrient();
  // sharp takes pictures of 16 bits through Display P3 and leaves their colours there; asked to work in sRGB from
  // the start it does not. For all others its own way is right: for CMYK it is what LittleCMS itself gives.
  const managed = space === 'rgb16' || space === 'grey16' ? upright.pipelineColourspace('srgb') : upright;
  return managed.toColourspace('srgb');
}

/**
 * Opens a photo turned upright in the colours of its own profile, with that; nothing where sRGB holds them all.
 * Throws sharp's error when the header is damaged.
 */
export async function openWide(
  bytes: Buffer,
): Promise<{ readonly pipeline: Sharp; readonly icc: Buffer } | undefined> {
  const { space, icc } = await openPhoto(bytes).metadata();
  const wide = space === 'srgb' ? wideProfile(icc) : undefined;
  return wide === undefined
    ? undefined
    : { pipeline: openPhoto(bytes).autoOrient().keepIccProfile(), icc: wide };
}

/**
 * Opens a photo to be written anew in its own format, upright and with as little loss as that format has: all frames,
 * its own colour profile and depth.
 */
export async function openOriginal(bytes: Buffer): Promise<Sharp> {
  const { format, space, pages = 1 } = await openPhoto(bytes).metadata();
  const original = sharp(bytes, { ...INPUT, pages: pages > 1 ? -1 : 1 })
    .autoOrient()
    .keepIccProfile();
  const deep = space === 'rgb16' || space === 'grey16' ? original.toColourspace(space) : original;
  switch (format) {
    case 'tiff':
      return deep.tiff({ compression: 'deflate' });
    case 'webp':
      return deep.webp({ quality: 92 });
    // What sharp calls AVIF where it reads it.
    case 'heif':
      return deep.avif({ quality: 80 });
    default:
      return deep;
  }
}

/** Opens SVG that the generator itself has drawn: no photo is ever read this way. */
export function openDrawing(svg: string): Sharp {
  return sharp(Buffer.from(svg));
}

/** Uncompressed pixels, 8 bits a channel. */
export interface Pixels {
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 2 | 3 | 4;
  /** The profile that the numbers are of; without one they are sRGB. */
  readonly icc?: Buffer;
}

export function openPixels(pixels: Pixels): Sharp {
  const { data, widthPx, heightPx, channels, icc } = pixels;
  // Raw pixels cannot be given a profile, those of a TIFF can.
  if (icc !== undefined && (channels === 3 || channels === 4)) {
    const header = tiffHeader(widthPx, heightPx, channels, icc);
    return sharp(Buffer.concat([header, data]), INPUT).keepIccProfile();
  }
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
}

/** Runs a pipeline to its pixels. Throws sharp's error when the source turns out to be damaged. */
export async function toPixels(pipeline: Sharp): Promise<Pixels> {
  const { data, info } = await pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height, channels: info.channels };
}

/** The ICC profile of Display P3, for files that name it by a number alone. */
export async function displayP3Profile(): Promise<Buffer | undefined> {
  const pixel = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000000' } });
  return (await sharp(await pixel.withIccProfile('p3').png().toBuffer()).metadata()).icc;
}

/** The libraries that decide what bytes come out, for cache keys: `vips 8.18.7 aom 3.15.1 ...`. */
export function libraryVersions(): string {
  const { vips, aom, heif, webp, mozjpeg } = sharp.versions;
  return `vips ${vips} aom ${aom ?? '?'} heif ${heif ?? '?'} webp ${webp ?? '?'} mozjpeg ${mozjpeg ?? '?'}`;
}

/** Formats in which photos come and go. */
export const workingFormats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const;

/** Writes a small picture in a format and reads it again. Throws the library's error when it cannot. */
export async function tryFormat(format: (typeof workingFormats)[number]): Promise<void> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } });
  await openPhoto(await picture.toFormat(format).toBuffer())
    .raw()
    .toBuffer();
}
