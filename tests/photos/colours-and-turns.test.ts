/** What a photo looks like does not depend on how its camera stored it. */

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tiffHeader } from '../../src/photos/tiff-header.ts';
import {
  distance,
  draw,
  makeWorkplace,
  noise,
  pixelAt,
  plain,
  publish,
  quarterAt,
  type Workplace,
} from './pictures.ts';

let workplace: Workplace;

beforeAll(async () => {
  workplace = await makeWorkplace();
});

afterAll(() => workplace.remove());

const widthPx = 120;
const heightPx = 80;

/** Where a stored pixel is seen, by EXIF's definition: what its first row and its first column are. */
const seenAt: Readonly<Record<number, (column: number, row: number) => readonly [x: number, y: number]>> = {
  1: (column, row) => [column, row],
  2: (column, row) => [widthPx - 1 - column, row],
  3: (column, row) => [widthPx - 1 - column, heightPx - 1 - row],
  4: (column, row) => [column, heightPx - 1 - row],
  5: (column, row) => [row, column],
  6: (column, row) => [widthPx - 1 - row, column],
  7: (column, row) => [widthPx - 1 - row, heightPx - 1 - column],
  8: (column, row) => [row, heightPx - 1 - column],
};

describe('orientation', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i is seen upright in every rendition', async (orientation) => {
    const [storedWidth, storedHeight] = orientation < 5 ? [widthPx, heightPx] : [heightPx, widthPx];
    const stored = draw(storedWidth, storedHeight, (column, row) => {
      const [x, y] = seenAt[orientation]?.(column, row) ?? [0, 0];
      return quarterAt(x, y, widthPx, heightPx);
    });
    const { photo, files } = await publish(
      workplace,
      await stored.withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer(),
    );
    expect([photo.widthPx, photo.heightPx]).toEqual([widthPx, heightPx]);
    expect(files).toHaveLength(5);
    for (const { rendition, file } of files) {
      const { width, height, orientation: left } = await sharp(file).metadata();
      expect([width, height]).toEqual([rendition.widthPx, rendition.heightPx]);
      expect(left ?? 1).toBe(1);
      for (const [x, y] of [
        [0.2, 0.2],
        [0.8, 0.2],
        [0.2, 0.8],
        [0.8, 0.8],
      ] as const) {
        expect(distance(await pixelAt(file, x, y), quarterAt(x, y, 1, 1))).toBeLessThan(16);
      }
    }
  });
});

describe('colours come out as sRGB', () => {
  /** Every rendition of a plain picture shows this colour, within what lossy formats lose. */
  const shows = async (bytes: Buffer, colour: readonly number[], within = 6) => {
    const { photo, files } = await publish(workplace, bytes);
    for (const { file } of files)
      expect(distance((await pixelAt(file, 0.5, 0.5)).slice(0, 3), colour)).toBeLessThanOrEqual(within);
    return photo;
  };

  test('from Display P3, whose numbers mean other colours', async () => {
    const bytes = await plain([180, 90, 60]).withIccProfile('p3').jpeg({ quality: 100 }).toBuffer();
    const numbers = await sharp(bytes).keepIccProfile().raw().toBuffer();
    expect(distance([...numbers.subarray(0, 3)], [180, 90, 60])).toBeGreaterThan(6);
    await shows(bytes, [180, 90, 60]);
  });

  test('from CMYK, as LittleCMS itself gives them', async () => {
    const bytes = await plain([128, 128, 128]).withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const inks = await sharp(bytes).keepIccProfile().toColourspace('cmyk').raw().toBuffer();
    expect(distance([...inks.subarray(0, 4)], [13, 6, 16, 165])).toBeLessThan(3);
    // Of these inks `jpgicc -t0` makes the following.
    await shows(bytes, [114, 114, 116]);
  });

  test('from 16 bits a channel', async () => {
    const bytes = await plain([180, 90, 60]).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    await shows(bytes, [180, 90, 60]);
  });

  test('from 16 bits a channel in Display P3', async () => {
    const bytes = await plain([180, 90, 60]).withIccProfile('p3').toColourspace('rgb16').png().toBuffer();
    const { depth, hasProfile } = await sharp(bytes).metadata();
    expect([depth, hasProfile]).toEqual(['ushort', true]);
    await shows(bytes, [180, 90, 60]);
  });

  test('from Display P3, which stays in AVIF and becomes sRGB in JPEG', async () => {
    // A green that sRGB does not have, written with the profile as a phone writes it.
    const profile = (await sharp(await plain([0, 255, 0]).withIccProfile('p3').png().toBuffer()).metadata())
      .icc;
    const data = await plain([0, 255, 0]).raw().toBuffer();
    const source = Buffer.concat([tiffHeader(64, 48, 3, profile), data]);
    const { files } = await publish(workplace, source);
    for (const { rendition, file } of files) {
      const { data: pixel } = await sharp(file, { ignoreIcc: true })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const icc = (await sharp(file).metadata()).icc;
      if (rendition.format === 'avif') expect(icc?.equals(profile ?? Buffer.alloc(0))).toBe(true);
      else expect(icc).toBeUndefined();
      expect(distance([...pixel.subarray(0, 3)], [0, 255, 0])).toBeLessThan(12);
    }
  });

  test('from grey, of 8 and of 16 bits', async () => {
    for (const space of ['b-w', 'grey16']) {
      const bytes = await plain([120, 120, 120]).toColourspace(space).png().toBuffer();
      expect((await sharp(bytes).metadata()).channels).toBe(1);
      await shows(bytes, [120, 120, 120]);
    }
  });

  test('from a palette', async () => {
    await shows(await plain([40, 70, 210]).png({ palette: true, colours: 8 }).toBuffer(), [40, 70, 210]);
  });
});

describe('transparency', () => {
  test('stays in AVIF and WebP and is white in JPEG', async () => {
    const clear = sharp({
      create: { width: 80, height: 60, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0 } },
    });
    const { files } = await publish(workplace, await clear.png().toBuffer());
    for (const { rendition, file } of files) {
      const pixel = await pixelAt(file, 0.5, 0.5);
      if (rendition.format === 'jpeg') expect(distance(pixel, [255, 255, 255])).toBeLessThan(3);
      else expect(pixel[3]).toBe(0);
    }
  });

  test.each([
    ['grey', 'b-w'],
    ['16 bits', 'rgb16'],
  ])('works together with %s', async (_name, space) => {
    const half = sharp({
      create: { width: 80, height: 60, channels: 4, background: { r: 100, g: 100, b: 100, alpha: 0.5 } },
    });
    const { files } = await publish(workplace, await half.toColourspace(space).png().toBuffer());
    for (const { rendition, file } of files) {
      const [value = 0, , , alpha] = await pixelAt(file, 0.5, 0.5);
      if (rendition.format === 'jpeg') expect(Math.abs(value - 178)).toBeLessThan(5);
      else expect(Math.abs((alpha ?? 0) - 128)).toBeLessThan(3);
    }
  });
});

describe('animations', () => {
  test.each(['gif', 'webp'] as const)('of %s are shown by their first picture', async (format) => {
    const frames = await Promise.all(
      [plain([220, 40, 40]), plain([40, 70, 210])].map((frame) => frame.png().toBuffer()),
    );
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(format, { loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2);
    const { photo, files } = await publish(workplace, bytes);
    expect([photo.widthPx, photo.heightPx]).toEqual([64, 48]);
    for (const { file } of files)
      expect(distance((await pixelAt(file, 0.5, 0.5)).slice(0, 3), [220, 40, 40])).toBeLessThan(12);
  });
});

describe('sources of every format', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const)('%s', async (format) => {
    const bytes = await draw(widthPx, heightPx, (x, y) => quarterAt(x, y, widthPx, heightPx))
      .toFormat(format)
      .toBuffer();
    const { photo, files } = await publish(workplace, bytes);
    expect([photo.widthPx, photo.heightPx]).toEqual([widthPx, heightPx]);
    for (const { file } of files)
      expect(distance((await pixelAt(file, 0.8, 0.2)).slice(0, 3), quarterAt(0.8, 0.2, 1, 1))).toBeLessThan(
        24,
      );
  });

  test('a photo of one pixel', async () => {
    const { files } = await publish(workplace, await plain([40, 180, 60], 1, 1).png().toBuffer());
    expect(files.map(({ rendition }) => [rendition.widthPx, rendition.heightPx])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('a photo far taller than wide is never asked for more than WebP can hold', async () => {
    const { photo, files } = await publish(workplace, await plain([40, 180, 60], 8, 17_000).png().toBuffer());
    expect(photo.heightPx).toBe(17_000);
    for (const { rendition } of files) expect(rendition.heightPx).toBeLessThanOrEqual(16_383);
  });
});

describe('efforts', () => {
  test('share a cache and never a file', async () => {
    const bytes = await noise(100, 80).jpeg().toBuffer();
    const fast = await publish(workplace, bytes, {
      widthsPx: [80],
      formats: ['avif', 'webp', 'jpeg'],
      effort: 'fast',
    });
    const small = await publish(workplace, bytes, {
      widthsPx: [80],
      formats: ['avif', 'webp', 'jpeg'],
      effort: 'small',
    });
    const names = [...fast.files, ...small.files].map(({ file }) => file);
    expect(new Set(names).size).toBe(6);
    // What was made first is still there, and is not made again.
    expect((await workplace.encode([fast.photo])).encodedCount).toBe(0);
  });

  test('a further width makes only its own renditions', async () => {
    const bytes = await noise(100, 80, 7).jpeg().toBuffer();
    await publish(workplace, bytes, { widthsPx: [80], formats: ['webp'], effort: 'fast' });
    await workplace.write('photo.jpg', bytes);
    const recipe = { widthsPx: [40, 80], formats: ['webp', 'jpeg'] as const, effort: 'fast' as const };
    const { photos } = await workplace.describe(['photo.jpg'], recipe);
    expect((await workplace.encode(photos.values(), recipe)).encodedCount).toBe(2);
  });
});
