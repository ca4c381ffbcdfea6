/**
 * Photos of phones. `phone.heic` is of four quarters in Display P3, with texts, a position and a serial number;
 * `turned.heic` is a plain one with a turn by 90 degrees clockwise in its boxes. Both made by heif-enc and exiftool.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describePhoto } from '../../src/photos/describe-photo.ts';
import { describeHeif } from '../../src/photos/heic/item-boxes.ts';
import {
  distance,
  makeWorkplace,
  pixelAt,
  publish,
  quarterAt,
  quarters,
  type Workplace,
} from './pictures.ts';

const fixture = (name: string) =>
  readFile(path.join(import.meta.dirname, '..', 'fixtures', 'photos', `${name}.heic`));

let workplace: Workplace;
beforeEach(async () => {
  workplace = await makeWorkplace();
});
afterEach(() => workplace.remove());

describe('a HEIC of a phone', () => {
  test('is published, whatever it is called, with its texts and without where it was taken', async () => {
    const { photo, files } = await publish(workplace, await fixture('phone'));
    expect([photo.widthPx, photo.heightPx]).toEqual([128, 96]);
    expect(photo.metadata).toMatchObject({ caption: 'The red stall', credit: 'LI Hua' });
    for (const { rendition, file } of files) {
      const { exif, xmp } = await sharp(file).metadata();
      expect(`${exif?.toString('latin1')}${xmp}`).not.toMatch(/123456|GPS/);
      if (rendition.format !== 'jpeg') continue;
      for (const [x, y] of [
        [0.2, 0.2],
        [0.8, 0.2],
        [0.2, 0.8],
      ] as const) {
        // Taken for sRGB, the numbers of Display P3 would be 18 away.
        const wanted = quarterAt(x * 128, y * 96, 128, 96);
        expect(distance(await pixelAt(file, x, y), wanted)).toBeLessThan(12);
      }
    }
  });

  test('is turned by its boxes, not once more by its EXIF', async () => {
    const { photo, files } = await publish(workplace, await fixture('turned'));
    expect([photo.widthPx, photo.heightPx]).toEqual([96, 128]);
    const jpeg = files.find(({ rendition }) => rendition.format === 'jpeg');
    // Turned clockwise, the bottom left stands at the top left.
    expect(distance(await pixelAt(jpeg?.file ?? '', 0.2, 0.2), quarters[2])).toBeLessThan(20);
    expect(photo.metadata.takenAt).toBe('2024-05-06T10:11:12');
  });

  test.each([0.3, 0.6, 0.9])('that lost its end at %d is told as damaged', async (part) => {
    const bytes = await fixture('phone');
    const outcome = await describePhoto(bytes.subarray(0, bytes.length * part));
    expect(outcome).toMatchObject({ ok: false, fault: { kind: 'damaged' } });
  });

  test('that declares too many pixels is refused before it is decoded', async () => {
    const bytes = await fixture('phone');
    const size = bytes.indexOf('ispe') + 8;
    bytes.writeUInt32BE(60_000, size);
    bytes.writeUInt32BE(60_000, size + 4);
    expect(await describePhoto(bytes)).toMatchObject({ ok: false, fault: { kind: 'too-many-pixels' } });
  });
});

test('boxes of any bytes are read without an error', async () => {
  const bytes = await fixture('phone');
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const changed = Buffer.from(bytes);
      changed[at] = value;
      describeHeif(changed);
    }),
  );
});
