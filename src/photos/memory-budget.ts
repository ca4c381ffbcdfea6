/**
 * Keeps memory below a gigabyte however large photos are and however many are worked on: each takes what its decoder
 * needs from one budget, and waits where that is used up. A photo that needs more than all of it is refused.
 */

import { decodingBytes, type PictureHeader } from './memory-cost.ts';
import type { PhotoFault } from './photo-fault.ts';
import { openHeader } from './sharp.ts';

/** Of the decoders together; a process that decodes nothing has 100 to 250 MB. */
export const MAX_DECODING_BYTES = 750_000_000;

/** Files beyond this are read one at a time, since they are held in memory before their turn comes. */
const LARGE_FILE_BYTES = 32_000_000;

/** A picture that is turned at its full size must be there whole. */
export const TURNED_BYTES_PER_PIXEL = 8;

type Job<T> = () => Promise<T>;

/** Runs jobs in the order in which they come, as many at once as weigh no more than `most` together. */
export function limitWeight(most: number): <T>(weight: number, job: Job<T>) => Promise<T> {
  const waiting: { readonly weight: number; readonly start: () => void }[] = [];
  let taken = 0;
  const startNext = () => {
    for (let next = waiting[0]; next !== undefined && taken + next.weight <= most; next = waiting[0]) {
      waiting.shift();
      taken += next.weight;
      next.start();
    }
  };
  return async (weight, job) => {
    const bounded = Math.min(weight, most);
    await new Promise<void>((start) => {
      waiting.push({ weight: bounded, start });
      startNext();
    });
    try {
      return await job();
    } finally {
      taken -= bounded;
      startNext();
    }
  };
}

const decoders = limitWeight(MAX_DECODING_BYTES);
const largeFiles = limitWeight(1);

/** Decodes a picture when its turn comes. @param moreBytesPerPixel what is made of it holds as well */
export async function decodeWithinMemory<T>(
  bytes: Buffer,
  decode: Job<T>,
  moreBytesPerPixel = 0,
): Promise<T> {
  const header = await openHeader(bytes).metadata();
  const pixels = header.width * header.height;
  return await decoders(decodingBytes(header, bytes) + pixels * moreBytesPerPixel, decode);
}

/** Runs a decoder that is not the image library's. */
export function takeMemory<T>(weight: number, decode: Job<T>): Promise<T> {
  return decoders(weight, decode);
}

/** Reads a file and works on it; of large ones, one at a time. */
export function readInTurn<T>(sizeBytes: number, work: Job<T>): Promise<T> {
  return sizeBytes > LARGE_FILE_BYTES ? largeFiles(1, work) : work();
}

/** Why a picture cannot be decoded within the budget, or nothing. */
export function memoryFault(
  header: PictureHeader,
  bytes: Buffer,
  moreBytesPerPixel = 0,
): PhotoFault | undefined {
  const { width: widthPx, height: heightPx } = header;
  const pixels = widthPx * heightPx;
  const needed = decodingBytes(header, bytes) + pixels * moreBytesPerPixel;
  if (needed <= MAX_DECODING_BYTES) return undefined;
  const most = Math.floor((pixels * MAX_DECODING_BYTES) / needed);
  return { kind: 'too-many-pixels', widthPx, heightPx, most, variant: variantOf(header) };
}

function variantOf({ format, isProgressive }: PictureHeader): string {
  switch (format) {
    case 'jpeg':
      return 'a progressive JPEG';
    case 'png':
      return isProgressive ? 'an interlaced PNG' : 'a PNG';
    case 'heif':
      return 'an AVIF';
    case 'webp':
      return 'a WebP';
    case 'gif':
      return 'a GIF';
    case 'tiff':
      return 'a TIFF in one piece';
    default:
      return 'this format';
  }
}
