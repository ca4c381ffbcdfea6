/** Photos as phones write them: more in one file than the picture that is shown. Made here from what makers document. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describePhoto } from '../../src/photos/describe-photo.ts';
import { jpegSegment } from '../../src/photos/metadata/clean-jpeg.ts';
import { cleanPhoto } from '../../src/photos/metadata/clean-photo.ts';
import { pngChunk } from '../../src/photos/png-chunks.ts';
import {
  distance,
  draw,
  makeWorkplace,
  pixelAt,
  plain,
  publish,
  quarterAt,
  quarters,
  type Rgb,
  type Workplace,
} from './pictures.ts';

let workplace: Workplace;

beforeAll(async () => {
  workplace = await makeWorkplace();
});

afterAll(() => workplace.remove());

const [widthPx, heightPx] = [120, 80];
const picture = () => draw(widthPx, heightPx, (x, y) => quarterAt(x, y, widthPx, heightPx));
const jpeg = () => picture().jpeg({ quality: 92 }).toBuffer();

/** Right behind the JPEG's beginning. */
function withSegments(bytes: Buffer, ...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([bytes.subarray(0, 2), ...segments, bytes.subarray(2)]);
}

function xmpSegment(attributes: string): Buffer {
  const rdf =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description ${attributes}/></rdf:RDF></x:xmpmeta>`;
  return jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${rdf}`));
}

/** A directory of two pictures in one file (CIPA DC-007), with the second's size. */
function multiPictureSegment(sizes: readonly [number, number]): Buffer {
  const directory = Buffer.alloc(12 + 2 + 3 * 12 + 4 + 2 * 16);
  directory.write('MPF\0MM\0*', 'latin1');
  directory.writeUInt32BE(8, 8);
  directory.writeUInt16BE(3, 12);
  const entry = (index: number, tag: number, type: number, count: number, value: number) => {
    const at = 14 + index * 12;
    directory.writeUInt16BE(tag, at);
    directory.writeUInt16BE(type, at + 2);
    directory.writeUInt32BE(count, at + 4);
    directory.writeUInt32BE(value, at + 8);
  };
  entry(0, 0xb000, 7, 4, 0x30313030);
  entry(1, 0xb001, 4, 1, 2);
  entry(2, 0xb002, 7, 32, 50);
  directory.writeUInt32BE(0x030000, 54);
  directory.writeUInt32BE(sizes[0], 58);
  directory.writeUInt32BE(sizes[1], 74);
  directory.writeUInt32BE(sizes[0], 78);
  return jpegSegment(0xe2, directory);
}

/** As Android and Adobe write HDR: a picture for all screens, and behind it how much brighter each place may be. */
async function hdrJpeg(): Promise<Buffer> {
  const base = await jpeg();
  const map = withSegments(
    await plain([255, 255, 255], 60, 40).greyscale().jpeg().toBuffer(),
    xmpSegment(
      'xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0" hdrgm:GainMapMax="2.3"',
    ),
    jpegSegment(0xe2, Buffer.from('urn:iso:std:iso:ts:21496:-1\0\0\0\0\0', 'latin1')),
  );
  const own = withSegments(
    base,
    xmpSegment('xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"'),
    jpegSegment(0xe2, Buffer.from('urn:iso:std:iso:ts:21496:-1\0\0\0\0\0', 'latin1')),
    multiPictureSegment([base.length, map.length]),
  );
  return Buffer.concat([own, map]);
}

/** A film of one empty box behind the picture, as Google and Samsung append it. */
async function motionPhoto(): Promise<Buffer> {
  const film = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0isommp42\0\0\0\x08mdat', 'latin1');
  const xmp = xmpSegment(
    'xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MotionPhoto="1" ' +
      `GCamera:MicroVideo="1" GCamera:MicroVideoOffset="${film.length}"`,
  );
  return Buffer.concat([withSegments(await jpeg(), xmp), film]);
}

async function panorama(): Promise<Buffer> {
  const attributes =
    'xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" GPano:UsePanoramaViewer="True" ' +
    'GPano:ProjectionType="equirectangular" GPano:FullPanoWidthPixels="4000"';
  return withSegments(await jpeg(), xmpSegment(attributes));
}

/** A portrait's depth, as a second picture that no directory tells of but XMP. */
async function portrait(): Promise<Buffer> {
  const depth = await plain([90, 90, 90], 60, 40).greyscale().jpeg().toBuffer();
  const base = await jpeg();
  const xmp = xmpSegment(
    'xmlns:GDepth="http://ns.google.com/photos/1.0/depthmap/" GDepth:Format="RangeInverse"',
  );
  return Buffer.concat([withSegments(base, xmp, multiPictureSegment([base.length, depth.length])), depth]);
}

describe.each([
  ['of HDR', hdrJpeg],
  ['in motion', motionPhoto],
  ['of a panorama', panorama],
  ['with depth', portrait],
])('a JPEG %s', (_, make) => {
  test('is published as the picture alone, no darker, and nothing else of it goes out', async () => {
    const bytes = await make();
    const { photo, files } = await publish(workplace, bytes);
    expect([photo.widthPx, photo.heightPx]).toEqual([widthPx, heightPx]);
    expect([photo.doubt, photo.pictureCount]).toEqual([undefined, undefined]);
    const cleaned = await cleanPhoto(bytes, 'jpeg');
    if (!cleaned.ok) throw new Error('It cannot be cleaned.');
    const out = [...files.map(({ file }) => file), await workplaceFile(cleaned.value)];
    for (const file of out) {
      for (const [index, [x, y]] of (
        [
          [0.2, 0.2],
          [0.8, 0.2],
          [0.2, 0.8],
          [0.8, 0.8],
        ] as const
      ).entries())
        expect(distance(await pixelAt(file, x, y), quarters[index] ?? [])).toBeLessThan(24);
      const written = (await readFile(file)).toString('latin1');
      expect(written).not.toMatch(/hdrgm|21496|MPF\0|ftypmp42|MotionPhoto|GPano|GDepth/u);
    }
  });
});

async function workplaceFile(bytes: Buffer): Promise<string> {
  await workplace.write('cleaned.jpg', bytes);
  return path.join(workplace.contentFolder, 'cleaned.jpg');
}

describe('a HEIC of several pictures', () => {
  const isRed = ([red = 0, , blue = 0]: readonly number[]) => red > blue;

  // `burst.heic` holds a red and a blue picture; heif-enc made it.
  test('shows its main picture, wherever that stands', async () => {
    const bytes = await readFile(path.join(import.meta.dirname, '../fixtures/photos/burst.heic'));
    const primaryAt = bytes.indexOf('pitm') + 8;
    // As heif-info numbers them.
    const [first, second] = [2, 4];
    for (const [main, red] of [
      [first, true],
      [second, false],
    ] as const) {
      const chosen = Buffer.from(bytes);
      chosen.writeUInt16BE(main, primaryAt);
      const { photo, files } = await publish(workplace, chosen);
      expect([photo.widthPx, photo.heightPx]).toEqual([64, 48]);
      expect(isRed(await pixelAt(files[0]?.file ?? '', 0.5, 0.5))).toBe(red);
    }
  });
});

/** Before the first pixel, behind the header. */
function withChunks(png: Buffer, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

function numbers(...values: readonly number[]): Buffer {
  const content = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) content.writeUInt32BE(value, index * 4);
  return content;
}

describe('a PNG that tells its colours by numbers', () => {
  const colour: Rgb = [40, 90, 160];
  const gamma = (value: number) => pngChunk('gAMA', numbers(value));
  const displayP3 = pngChunk('cHRM', numbers(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000));

  // What Chromium 140 paints, read from a canvas of sRGB.
  test.each([
    ['a gamma of 1', [gamma(100_000)], [110, 160, 208]],
    ['a gamma of 1.8', [gamma(55_556)], [53, 109, 176]],
    ['sRGB’s gamma', [gamma(45_455)], [40, 90, 160]],
    ['the primaries of Display P3', [gamma(45_455), displayP3], [0, 91, 167]],
    ['primaries without a gamma, which say nothing', [displayP3], [40, 90, 160]],
    ['an sRGB chunk, which wins', [pngChunk('sRGB', Buffer.from([0])), gamma(100_000)], [40, 90, 160]],
    ['a gamma that cannot be', [gamma(0)], [40, 90, 160]],
  ] as const)('%s looks as in a browser', async (_, chunks, wanted) => {
    const png = withChunks(await plain(colour).png().toBuffer(), ...chunks);
    const { files } = await publish(workplace, png);
    const jpegs = files.filter(({ rendition }) => rendition.format === 'jpeg');
    expect(jpegs.length).toBeGreaterThan(0);
    for (const { file } of jpegs) expect(distance(await pixelAt(file, 0.5, 0.5), wanted)).toBeLessThan(6);
    const cleaned = await cleanPhoto(png, 'png');
    if (!cleaned.ok) throw new Error('It cannot be cleaned.');
    expect(
      distance(
        await pixelAt(await sharp(cleaned.value).toColourspace('srgb').png().toBuffer(), 0.5, 0.5),
        wanted,
      ),
    ).toBeLessThan(4);
  });

  test('in grey, too', async () => {
    const png = withChunks(await plain([80, 80, 80]).greyscale().png().toBuffer(), gamma(100_000));
    const { files } = await publish(workplace, png);
    for (const { file } of files)
      expect(distance(await pixelAt(file, 0.5, 0.5), [152, 152, 152])).toBeLessThan(9);
  });

  test('and damaged chunks cost no photo', async () => {
    const png = await plain(colour).png().toBuffer();
    for (const chunk of [
      pngChunk('gAMA', Buffer.alloc(1)),
      pngChunk('cHRM', Buffer.alloc(32)),
      Buffer.alloc(5),
    ])
      expect((await describePhoto(withChunks(png, chunk, gamma(100_000)))).ok || chunk.length === 5).toBe(
        true,
      );
  });
});

test('a gradient of 16 bits is not banded', async () => {
  const [width, height] = [512, 64];
  // From one dark grey to another: 16 steps of 8 bits, 32 pixels each.
  const raw = new Uint16Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const value = Math.round(((24 + ((at % width) / width) * 16) / 255) * 65_535);
    raw.fill(value, at * 3, at * 3 + 3);
  }
  const png = await sharp(raw, { raw: { width, height, channels: 3 } })
    .toColourspace('rgb16')
    .png()
    .toBuffer();
  expect((await sharp(png).metadata()).depth).toBe('ushort');
  const { files } = await publish(workplace, png, {
    widthsPx: [512],
    formats: ['avif', 'jpeg'],
    effort: 'small',
  });
  expect(files).toHaveLength(2);
  for (const { file } of files) {
    const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    const row = [...data.subarray(32 * info.width, 33 * info.width)];
    // As many steps as 8 bits have, none of them twice as high, and never backwards by more than one.
    expect(new Set(row).size).toBeGreaterThanOrEqual(14);
    for (const [x, value] of row.entries())
      expect(Math.abs(value - (24 + (x / width) * 16))).toBeLessThan(2.5);
  }
});
