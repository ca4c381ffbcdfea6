/** Finds the metadata blocks of a JPEG. Damage ends the search. Source: ITU T.81 annex B. Pure. */

import type { MetadataBlocks } from '../../../../src/photos/metadata/pack-metadata.ts';

const startOfScan = 0xda;
const app1 = 0xe1;
const app13 = 0xed;
const xmpHeader = 'http://ns.adobe.com/xap/1.0/\0';

export function jpegBlocks(bytes: Buffer): MetadataBlocks {
  const blocks: { exif?: Buffer; xmp?: Buffer; iptc?: Buffer } = {};
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1];
    if (marker === startOfScan) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const content = bytes.subarray(at + 4, end);
    const begins = (text: string): boolean => content.toString('latin1', 0, text.length) === text;
    if (marker === app1 && begins('Exif\0\0')) blocks.exif ??= content;
    else if (marker === app1 && begins(xmpHeader)) blocks.xmp ??= content.subarray(xmpHeader.length);
    else if (marker === app13) blocks.iptc ??= content;
    at = end;
  }
  return blocks;
}
