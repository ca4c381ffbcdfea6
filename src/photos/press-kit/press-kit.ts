/**
 * A press kit: the photos of one article for newspapers, in a ZIP, with their captions and the terms of use. Here is
 * planned which files it holds and what it is called; both follow from its contents alone. Pure.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import { defined } from '../../text/defined.ts';
import type { Photo, PhotoMetadata, Rendition } from '../photo.ts';
import type { SourceType } from '../provenance/source-type.ts';
import { libraryVersions } from '../sharp.ts';

export interface PressKit {
  /** Path in the output. */
  readonly path: string;
  readonly photos: readonly PressPhoto[];
  /** Signed files as they are: their manifests cover every byte. */
  readonly originals: readonly PressOriginal[];
  readonly texts: readonly PressText[];
}

interface PressOriginal {
  /** In the ZIP: `fair-1-original.png`. */
  readonly name: string;
  readonly photo: Photo;
}

export interface PressPhoto {
  /** In the ZIP: `fair-1.jpg`. */
  readonly name: string;
  readonly photo: Photo;
  /** What is written into the file. */
  readonly metadata: PhotoMetadata;
  /** The full-size JPEG as the photo cache keeps it. */
  readonly file: Rendition;
}

/** A file of text in the ZIP. */
export interface PressText {
  readonly name: string;
  readonly text: string;
}

/** A photo with what the article says of it. */
export interface CaptionedPhoto {
  readonly photo: Photo;
  readonly caption?: string;
  readonly credit?: string;
  readonly sourceType?: SourceType;
}

/** Raised when full-size JPEGs or the ZIP come to be made otherwise. */
const KIT_VERSION = 2;

/** @param slug what files are called in the ZIP */
export function planPressKit(
  slug: string,
  photos: readonly CaptionedPhoto[],
  texts: (names: readonly string[], originals: ReadonlyMap<Photo, string>) => readonly PressText[],
): PressKit {
  const planned = photos.map((captioned, index) => planPhoto(`${slug}-${index + 1}.jpg`, captioned));
  const originals = photos.flatMap(({ photo }, index): PressOriginal[] =>
    photo.credentials?.isOriginalPublic === true
      ? [{ name: `${slug}-${index + 1}-original${path.posix.extname(photo.file).toLowerCase()}`, photo }]
      : [],
  );
  const files = texts(
    planned.map(({ name }) => name),
    new Map(originals.map(({ name, photo }) => [photo, name])),
  );
  const key = [
    KIT_VERSION,
    planned.map(({ name, file }) => [name, file.path]),
    files,
    ...originals.map(({ name, photo }) => [name, photo.hash]),
  ];
  return { path: `photos/${shortHash(key)}-press.zip`, photos: planned, originals, texts: files };
}

function planPhoto(name: string, { photo, caption, credit, sourceType }: CaptionedPhoto): PressPhoto {
  // What the article says wins over what the camera says.
  const metadata = {
    ...photo.metadata,
    ...defined({ caption, credit, sourceType }),
  };
  const key = [KIT_VERSION, photo.hash, metadata, libraryVersions()];
  const { widthPx, heightPx } = photo;
  const file = { format: 'jpeg', widthPx, heightPx, path: `photos/${shortHash(key)}-full.jpg` } as const;
  return { name, photo, metadata, file };
}

function shortHash(key: unknown): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 12);
}
