/**
 * How much memory a picture takes while it is decoded: little where the decoder goes through it line by line, and bytes
 * for every pixel where it unpacks the whole first. Measured with libvips 8.18 by the peak of a process. Pure.
 */

import type { Metadata } from 'sharp';
import { tiffDirectory } from './metadata/tiff-directory.ts';

/** What a picture's header says. */
export type PictureHeader = Pick<
  Metadata,
  | 'format'
  | 'width'
  | 'height'
  | 'channels'
  | 'depth'
  | 'isProgressive'
  | 'chromaSubsampling'
  | 'bitsPerSample'
  | 'pages'
>;

/** For lines that are being worked on, and for a decoder's own tables. */
const LINES_BYTES = 16_000_000;

/** At any size: pixels of the original are never all there but in the decoder. */
export function decodingBytes(header: PictureHeader, bytes: Buffer): number {
  const pixels = header.width * header.height;
  return bytes.length + LINES_BYTES + pixels * wholePixelBytes(header, bytes);
}

/** Bytes that the decoder holds of each pixel. */
function wholePixelBytes(header: PictureHeader, bytes: Buffer): number {
  const sampleBytes = header.depth === 'uchar' ? 1 : 2;
  const pixelBytes = header.channels * sampleBytes;
  switch (header.format) {
    case 'jpeg':
      return header.isProgressive ? coefficientBytes(header) : 0;
    case 'png':
      // Interlaced: the last of seven passes holds half of all lines.
      return header.isProgressive ? pixelBytes * 1.2 : 0;
    case 'webp':
      return 8;
    case 'gif':
      return 5.5;
    // AVIF. The decoder's planes, the library's copies of them, and the pixels.
    case 'heif':
      return header.bitsPerSample === undefined || header.bitsPerSample <= 8 ? 19 : 25;
    case 'tiff':
      return (2 * pixelBytes * Math.min(header.height, stripRows(bytes) ?? header.height)) / header.height;
    default:
      return 8;
  }
}

/** Two bytes for each sample, of which halved colour has half as many as pixels. */
function coefficientBytes({ channels, chromaSubsampling = '' }: PictureHeader): number {
  if (channels === 1) return 2.2;
  if (channels === 4) return 9.6;
  if (chromaSubsampling.startsWith('4:2:0')) return 3.2;
  return chromaSubsampling.startsWith('4:2:2') ? 4.4 : 6.6;
}

const rowsPerStripTag = 278;
const tileLengthTag = 323;

/** Lines that a TIFF packs together; undefined where all of them may be. */
function stripRows(bytes: Buffer): number | undefined {
  return tiffDirectory(bytes).find(({ tag }) => tag === rowsPerStripTag || tag === tileLengthTag)?.value;
}
