/** Photos that name a person in their own metadata, which goes with every rendition. */

import path from 'node:path';
import { readOrdinaryFile } from '../disk/ordinary-file.ts';
import { storedPath } from '../disk/stored-path.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { cleanPhoto } from '../photos/metadata/clean-photo.ts';
import type { Photo, PhotoMetadata } from '../photos/photo.ts';
import { recognizeFormat } from '../photos/recognize-format.ts';
import { namePattern } from './name-pattern.ts';

export interface PhotoTexts {
  /** Relative to `content/`. */
  readonly file: string;
  /** What it may go on saying. */
  readonly texts: PhotoMetadata;
  /** JPEGs alone can be changed without encoding their pixels anew. */
  readonly isLossless: boolean;
}

export function photosNaming(
  names: readonly string[],
  photos: readonly Photo[],
  removed: ReadonlySet<string>,
): readonly PhotoTexts[] {
  const patterns = names.map(namePattern);
  return photos.flatMap(({ file, metadata }): PhotoTexts[] => {
    const kept = Object.entries(metadata).filter(
      ([, said]: readonly [string, string | Readonly<Record<string, string>>]) => {
        const text = typeof said === 'string' ? said : Object.values(said).join('\n');
        return !patterns.some((pattern) => pattern.test(text));
      },
    );
    if (removed.has(file) || kept.length === Object.keys(metadata).length) return [];
    return [{ file, texts: Object.fromEntries(kept), isLossless: /\.jpe?g$/iu.test(file) }];
  });
}

export async function rewritePhotoTexts(contentFolder: string, { file, texts }: PhotoTexts): Promise<void> {
  const target = storedPath(path.join(contentFolder, file));
  const bytes = readOrdinaryFile(target, contentFolder);
  const recognized = recognizeFormat(bytes);
  if (recognized.kind !== 'photo' || recognized.format !== 'jpeg') return;
  const cleaned = await cleanPhoto(bytes, 'jpeg', texts);
  if (!cleaned.ok) throw new Error(`Cannot take the name out of ${target}: it is damaged.`);
  await writeWhole(target, cleaned.value);
}
