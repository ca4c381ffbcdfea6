/**
 * Packs the metadata blocks of any format into an empty JPEG: exifr reads those of JPEG whole, but of
 * WebP, AVIF and PNG only some or none.
 */

import type { PictureComment } from '../provenance/generator-notes.ts';

const EXIF_HEADER = Buffer.from('Exif\0\0', 'latin1');
const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');

/** A JPEG segment's length field has two bytes and counts itself. */
const MAX_SEGMENT_BYTES = 0xffff - 2;

/** Metadata blocks as a file holds them. */
export interface MetadataBlocks {
  readonly format?: string;
  readonly exif?: Buffer | undefined;
  readonly xmp?: Buffer | undefined;
  readonly iptc?: Buffer | undefined;
  /** Texts of a PNG. */
  readonly comments?: readonly PictureComment[] | undefined;
}

/** Nothing when the photo has no metadata. Blocks that are too long for a segment are left out. */
export function packMetadata(source: MetadataBlocks): Buffer | undefined {
  const segments = [
    ...segment(0xe1, withHeader(EXIF_HEADER, source.exif)),
    ...segment(0xe1, withHeader(XMP_HEADER, source.xmp)),
    ...segment(0xed, source.iptc),
  ];
  if (segments.length === 0) return undefined;
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

function withHeader(header: Buffer, block: Buffer | undefined): Buffer | undefined {
  if (block === undefined) return undefined;
  return block.subarray(0, header.length).equals(header) ? block : Buffer.concat([header, block]);
}

function segment(marker: number, block: Buffer | undefined): readonly Buffer[] {
  if (block === undefined || block.length > MAX_SEGMENT_BYTES) return [];
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return [head, block];
}
