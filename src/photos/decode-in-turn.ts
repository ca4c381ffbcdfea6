/**
 * Keeps memory flat however large photos are: a progressive JPEG is unpacked whole, 6 bytes a pixel, whatever size is
 * asked for. Measured with three of 150 megapixels on two cores: 1.9 GB two at a time, 1.1 GB one after another.
 */

import { limitJobs } from '../disk/job-limit.ts';

/** Cameras of today make up to 60 megapixels; two of these together stay below a gigabyte. */
const LARGE_PX = 64_000_000;

const largePhotos = limitJobs(1);

/** Decodes a photo now, or after the large one that is being decoded. */
export function decodeInTurn<T>(pixelCount: number, decode: () => Promise<T>): Promise<T> {
  return pixelCount > LARGE_PX ? largePhotos(decode) : decode();
}
