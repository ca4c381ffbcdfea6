/**
 * The mark that says where a picture comes from, from the file to all that is made of it. `phone.heic` was marked by
 * exiftool as a composite with AI.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planSocialCard } from '../../../src/photos/cards/plan-social-card.ts';
import { encodeSocialCard } from '../../../src/photos/cards/social-card.ts';
import { describePhoto } from '../../../src/photos/describe-photo.ts';
import { cleanPhoto } from '../../../src/photos/metadata/clean-photo.ts';
import { xmpPacket } from '../../../src/photos/metadata/embed-metadata.ts';
import {
  machineShare,
  parseSourceType,
  schemaSourceType,
  sourceAddress,
  sourceTerms,
} from '../../../src/photos/provenance/source-type.ts';
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
        face: { fingerprint: '', open: () => Promise.reject(new Error('No face is needed.')) },
      },
    );
    const download = await cleanPhoto(marked, format);
    if (!card.ok || !download.ok) throw new Error('The card or the download was not made.');
    for (const made of [...files.map(({ file }) => file), card.path, download.value])
      expect(await xmpOf(made)).toContain(sourceAddress('trainedAlgorithmicMedia'));
  },
);
