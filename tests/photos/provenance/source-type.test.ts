/**
 * The mark that says where a picture comes from, from the file to all that is made of it. `phone.heic` was marked by
 * exiftool as a composite with AI.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GlyphMasks } from '../../../src/photos/cards/glyph-masks.ts';
import { planSocialCard } from '../../../src/photos/cards/plan-social-card.ts';
import { encodeSocialCard } from '../../../src/photos/cards/social-card.ts';
import { describePhoto } from '../../../src/photos/describe-photo.ts';
import { describePhotos } from '../../../src/photos/describe-photos.ts';
import { jpegSegment } from '../../../src/photos/metadata/clean-jpeg.ts';
import { cleanPhoto } from '../../../src/photos/metadata/clean-photo.ts';
import { xmpPacket } from '../../../src/photos/metadata/embed-metadata.ts';
import { prepareDownload } from '../../../src/photos/prepare-download.ts';
import {
  joinSources,
  machineShare,
  parseSourceType,
  type SourceType,
  schemaSourceType,
  sourceAddress,
  sourceTerms,
} from '../../../src/photos/provenance/source-type.ts';
import { defined } from '../../../src/text/defined.ts';
import { makeWorkplace, noise, publish, smallRecipe, type Workplace } from '../pictures.ts';

let workplace: Workplace;
beforeEach(async () => {
  workplace = await makeWorkplace();
});
afterEach(() => workplace.remove());

const xmpOf = async (file: string | Buffer) => `${(await sharp(file).metadata()).xmp}`;

test('every term is known by itself and by its address, and no other text is', () => {
  for (const term of sourceTerms) {
    expect(parseSourceType(term)).toBe(term);
    expect(parseSourceType(`${sourceAddress(term)} `)).toBe(term);
  }
  for (const other of ['', 'toString', 'photo', 'http://example.org/trainedAlgorithmicMedia'])
    expect(parseSourceType(other)).toBeUndefined();
});

test('readers are told of machines alone', () => {
  expect(sourceTerms.filter((term) => machineShare(term) === 'made')).toEqual([
    'algorithmicMedia',
    'trainedAlgorithmicMedia',
  ]);
  expect(machineShare('compositeWithTrainedAlgorithmicMedia')).toBe('changed');
  expect(machineShare('digitalCapture')).toBe('none');
  expect(machineShare(undefined)).toBe('none');
});

test('structured data names members of schema.org, and the IPTC’s address where it has none', () => {
  expect(schemaSourceType('trainedAlgorithmicMedia')).toBe(
    'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  );
  expect(schemaSourceType('humanEdits')).toBe(sourceAddress('humanEdits'));
});

test('a mark by exiftool in a HEIC is read', async () => {
  const bytes = await readFile(
    path.join(import.meta.dirname, '..', '..', 'fixtures', 'photos', 'phone.heic'),
  );
  expect(await describePhoto(bytes)).toMatchObject({
    ok: true,
    value: { metadata: { sourceType: 'compositeWithTrainedAlgorithmicMedia' } },
  });
});

const ext = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';

test.each([
  [
    'as its address',
    `<d:DigitalSourceType xmlns:d="${ext}">${sourceAddress('humanEdits')}</d:DigitalSourceType>`,
    'humanEdits',
  ],
  [
    'as a resource under a prefix of its own',
    `<iptcExt:DigitalSourceType xmlns:iptcExt="${ext}" rdf:resource="${sourceAddress('screenCapture')}"/>`,
    'screenCapture',
  ],
  [
    'by https and in other letters',
    `<e:DigitalSourceType xmlns:e='${ext}'>https://cv.iptc.org/newscodes/digitalSourceType/TrainedAlgorithmicMedia/</e:DigitalSourceType>`,
    'trainedAlgorithmicMedia',
  ],
  [
    'as a QCode',
    `<e:DigitalSourceType xmlns:e="${ext}">digsrctype:compositeCapture</e:DigitalSourceType>`,
    'compositeCapture',
  ],
  [
    'by the old name of the property',
    `<e:DigitalSourcefileType xmlns:e="${ext}">${sourceAddress('negativeFilm')}</e:DigitalSourcefileType>`,
    'negativeFilm',
  ],
  [
    'under the right name of another namespace',
    `<e:DigitalSourceType xmlns:e="http://example.org/">${sourceAddress('print')}</e:DigitalSourceType>`,
    undefined,
  ],
])('a mark that XMP gives %s is read', async (_, element, expected) => {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">${element}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const described = await describePhoto(await noise(40, 30, 5).withXmp(packet).jpeg().toBuffer());
  expect(described.ok && described.value.metadata.sourceType).toBe(expected);
});

test('IPTC, which has no place for a term, says it as its credit', async () => {
  // Record 2, data set 110 (credit) in Photoshop's block, as phones write it that edit photos with AI.
  const text = Buffer.from('Edited with Google AI');
  const iptc = Buffer.concat([Buffer.from([0x1c, 2, 110, 0, text.length]), text]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iptc.length);
  const block = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'),
    size,
    iptc,
    Buffer.alloc(iptc.length % 2),
  ]);
  const plain = await noise(40, 30, 5).jpeg().toBuffer();
  const marked = Buffer.concat([plain.subarray(0, 2), jpegSegment(0xed, block), plain.subarray(2)]);
  const described = await describePhoto(marked);
  expect(described.ok && described.value.metadata).toMatchObject({
    credit: 'Edited with Google AI',
    sourceType: 'compositeWithTrainedAlgorithmicMedia',
  });
});

test('an article may add that a machine had a part, and never talk it away', () => {
  expect(joinSources('trainedAlgorithmicMedia', 'digitalCapture')).toBe('trainedAlgorithmicMedia');
  expect(joinSources('digitalCapture', 'compositeSynthetic')).toBe('compositeSynthetic');
  expect(joinSources('negativeFilm', 'digitalCapture')).toBe('negativeFilm');
  expect(joinSources(undefined, 'print')).toBe('print');
  expect(joinSources('print', undefined)).toBe('print');
});

test.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)(
  'the mark of a %s stays in every rendition, the card and the download',
  async (format) => {
    const marked = await noise(100, 80, 5)
      .withXmp(xmpPacket({ sourceType: 'trainedAlgorithmicMedia' }) ?? '')
      .toFormat(format)
      .toBuffer();
    const { photo, files } = await publish(workplace, marked);
    expect(photo.metadata.sourceType).toBe('trainedAlgorithmicMedia');
    const card = await encodeSocialCard(
      { kind: 'photo', photo, rendition: planSocialCard(photo, undefined, smallRecipe) },
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
    const download = await cleanPhoto(marked, format);
    if (!card.ok || !download.ok) throw new Error('The card or the download was not made.');
    for (const made of [...files.map(({ file }) => file), card.path, download.value])
      expect(await xmpOf(made)).toContain(sourceAddress('trainedAlgorithmicMedia'));
  },
);

test('what an article states goes into renditions and the card, under names of their own', async () => {
  await workplace.write('plain.jpg', await noise(100, 80, 5).jpeg().toBuffer());
  const place = { file: 'content/index.md', line: 1, column: 1, endColumn: 2 };
  const { contentFolder, cacheFolder } = workplace;
  const described = async (...sources: readonly (SourceType | undefined)[]) => {
    const requests = sources.map((source) => ({ file: 'plain.jpg', place, ...defined({ source }) }));
    const { photos } = await describePhotos(requests, { contentFolder, cacheFolder, recipe: smallRecipe });
    const photo = photos.get('plain.jpg');
    if (photo === undefined) throw new Error('The photo was not described.');
    return photo;
  };
  const silent = await described(undefined);
  // Another language of the story says it: that holds for the file.
  const stated = await described('digitalCapture', 'trainedAlgorithmicMedia');
  expect(silent.statedSource).toBeUndefined();
  expect(stated.statedSource).toBe('trainedAlgorithmicMedia');
  expect(stated.metadata.sourceType).toBeUndefined();
  const names = [silent, stated].flatMap(({ renditions }) => renditions.map(({ path: name }) => name));
  expect(new Set(names).size).toBe(names.length);
  const { encodedCount } = await workplace.encode([silent, stated]);
  expect(encodedCount).toBe(names.length);
  for (const rendition of stated.renditions)
    expect(await xmpOf(await workplace.fileOf(rendition))).toContain(
      sourceAddress('trainedAlgorithmicMedia'),
    );
  const downloads = await Promise.all(
    [undefined, stated.statedSource].map((source) =>
      prepareDownload(contentFolder, 'plain.jpg', workplace.store, source),
    ),
  );
  const [plain, marked] = downloads.map((made) => (made.ok ? made.value : ''));
  expect(await xmpOf(plain ?? '')).not.toContain('digitalsourcetype');
  expect(await xmpOf(marked ?? '')).toContain(sourceAddress('trainedAlgorithmicMedia'));
  const card = planSocialCard(stated, undefined, smallRecipe);
  expect(card.path).not.toBe(planSocialCard(silent, undefined, smallRecipe).path);
});

test('what an article states that the file says too changes no name', async () => {
  const marked = await noise(100, 80, 5)
    .withXmp(xmpPacket({ sourceType: 'trainedAlgorithmicMedia' }) ?? '')
    .jpeg()
    .toBuffer();
  await workplace.write('marked.jpg', marked);
  const place = { file: 'content/index.md', line: 1, column: 1, endColumn: 2 };
  const { contentFolder, cacheFolder } = workplace;
  for (const source of ['trainedAlgorithmicMedia', 'digitalCapture'] as const) {
    const { photos } = await describePhotos([{ file: 'marked.jpg', place, source }], {
      contentFolder,
      cacheFolder,
      recipe: smallRecipe,
    });
    expect(photos.get('marked.jpg')).not.toHaveProperty('statedSource');
  }
});
