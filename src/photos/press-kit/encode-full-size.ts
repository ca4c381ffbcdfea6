/**
 * A photo as newspapers want it: JPEG, all its pixels, caption and credit inside, and nothing that its camera tells of
 * its owner. JPEGs keep their pixels bit by bit; other formats are encoded once, nearly without loss.
 */

import { damageOf } from '../damage-reason.ts';
import { type EncodedRendition, makeOnce, type RenditionOptions } from '../encode-rendition.ts';
import { cleanPhoto } from '../metadata/clean-photo.ts';
import { embedMetadata } from '../metadata/embed-metadata.ts';
import { recognizeFormat } from '../recognize-format.ts';
import { openUpright } from '../sharp.ts';
import type { Outcome } from '../source-file.ts';
import { readPhoto } from '../source-photo.ts';
import type { PressPhoto } from './press-kit.ts';

const FULL_SIZE_JPEG = { quality: 93, chromaSubsampling: '4:4:4' } as const;

/** Finds the JPEG in the store or makes it. Throws for failures of the disk. */
export function encodeFullSize(
  { photo, metadata, file }: PressPhoto,
  options: RenditionOptions,
): Promise<EncodedRendition> {
  return makeOnce(photo, file, options, async (): Promise<Outcome<Buffer>> => {
    const source = await readPhoto(photo, options.contentFolder);
    if (!source.ok) return source;
    const recognized = recognizeFormat(source.value);
    if (recognized.kind === 'photo' && recognized.format === 'jpeg')
      return await cleanPhoto(source.value, 'jpeg', metadata);
    try {
      const upright = (await openUpright(source.value)).flatten({ background: '#ffffff' });
      const bytes = await embedMetadata(upright, metadata, 'jpeg').jpeg(FULL_SIZE_JPEG).toBuffer();
      return { ok: true, value: bytes };
    } catch (error) {
      return { ok: false, fault: damageOf(error) };
    }
  });
}
