/**
 * What a file is, by its first bytes. A file's name says nothing here: cameras, phones and messengers
 * rename freely, and the image library would happily run an SVG that calls itself `.jpg`.
 */

import { isLfsPointer } from '../text/lfs-pointer.ts';
import { isCameraRaw } from './camera-raw.ts';

/** Formats that photos are taken in. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'avif' | 'gif';

/** Things that editors do put beside an article and that are told apart to give the right advice. */
export type OtherFormat =
  | 'empty'
  | 'svg'
  | 'html'
  | 'pdf'
  | 'jxl'
  | 'jpeg-2000'
  | 'photoshop'
  | 'bmp'
  | 'camera-raw'
  | 'video'
  | 'zip'
  | 'lfs-pointer'
  | 'text-mode'
  | 'text'
  | 'unknown';

type Recognized =
  | { readonly kind: 'photo'; readonly format: PhotoFormat }
  /** A phone's photo in a HEIF file, which the image library does not read: it is developed first. */
  | { readonly kind: 'heic' }
  | { readonly kind: 'other'; readonly format: OtherFormat };

/** How many first bytes are looked at: an SVG may open with a long comment or licence. */
const HEAD_BYTES = 4096;

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);
const VIDEO_BRANDS = new Set([
  'isom',
  'iso2',
  'mp41',
  'mp42',
  'M4V ',
  'qt  ',
  'avc1',
  '3gp4',
  '3gp5',
  'MSNV',
]);

export function recognizeFormat(bytes: Buffer): Recognized {
  if (bytes.length === 0) return { kind: 'other', format: 'empty' };
  if (wasTakenForText(bytes)) return { kind: 'other', format: 'text-mode' };
  const photo = recognizePhoto(bytes);
  if (photo !== undefined) return { kind: 'photo', format: photo };
  if (fileTypeBrands(bytes).some((brand) => HEIC_BRANDS.has(brand))) return { kind: 'heic' };
  return { kind: 'other', format: recognizeBinary(bytes) ?? recognizeText(bytes) };
}

function recognizePhoto(bytes: Buffer): PhotoFormat | undefined {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6))) return 'gif';
  if (isTiff(bytes) && !isCameraRaw(bytes)) return 'tiff';
  return fileTypeBrands(bytes).some((brand) => brand === 'avif' || brand === 'avis') ? 'avif' : undefined;
}

function recognizeBinary(bytes: Buffer): OtherFormat | undefined {
  const brands = fileTypeBrands(bytes);
  if (brands[0] === 'crx ') return 'camera-raw';
  if (brands.some((brand) => VIDEO_BRANDS.has(brand))) return 'video';
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf';
  if (startsWith(bytes, 0, [0xff, 0x0a]) || ascii(bytes, 4, 8) === 'JXL ') return 'jxl';
  if (ascii(bytes, 4, 8) === 'jP  ' || startsWith(bytes, 0, [0xff, 0x4f, 0xff, 0x51])) return 'jpeg-2000';
  if (ascii(bytes, 0, 4) === '8BPS') return 'photoshop';
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && bytes.readUInt32LE(6) === 0) return 'bmp';
  if (isTiff(bytes) || ascii(bytes, 0, 15) === 'FUJIFILMCCD-RAW') return 'camera-raw';
  if (['IIRO', 'IIRS', 'IIU\0'].includes(ascii(bytes, 0, 4))) return 'camera-raw';
  if (ascii(bytes, 0, 4) === 'PK\x03\x04') return 'zip';
  return undefined;
}

function recognizeText(bytes: Buffer): OtherFormat {
  if (isLfsPointer(bytes)) return 'lfs-pointer';
  const head = bytes.subarray(0, HEAD_BYTES);
  const text = head.toString('latin1');
  if (/<svg[\s>]/i.test(text)) return 'svg';
  if (/<!doctype html|<html[\s>]/i.test(text)) return 'html';
  return head.includes(0) ? 'unknown' : 'text';
}

const REPLACEMENT = '\u00ef\u00bf\u00bd';
/** How a JPEG and a PNG begin when their bytes were taken for letters, or their line ends were exchanged. */
const TAKEN_FOR_TEXT = [
  `${REPLACEMENT}${REPLACEMENT}${REPLACEMENT}`,
  '\u00c3\u00bf\u00c3\u0098\u00c3\u00bf',
  '\u00ef\u00bb\u00bf\u00ff\u00d8\u00ff',
  '\u0089PNG\n',
  '\u0089PNG\r\r\n',
  `${REPLACEMENT}PNG`,
  '\u00c2\u0089PNG',
];
/** By chance one line feed in 256 has a carriage return before it. */
const SURELY_CHANGED_LINES = 8;

function wasTakenForText(bytes: Buffer): boolean {
  if (TAKEN_FOR_TEXT.some((beginning) => ascii(bytes, 0, beginning.length) === beginning)) return true;
  if (!startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return false;
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at - 1] !== 0x0d) return false;
    lines += 1;
  }
  return lines >= SURELY_CHANGED_LINES;
}

/** TIFF's two byte orders, and the same for files beyond 4 GiB. */
function isTiff(bytes: Buffer): boolean {
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(ascii(bytes, 0, 4));
}

/** The brands of a file in ISO's base media format (AVIF, HEIC, MP4), the major one first; else none. */
function fileTypeBrands(bytes: Buffer): readonly string[] {
  if (bytes.length < 16 || ascii(bytes, 4, 8) !== 'ftyp') return [];
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, HEAD_BYTES);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4));
  return brands;
}

function ascii(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end);
}

function startsWith(bytes: Buffer, start: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[start + index] === byte);
}
