/**
 * C2PA manifests, from the file to all that is made of it. The fixtures were signed with @trustnxt/c2pa-ts 0.9.4 (ES256
 * under a root of their own) and are read by @contentauth/c2pa-wasm: two implementations that do not know each other. The
 * certificate of `signed-camera.jpg`, whose positions and serial number are exiftool's, held from 2020 to 2021.
 */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import exifr from 'exifr';
import JSZip from 'jszip';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GlyphMasks } from '../../../src/photos/cards/glyph-masks.ts';
import { planSocialCard } from '../../../src/photos/cards/plan-social-card.ts';
import { encodeSocialCard } from '../../../src/photos/cards/social-card.ts';
import { describePhoto } from '../../../src/photos/describe-photo.ts';
import { jpegSegment } from '../../../src/photos/metadata/clean-jpeg.ts';
import { prepareDownload } from '../../../src/photos/prepare-download.ts';
import { planPressKit } from '../../../src/photos/press-kit/press-kit.ts';
import { writePressKit } from '../../../src/photos/press-kit/write-press-kit.ts';
import { credentialStates } from '../../../src/photos/provenance/content-credentials.ts';
import { isPublicOriginal } from '../../../src/photos/provenance/public-original.ts';
import { certificatesFromMs, hasManifest } from '../../../src/photos/provenance/read-credentials.ts';
import { sourceAddress } from '../../../src/photos/provenance/source-type.ts';
import { makeWorkplace, noise, publish, smallRecipe, type Workplace } from '../pictures.ts';

let workplace: Workplace;
beforeEach(async () => {
  workplace = await makeWorkplace();
});
afterEach(() => workplace.remove());

const fixture = (name: string) =>
  readFile(path.join(import.meta.dirname, '..', '..', 'fixtures', 'photos', name));

async function described(bytes: Buffer) {
  const outcome = await describePhoto(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  return outcome.value;
}

const instanceId = 'xmp:iid:8a7d5b9e-1111-4222-8333-123456789abc';

describe('a signed photo', () => {
  test.each([
    ['signed-ai.jpg', 'trainedAlgorithmicMedia', 'Campus Camera 7, Test Newsroom', true],
    ['signed-edited.png', 'compositeWithTrainedAlgorithmicMedia', 'Campus Camera 7, Test Newsroom', true],
    ['signed-ai.webp', 'trainedAlgorithmicMedia', 'Campus Camera 7, Test Newsroom', true],
    ['signed-phone.heic', 'compositeWithTrainedAlgorithmicMedia', 'Campus Camera 7, Test Newsroom', false],
    // The certificate's time is over: on every day the same is said of the file.
    ['signed-camera.jpg', 'digitalCapture', 'Old Camera, Test Newsroom', false],
  ])(
    '%s says where it comes from, and who claims to have signed',
    async (name, sourceType, signer, isPublic) => {
      const { credentials, metadata } = await described(await fixture(name));
      expect(credentials).toMatchObject({ state: 'intact', signer, instanceId, isOriginalPublic: isPublic });
      expect(metadata).toMatchObject({
        sourceType,
        madeFrom: { instanceId, manifest: credentials?.manifest },
      });
    },
  );

  test('that was changed afterwards is told so, and still tells of a machine, but of no camera', async () => {
    const change = async (name: string) => {
      const bytes = Buffer.from(await fixture(name));
      bytes.writeUInt8((bytes.at(-60) ?? 0) ^ 1, bytes.length - 60);
      return await described(bytes);
    };
    const ai = await change('signed-ai.jpg');
    expect(ai.credentials).toMatchObject({ state: 'broken', isOriginalPublic: false });
    expect(ai.metadata.sourceType).toBe('trainedAlgorithmicMedia');
    const camera = await change('signed-camera.jpg');
    expect(camera.credentials?.state).toBe('broken');
    expect(camera.metadata.sourceType).toBeUndefined();
  });

  test('whose signature is not that of its claim is told so', async () => {
    const bytes = Buffer.from(await fixture('signed-ai.jpg'));
    const at = bytes.indexOf('c2pa.created');
    bytes.write('c2pa.cropped', at, 'latin1');
    expect((await described(bytes)).credentials?.state).toBe('broken');
  });

  test('is described from the cache as it was', async () => {
    await workplace.write('ai.jpg', await fixture('signed-ai.jpg'));
    const first = (await workplace.describe(['ai.jpg'])).photos.get('ai.jpg');
    const again = (await workplace.describe(['ai.jpg'])).photos.get('ai.jpg');
    expect(first?.credentials?.state).toBe('intact');
    expect({ ...again }).toEqual({ ...first });
  });

  test.each(['signed-ai.jpg', 'signed-camera.jpg'])(
    '%s cannot keep its manifest in what is made of it, which names the original instead',
    async (name) => {
      const { photo, files } = await publish(workplace, await fixture(name));
      const rendition = planSocialCard(photo, undefined, smallRecipe);
      const card = await encodeSocialCard(
        { kind: 'photo', photo, rendition },
        {
          contentFolder: workplace.contentFolder,
          store: workplace.store,
          recipe: smallRecipe,
          face: {
            fingerprint: '',
            set: () => Promise.reject(new Error('No face is needed.')),
            masks: new GlyphMasks(),
          },
        },
      );
      if (!card.ok) throw new Error('The card was not made.');
      for (const file of [...files.map((made) => made.file), card.path]) {
        const bytes = await readFile(file);
        expect(hasManifest(bytes)).toBe(false);
        const xmp = `${(await sharp(bytes).metadata()).xmp}`;
        expect(xmp).toContain(`<stRef:instanceID>${instanceId}</stRef:instanceID>`);
        expect(xmp).toContain(`<dc:source>${photo.credentials?.manifest}</dc:source>`);
        expect(xmp).toContain(sourceAddress(photo.metadata.sourceType ?? 'print'));
      }
    },
  );

  test('that tells nothing of its owner is offered for download byte for byte', async () => {
    for (const name of ['signed-ai.jpg', 'signed-edited.png']) {
      await workplace.write(name, await fixture(name));
      const download = await prepareDownload(workplace.contentFolder, name, workplace.store);
      if (!download.ok) throw new Error('There is no download.');
      expect((await readFile(download.value)).equals(await fixture(name))).toBe(true);
    }
  });

  test('that tells where it was taken is cleaned for download, and loses its manifest with that', async () => {
    const original = await fixture('signed-camera.jpg');
    expect(await exifr.gps(original)).toMatchObject({ latitude: 39.99 });
    await workplace.write('camera.jpg', original);
    const download = await prepareDownload(workplace.contentFolder, 'camera.jpg', workplace.store);
    if (!download.ok) throw new Error('There is no download.');
    const bytes = await readFile(download.value);
    expect(await exifr.gps(bytes)).toBeUndefined();
    expect(await exifr.parse(original)).toMatchObject({ SerialNumber: '1234567' });
    expect((await exifr.parse(bytes)) ?? {}).not.toHaveProperty('SerialNumber');
    expect(hasManifest(bytes)).toBe(false);
    const xmp = `${(await sharp(bytes).metadata()).xmp}`;
    expect(xmp).toContain(instanceId);
    expect(xmp).toContain(sourceAddress('digitalCapture'));
  });

  test('is in the press kit as it is, where it tells nothing of its owner', async () => {
    const names = ['signed-ai.jpg', 'signed-camera.jpg', 'signed-edited.png'];
    for (const name of names) await workplace.write(name, await fixture(name));
    const { photos } = await workplace.describe(names);
    const kit = planPressKit(
      'fair',
      names.flatMap((name) => photos.get(name) ?? []).map((photo) => ({ photo })),
      () => [],
    );
    const { contentFolder, store, cacheFolder } = workplace;
    const written = await writePressKit(kit, {
      contentFolder,
      store,
      recipe: smallRecipe,
      kitFolder: cacheFolder,
    });
    if (!written.ok) throw new Error('There is no kit.');
    const zip = await JSZip.loadAsync(await readFile(written.path));
    expect(Object.keys(zip.files)).toEqual([
      'fair-1.jpg',
      'fair-2.jpg',
      'fair-3.jpg',
      'fair-1-original.jpg',
      'fair-3-original.png',
    ]);
    const inKit = async (name: string) => (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0);
    expect((await inKit('fair-1-original.jpg')).equals(await fixture('signed-ai.jpg'))).toBe(true);
    expect((await described(await inKit('fair-3-original.png'))).credentials?.state).toBe('intact');
    expect(await exifr.gps(await inKit('fair-2.jpg'))).toBeUndefined();
    expect((await inKit('fair-2.jpg')).toString('latin1')).toContain(instanceId);
  });

  test.each([
    ['a film behind its end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('film')])],
    [
      'names of positions in a chunk of its own',
      (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, -2), Buffer.from('GPSLatitude'), bytes.subarray(-2)]),
    ],
  ])('with %s is not given away as it is', async (_, change) => {
    const { credentials } = await described(change(await fixture('signed-ai.jpg')));
    expect(credentials?.isOriginalPublic).toBe(false);
  });
});

test.each([
  [
    'exposure and date',
    { IFD0: { Make: 'Campus' }, IFD2: { ExposureTime: '1/125', DateTimeOriginal: '2024:05:06 10:11:12' } },
    true,
  ],
  ['a serial number', { IFD2: { BodySerialNumber: '1234567' } }, false],
  ['a position', { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 59/1 0/1' } }, false],
  ['a comment', { IFD2: { UserComment: 'ASCII\0\0\0At home' } }, false],
])('a file whose EXIF has %s may be given away as it is: %#', async (_, exif, isPublic) => {
  const bytes = await noise(40, 30, 5).jpeg().withExif(exif).toBuffer();
  const { exif: block } = await sharp(bytes).metadata();
  expect(isPublicOriginal(bytes, 'jpeg', { exif: block })).toBe(isPublic);
});

test.each([
  ['as it is', (bytes: Buffer) => bytes, true],
  ['with a page behind its end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('<html>')]), false],
  [
    'with a script in a comment',
    (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, 2), jpegSegment(0xfe, Buffer.from('comment')), bytes.subarray(2)]),
    false,
  ],
  [
    'with a script in its colour profile',
    (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, 2), jpegSegment(0xe2, Buffer.from('<SCRIPT>')), bytes.subarray(2)]),
    false,
  ],
  [
    'with a segment that nothing knows',
    (bytes: Buffer) =>
      Buffer.concat([bytes.subarray(0, 2), jpegSegment(0xe9, Buffer.from('x')), bytes.subarray(2)]),
    false,
  ],
])('a JPEG %s: %#', async (_, change, isPublic) => {
  const bytes = change(await noise(40, 30, 5).jpeg().toBuffer());
  expect(isPublicOriginal(bytes, 'jpeg', {})).toBe(isPublic);
});

test.each(['png', 'webp'] as const)(
  'a %s with something behind its end is not given away as it is',
  async (format) => {
    const bytes = await noise(40, 30, 5).toFormat(format).toBuffer();
    expect(isPublicOriginal(bytes, format, {})).toBe(true);
    expect(isPublicOriginal(Buffer.concat([bytes, Buffer.from('more')]), format, {})).toBe(false);
  },
);

describe('a file that only looks signed', () => {
  test('has no credentials where it names manifests in a text', async () => {
    const bytes = await noise(40, 30, 5)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- c2pa jumb --></x:xmpmeta>')
      .jpeg()
      .toBuffer();
    expect(hasManifest(bytes)).toBe(true);
    expect(await described(bytes)).not.toHaveProperty('credentials');
  });

  test('is not fetched from elsewhere', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end();
    }).listen(0);
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const bytes = await noise(40, 30, 5)
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
          '<rdf:Description rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/" ' +
          `dcterms:provenance="http://localhost:${port}/jumb.c2pa"/></rdf:RDF></x:xmpmeta>`,
      )
      .jpeg()
      .toBuffer();
    const found = await described(bytes);
    server.close();
    expect(requests).toBe(0);
    expect(found.credentials?.state).not.toBe('intact');
  });

  test('and was made to break readers is described all the same', async () => {
    const whole = await fixture('signed-ai.jpg');
    const first = whole.indexOf('jumb');
    const lengths = [0xffffffff, 1];
    for (const length of lengths) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32BE(length, first - 4);
      const { credentials } = await described(bytes);
      // What stands in no hash may be anything.
      expect(credentials === undefined || credentialStates.includes(credentials.state)).toBe(true);
    }
    for (let at = first; at < first + 1500; at += 500) {
      const bytes = Buffer.from(whole);
      bytes.fill(0xff, at, at + 3);
      const { credentials } = await described(bytes);
      expect(credentials === undefined || credentialStates.includes(credentials.state)).toBe(true);
    }
  });
});

test('the clock of a check stands at the newest certificate, of whatever kind its times are', () => {
  const utc = '0\x1e\x17\x0d200101000000Z\x17\x0d210101000000Z';
  const general = '0\x22\x18\x0f20300615120000Z\x18\x0f20310615120000Z';
  const of = (...parts: readonly string[]) => certificatesFromMs(Buffer.from(parts.join(' '), 'latin1'));
  expect(of('jumb', utc)).toBe(Date.UTC(2020, 0, 1) + 1000);
  expect(of('jumb', utc, general)).toBe(Date.UTC(2030, 5, 15, 12) + 1000);
  expect(of('jumb')).toBe(of('something else'));
});

test.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)(
  'a %s without a manifest is not looked into',
  async (format) => {
    expect(hasManifest(await noise(60, 40, 3).toFormat(format).toBuffer())).toBe(false);
  },
);
