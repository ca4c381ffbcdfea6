/** Files of picture generators that say nothing in a term of the IPTC. */

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { describePhoto } from '../../../src/photos/describe-photo.ts';
import { sourceOfNotes } from '../../../src/photos/provenance/generator-notes.ts';
import { noise } from '../pictures.ts';

const settings = 'a castle in the clouds\nNegative prompt: people\nSteps: 20, Sampler: Euler a, CFG scale: 7';
const xmp = (tool: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="${tool}"/></rdf:RDF></x:xmpmeta>`;

async function sourceOf(bytes: Buffer) {
  const described = await describePhoto(bytes);
  return described.ok ? described.value.metadata.sourceType : described.fault;
}

test.each<[string, () => Promise<Buffer>, string | undefined]>([
  [
    'a PNG with its settings',
    () =>
      noise(20, 20, 1)
        .png()
        .toBuffer()
        .then((png) => withText(png, 'parameters', settings)),
    'trainedAlgorithmicMedia',
  ],
  [
    'a PNG with another program’s parameters',
    () =>
      noise(20, 20, 1)
        .png()
        .toBuffer()
        .then((png) => withText(png, 'parameters', 'gamma 2.2')),
    undefined,
  ],
  [
    'a JPEG with its settings in EXIF',
    () =>
      noise(20, 20, 1)
        .jpeg()
        .withExif({ IFD2: { UserComment: settings } })
        .toBuffer(),
    'trainedAlgorithmicMedia',
  ],
  [
    'a JPEG with the program in EXIF',
    () =>
      noise(20, 20, 1)
        .jpeg()
        .withExif({ IFD0: { Software: 'Midjourney 7' } })
        .toBuffer(),
    'trainedAlgorithmicMedia',
  ],
  [
    'a WebP with the program in XMP',
    () => noise(20, 20, 1).webp().withXmp(xmp('Adobe Firefly')).toBuffer(),
    'trainedAlgorithmicMedia',
  ],
  [
    'a photo that a person edited',
    () =>
      noise(20, 20, 1)
        .jpeg()
        .withExif({ IFD0: { Software: 'Adobe Photoshop 26' } })
        .withXmp(xmp('Editor de imagen'))
        .toBuffer(),
    undefined,
  ],
])('%s', async (_, make, expected) => {
  expect(await sourceOf(await make())).toBe(expected);
});

test.each([
  ['prompt', '{"3": {"class_type": "KSampler"}}', true],
  ['workflow', '{"nodes": []}', false],
  ['Software', 'NovelAI', true],
  ['Software', 'GIMP', false],
  ['Dream', '"castle" -s 50', true],
  ['Comment', 'Made with GIMP', false],
])('the text %s: %s of a PNG', (keyword, text, isGenerated) => {
  expect(sourceOfNotes({ programs: [], comments: [{ keyword, text }] }) !== undefined).toBe(isGenerated);
});

/** Before the pixels, as generators write it. */
async function withText(png: Buffer, keyword: string, text: string): Promise<Buffer> {
  const data = Buffer.from(`tEXt${keyword}\0${text}`, 'latin1');
  const chunk = Buffer.alloc(data.length + 8);
  chunk.writeUInt32BE(data.length - 4);
  data.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(data), data.length + 4);
  const made = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
  expect((await sharp(made).metadata()).comments).toEqual([{ keyword, text }]);
  return made;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
