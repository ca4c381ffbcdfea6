/** What a photo says of itself: the public texts are read and stay, everything private never leaves. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import exifr from 'exifr';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planSocialCard } from '../../../src/photos/cards/plan-social-card.ts';
import { encodePhotoCard } from '../../../src/photos/cards/social-card.ts';
import { describePhoto } from '../../../src/photos/describe-photo.ts';
import { cleanJpeg } from '../../../src/photos/metadata/clean-jpeg.ts';
import { cleanPhoto } from '../../../src/photos/metadata/clean-photo.ts';
import { plainText } from '../../../src/photos/metadata/plain-text.ts';
import { prepareDownload } from '../../../src/photos/prepare-download.ts';
import { makeWorkplace, noise, plain, publish, smallRecipe, type Workplace } from '../pictures.ts';
import { privateMark, published, revealingJpeg } from '../revealing-photo.ts';

let workplace: Workplace;

beforeAll(async () => {
  workplace = await makeWorkplace();
});

afterAll(() => workplace.remove());

/** Everything that a metadata reader finds, all blocks asked for. */
async function readAll(bytes: Buffer): Promise<unknown> {
  return await exifr.parse(bytes, {
    tiff: true,
    ifd1: true,
    gps: true,
    interop: true,
    makerNote: true,
    userComment: true,
    xmp: true,
    iptc: true,
    icc: false,
    jfif: true,
    ihdr: true,
    mergeOutput: false,
  });
}

function exifOf(found: unknown): object {
  return typeof found === 'object' && found !== null && 'exif' in found && typeof found.exif === 'object'
    ? (found.exif ?? {})
    : {};
}

async function metadataOf(bytes: Buffer) {
  const described = await describePhoto(bytes);
  if (!described.ok) throw new Error(described.fault.kind);
  return described.value.metadata;
}

const formats = ['jpeg', 'png', 'webp', 'tiff', 'avif'] as const;

/** The revealing photo in another format, with all its metadata. */
async function revealing(format: (typeof formats)[number]): Promise<Buffer> {
  const jpeg = await revealingJpeg();
  return format === 'jpeg' ? jpeg : await sharp(jpeg).keepMetadata().toFormat(format).toBuffer();
}

/** The other language that the revealing photo has its texts in. */
const german = { captions: { de: 'anders' }, alts: { de: 'anders' } };

describe('the texts of the picture desk are read', () => {
  test.each(formats)('from %s', async (format) => {
    const { takenAt: _takenAt, ...texts } = published;
    // libvips, which made this TIFF, writes no EXIF into it.
    expect(await metadataOf(await revealing(format))).toEqual(
      format === 'tiff' ? { ...texts, ...german } : { ...published, ...german },
    );
  });

  test('from XMP alone, IPTC alone and EXIF alone', async () => {
    const { caption, credit, creator, copyright, alt, takenAt } = published;
    expect(await metadataOf(await revealingJpeg({ blocks: ['xmp'] }))).toEqual({
      caption,
      credit,
      creator,
      copyright,
      alt,
      ...german,
    });
    expect(await metadataOf(await revealingJpeg({ blocks: ['iptc'] }))).toEqual({
      caption,
      credit,
      creator,
      copyright,
    });
    // What the camera writes where a description belongs is no caption.
    expect(await metadataOf(await revealingJpeg({ blocks: ['exif'] }))).toEqual({
      creator,
      copyright,
      takenAt,
    });
  });

  test('but not IPTC in letters of two encodings: some of them would be wrong', async () => {
    const latin = Buffer.from(
      (await revealingJpeg({ blocks: ['iptc'] })).toString('latin1').replace('\xc3\xac', 'o\xec'),
      'latin1',
    );
    expect((await metadataOf(latin)).caption).toBeUndefined();
  });

  test('and a photo that says nothing says nothing', async () => {
    expect(await metadataOf(await plain([1, 2, 3]).jpeg().toBuffer())).toEqual({});
  });

  test('and texts of strangers come as plain text, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const clean = plainText(text);
        expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        expect(clean).toBe(clean.trim());
        expect(clean).not.toMatch(/\p{Surrogate}/u);
      }),
    );
    expect(plainText('A &lt;b&gt; &amp; &#x4e2d;\n  B\u0000')).toBe('A <b> & 中 B');
  });

  test('and damaged metadata costs no photo', async () => {
    const whole = await revealingJpeg();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20, max: 1800 }),
        fc.integer({ min: 0, max: 255 }),
        async (at, value) => {
          const bytes = Buffer.from(whole);
          bytes[at] = value;
          // Never throws; whether the picture itself is still one depends on the byte.
          await describePhoto(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('nothing private leaves', () => {
  test.each(formats)('in any rendition or card of a %s', async (format) => {
    const source = await revealing(format);
    // What is looked for is there to be found.
    expect(source.includes(privateMark)).toBe(true);
    const { photo, files } = await publish(workplace, source);
    const rendition = planSocialCard(photo, undefined, smallRecipe);
    const card = await encodePhotoCard(
      { kind: 'photo', photo, rendition },
      { contentFolder: workplace.contentFolder, store: workplace.store, recipe: smallRecipe },
    );
    if (!card.ok) throw new Error(card.diagnostic.message);
    const outputs = [...files.map(({ file }) => file), card.path];
    expect(outputs).toHaveLength(6);
    for (const file of outputs) {
      const bytes = await readFile(file);
      expect(bytes.includes(privateMark)).toBe(false);
      expect(bytes.toString('latin1')).not.toMatch(/GPS|39,59|serial|Software|Make\b|City/i);
      const found = await readAll(bytes).catch(() => undefined);
      expect(found ?? {}).not.toHaveProperty('gps');
      expect(found ?? {}).not.toHaveProperty('ifd1');
      // libexif adds what the format asks for: sizes and versions.
      expect(
        Object.keys(exifOf(found)).filter(
          (key) => !/^(ColorSpace|Components|ExifImage|ExifVersion|Flashpix)/.test(key),
        ),
      ).toEqual([]);
      expect(await exifr.thumbnail(bytes).catch(() => undefined)).toBeUndefined();
    }
  });

  test.each(formats)('and the public texts stay, from a %s', async (format) => {
    const { files } = await publish(workplace, await revealing(format));
    const { alt: _alt, takenAt: _takenAt, ...kept } = published;
    for (const { file } of files) expect(await metadataOf(await readFile(file))).toEqual(kept);
  });

  test('as IPTC fields that picture desks read, in JPEG also as EXIF', async () => {
    const { files } = await publish(workplace, await revealing('jpeg'));
    const jpeg = files.find(({ rendition }) => rendition.format === 'jpeg');
    const found = await readAll(await readFile(jpeg?.file ?? ''));
    expect(found).toMatchObject({
      ifd0: { Artist: published.creator },
      dc: { creator: published.creator },
      photoshop: { Credit: published.credit },
    });
  });

  test('a photo without texts carries no metadata at all', async () => {
    const { files } = await publish(workplace, await plain([1, 2, 3]).jpeg().toBuffer());
    for (const { file } of files) {
      const { exif, xmp, iptc, icc } = await sharp(file).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
    }
  });
});

describe('downloads', () => {
  test.each([1, 6])(
    'a JPEG of orientation %i keeps its pixels and loses what is private',
    async (orientation) => {
      const source = await revealingJpeg({ orientation });
      await workplace.write('press.jpg', source);
      const download = await prepareDownload(workplace.contentFolder, 'press.jpg', workplace.store);
      if (!download.ok) throw new Error(download.fault.kind);
      const bytes = await readFile(download.value);
      expect(bytes.includes(privateMark)).toBe(false);
      expect(await exifr.gps(bytes)).toBeUndefined();
      expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(source).raw().toBuffer());
      expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(orientation);
      const { alt: _alt, takenAt: _takenAt, ...kept } = published;
      expect(await metadataOf(bytes)).toEqual(kept);
    },
  );

  test.each(['png', 'webp', 'tiff', 'avif'] as const)('a %s is written anew', async (format) => {
    await workplace.write(`press.${format}`, await revealing(format));
    const download = await prepareDownload(workplace.contentFolder, `press.${format}`, workplace.store);
    if (!download.ok) throw new Error(download.fault.kind);
    const bytes = await readFile(download.value);
    expect(bytes.includes(privateMark)).toBe(false);
    const { alt: _alt, takenAt: _takenAt, ...kept } = published;
    expect(await metadataOf(bytes)).toEqual(kept);
  });

  test('progressive JPEGs, restarts, padding and a profile survive', async () => {
    const bytes = await noise(200, 150).withIccProfile('p3').jpeg({ progressive: true }).toBuffer();
    const padded = Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xff]), bytes.subarray(2)]);
    const cleaned = cleanJpeg(padded, []);
    expect(await sharp(cleaned).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
    expect((await sharp(cleaned).metadata()).icc).toBeDefined();
  });

  test('a JPEG without its end is never called clean', async () => {
    const whole = await revealingJpeg();
    const end = whole.lastIndexOf(Buffer.from([0xff, 0xd9]));
    for (let length = 0; length < end; length += 7)
      expect(cleanJpeg(whole.subarray(0, length), [])).toBeUndefined();
  });

  test('any bytes at all are cleaned or refused, and never throw', async () => {
    const whole = await revealingJpeg();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const bytes = Buffer.from(whole);
        bytes[at] = value;
        const cleaned = cleanJpeg(bytes, []);
        expect(cleaned === undefined || cleaned.length <= bytes.length + 2).toBe(true);
      }),
    );
  });

  test('texts of any length fit into a JPEG', async () => {
    const long = '"签'.repeat(4000);
    const texts = { caption: long, credit: long, creator: long, copyright: long };
    const cleaned = await cleanPhoto(await revealingJpeg(), 'jpeg', texts);
    if (!cleaned.ok) throw new Error(cleaned.fault.kind);
    expect((await metadataOf(cleaned.value)).caption).toHaveLength(5000);
  });

  test('what is no photo stays as it is, and a HEIC becomes a JPEG without what it tells', async () => {
    await workplace.write('paper.pdf', '%PDF-1.7 text');
    expect(await prepareDownload(workplace.contentFolder, 'paper.pdf', workplace.store)).toMatchObject({
      ok: true,
    });
    const phone = path.join(import.meta.dirname, '../../fixtures/photos/phone.heic');
    await workplace.write('phone.heic', await readFile(phone));
    const made = await prepareDownload(workplace.contentFolder, 'phone.heic', workplace.store);
    if (!made.ok) throw new Error(made.fault.kind);
    const bytes = await readFile(made.value);
    const { format, width, height, xmp } = await sharp(bytes).metadata();
    expect([format, width, height]).toEqual(['jpeg', 128, 96]);
    expect(xmp?.toString()).toContain('The red stall');
    expect(bytes.toString('latin1')).not.toMatch(/123456|GPS/u);
    await workplace.write('broken.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'));
    expect(await prepareDownload(workplace.contentFolder, 'broken.heic', workplace.store)).toMatchObject({
      ok: false,
      fault: { kind: 'damaged' },
    });
  });
});
