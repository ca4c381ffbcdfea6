/** Recognises a photo by its bytes, and reads its size and what the camera or the picture desk wrote into it. */

import { refusedFile } from '../../../../src/editor/refused-file.ts';
import { describeHeif } from '../../../../src/photos/heic/item-boxes.ts';
import { readMetadata } from '../../../../src/photos/metadata/read-metadata.ts';
import { recognizeFormat } from '../../../../src/photos/recognize-format.ts';
import { defined } from '../../../../src/text/defined.ts';
import type { PhotoReading, PhotoSize } from '../stores/photo-reader.ts';
import { jpegBlocks } from './jpeg-blocks.ts';

export async function readPhoto(name: string, given: Uint8Array<ArrayBuffer>): Promise<PhotoReading> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const recognized = recognizeFormat(bytes);
  if (recognized.kind === 'other') return { ok: false, message: refusedFile(name, recognized.format) };
  const isHeic = recognized.kind === 'heic';
  const size = await measurePhoto(given);
  if (size === undefined) return { ok: false, message: `${name} is damaged: it cannot be opened.` };
  const blocks = isHeic ? describeHeif(bytes) : recognized.format === 'jpeg' ? jpegBlocks(bytes) : {};
  const { caption, alt, credit, creator } = await readMetadata(bytes, blocks);
  const ending = isHeic ? '.heic' : endings[recognized.format];
  return { ok: true, photo: { ...size, ending, ...defined({ caption, alt, credit: credit ?? creator }) } };
}

/** As seen upright. @returns undefined for what is no picture */
export async function measurePhoto(bytes: Uint8Array<ArrayBuffer>): Promise<PhotoSize | undefined> {
  try {
    const picture = await createImageBitmap(new Blob([bytes]));
    const size = { widthPx: picture.width, heightPx: picture.height };
    picture.close();
    return size;
  } catch {
    // Few browsers open HEIC.
    const { widthPx, heightPx } = describeHeif(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return widthPx === undefined || heightPx === undefined ? undefined : { widthPx, heightPx };
  }
}

const endings = {
  jpeg: '.jpg',
  png: '.png',
  webp: '.webp',
  tiff: '.tif',
  avif: '.avif',
  gif: '.gif',
} as const;
