/**
 * Whether a file may be given away as it is, because it tells nothing of where and by whom it was taken: only then its
 * manifest, which covers every byte, can stay. When in doubt it may not. Pure.
 */

import type { MetadataBlocks } from '../metadata/pack-metadata.ts';
import type { PhotoFormat } from '../recognize-format.ts';

/** Formats whose other parts are known here; in others positions may stand where nothing looks. */
const FORMATS: ReadonlySet<PhotoFormat> = new Set(['jpeg', 'png', 'webp']);

/** Names of what must not leave, in XMP, in manifests (JSON and CBOR keep names as text) and in text chunks. */
const PRIVATE_NAMES = [
  'GPSLa',
  'GPSLo',
  'Latitude',
  'Longitude',
  'latitude',
  'longitude',
  'SerialNumber',
  'serialNumber',
  'OwnerName',
  'xmpGImg:image',
  // Further pictures behind the first, with metadata of their own.
  'MPF\0II*\0',
  'MPF\0MM\0*',
];

const EXIF_POINTER = 0x8769;

/** Larger ones are not searched. */
const MAX_BYTES = 50_000_000;

/** What a browser or another program could run, were it told that the file is no picture: also an archive's end. */
const PROGRAM = /<(?:!doctype|html|head|body|script|svg|iframe|img|link|style|\?php)|%PDF-|PK\x05\x06/iu;

/** Tags that tell of the picture and of how it was exposed (TIFF 6.0; EXIF 3.0, section 4.6). */
const PUBLIC_TAGS: ReadonlySet<number> = new Set([
  0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x010e, 0x010f, 0x0110, 0x0112, 0x0115, 0x011a, 0x011b, 0x0128,
  0x0131, 0x0132, 0x013b, 0x013e, 0x013f, 0x0211, 0x0213, 0x8298, 0x829a, 0x829d, 0x8822, 0x8827, 0x8830,
  0x8832, 0x9000, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9101, 0x9102, 0x9201, 0x9202, 0x9203, 0x9204,
  0x9205, 0x9206, 0x9207, 0x9208, 0x9209, 0x920a, 0x9290, 0x9291, 0x9292, 0xa000, 0xa001, 0xa002, 0xa003,
  0xa20e, 0xa20f, 0xa210, 0xa215, 0xa217, 0xa300, 0xa301, 0xa401, 0xa402, 0xa403, 0xa404, 0xa405, 0xa406,
  0xa407, 0xa408, 0xa409, 0xa40a, 0xa40c, 0xa432, 0xa433, 0xa434,
]);

export function isPublicOriginal(
  bytes: Buffer,
  format: PhotoFormat,
  { exif }: Pick<MetadataBlocks, 'exif'>,
): boolean {
  if (!FORMATS.has(format) || bytes.length > MAX_BYTES) return false;
  if (PRIVATE_NAMES.some((name) => bytes.includes(name, 0, 'latin1'))) return false;
  if (!isWhole(bytes, format) || PROGRAM.test(bytes.toString('latin1'))) return false;
  return exif === undefined || hasPublicTagsAlone(exif);
}

/** Nothing stands behind its end, where films, pages and further pictures would; a JPEG has no comments either. */
function isWhole(bytes: Buffer, format: PhotoFormat): boolean {
  switch (format) {
    case 'jpeg':
      return hasKnownSegments(bytes) && bytes.readUInt16BE(bytes.length - 2) === 0xffd9;
    case 'png':
      return bytes.toString('latin1', bytes.length - 8, bytes.length - 4) === 'IEND';
    case 'webp':
      return bytes.readUInt32LE(4) + 8 === bytes.length;
    default:
      return false;
  }
}

/** JFIF, EXIF and XMP, colours and further pictures, JUMBF, IPTC, Adobe: segments whose contents are looked at. */
const KNOWN_APPLICATIONS: ReadonlySet<number> = new Set([0xe0, 0xe1, 0xe2, 0xeb, 0xed, 0xee]);

function hasKnownSegments(bytes: Buffer): boolean {
  for (let at = 2; at + 4 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at) & 0xff;
    if (bytes[at] !== 0xff || marker === 0xfe) return false;
    if (marker === 0xda) return true;
    if (marker >= 0xe0 && marker <= 0xef && !KNOWN_APPLICATIONS.has(marker)) return false;
  }
  return false;
}

/** Positions, thumbnails and what makers note are in directories or under tags of their own. */
function hasPublicTagsAlone(block: Buffer): boolean {
  const tiff = block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return false;
  const isLittle = order === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const isPublic = (directory: number, mayPoint: boolean): boolean => {
    if (directory + 2 > tiff.length) return false;
    const count = short(directory);
    const end = directory + 2 + count * 12;
    if (end + 4 > tiff.length || long(end) !== 0) return false;
    return Array.from({ length: count }, (_, index) => directory + 2 + index * 12).every((entry) => {
      const tag = short(entry);
      return tag === EXIF_POINTER ? mayPoint && isPublic(long(entry + 8), false) : PUBLIC_TAGS.has(tag);
    });
  };
  return isPublic(long(4), true);
}
