/**
 * A photograph as the rest of the generator knows it: measured and named, whether or not its
 * renditions have been encoded yet. Names follow from the photo's bytes, its stated source and the recipe alone.
 */

import type { ContentCredentials } from './provenance/content-credentials.ts';
import type { SourceType } from './provenance/source-type.ts';

export type RenditionFormat = 'avif' | 'webp' | 'jpeg';

/** A picture in the output. */
export interface PictureFile {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Path in the output, without a leading slash: `photos/3f9ac1d27b5e-960.avif`. */
  readonly path: string;
}

/** One file that readers may be sent for a photo. */
export interface Rendition extends PictureFile {
  readonly format: RenditionFormat;
}

/** What the camera or the picture desk wrote into the file (IPTC, XMP, EXIF). */
export interface PhotoMetadata {
  readonly caption?: string;
  readonly alt?: string;
  /** In each language that the file names, where it has several. */
  readonly captions?: Readonly<Record<string, string>>;
  readonly alts?: Readonly<Record<string, string>>;
  readonly credit?: string;
  readonly creator?: string;
  readonly copyright?: string;
  /** Capture time as the camera wrote it, `YYYY-MM-DDTHH:mm:ss`, without a zone. */
  readonly takenAt?: string;
  /** Whether a camera or a machine made it, as the file says. */
  readonly sourceType?: SourceType;
  /** The file with a manifest of its own that a picture was made from: files made of it cannot keep that. */
  readonly madeFrom?: SignedOriginal;
}

/** Names of a signed file: of its manifest, and of the file as XMP names it. */
export interface SignedOriginal {
  readonly manifest?: string;
  readonly instanceId?: string;
}

export interface Photo {
  /** Relative to `content/`. */
  readonly file: string;
  /** SHA-256 of the source file, hexadecimal. */
  readonly hash: string;
  /** Size as seen upright, after the EXIF orientation is applied. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly metadata: PhotoMetadata;
  /** What its C2PA manifest says, where it has one. */
  readonly credentials?: ContentCredentials;
  /** Where it comes from as articles say it, where that goes beyond the file: part of what its renditions are made of. */
  readonly statedSource?: SourceType;
  /** Why the picture looks damaged, though it can be decoded. */
  readonly doubt?: string;
  /** Of an animation or a file of many pages; the first is shown. */
  readonly pictureCount?: number;
  /** By format (best first), then by width (narrowest first); never empty. */
  readonly renditions: readonly Rendition[];
}
