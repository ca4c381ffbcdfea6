/** Social cards: what others show beside a link to an article. */

import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CardFace, type OpenFace, readCardFace } from '../../../src/photos/cards/card-face.ts';
import {
  type CardText,
  type Focus,
  planSocialCard,
  planTypesetCard,
} from '../../../src/photos/cards/plan-social-card.ts';
import { encodeSocialCard } from '../../../src/photos/cards/social-card.ts';
import { typesetCard } from '../../../src/photos/cards/typeset-card.ts';
import { defined } from '../../../src/text/defined.ts';
import { bitsApart, differenceHash, draw, makeWorkplace, pixelAt, type Workplace } from '../pictures.ts';

const fontFile = path.resolve(import.meta.dirname, '../../../assets/fonts/cards/newsreader-600.woff2');
const recipe = { widthsPx: [320], formats: ['jpeg'], effort: 'fast' } as const;

/** Of the card of words below. */
const designed = 0x756a615d4e166964n;

let workplace: Workplace;
let cardFace: CardFace;
let face: OpenFace;

beforeAll(async () => {
  workplace = await makeWorkplace();
  cardFace = await readCardFace(fontFile);
  face = await cardFace.open();
  // A third of red, green and blue from left to right.
  const thirds = draw(1800, 900, (x) => (x < 600 ? [220, 30, 30] : x < 1200 ? [30, 200, 30] : [30, 30, 220]));
  await workplace.write('thirds.jpg', await thirds.jpeg().toBuffer());
});

afterAll(() => workplace.remove());

const options = () => ({
  contentFolder: workplace.contentFolder,
  store: workplace.store,
  recipe,
  face: cardFace,
});

async function cardOf(focus: Focus | undefined) {
  const { photos } = await workplace.describe(['thirds.jpg'], recipe);
  const photo = photos.get('thirds.jpg');
  if (photo === undefined) throw new Error('The photo cannot be described.');
  const rendition = planSocialCard(photo, focus, recipe);
  const made = await encodeSocialCard({ kind: 'photo', photo, rendition, ...defined({ focus }) }, options());
  if (!made.ok) throw new Error(made.diagnostic.message);
  return { file: made.path, rendition };
}

async function typeset(text: CardText) {
  const rendition = planTypesetCard(text, cardFace.fingerprint);
  const made = await encodeSocialCard({ kind: 'typeset', rendition, text }, options());
  if (!made.ok) throw new Error(made.diagnostic.message);
  return made.path;
}

describe('a card of a photo', () => {
  test('has the size that Open Graph asks for, and keeps the focus', async () => {
    const left = await cardOf([0.1, 0.5]);
    expect(await sharp(left.file).metadata()).toMatchObject({ width: 1200, height: 630, format: 'jpeg' });
    expect((await pixelAt(left.file, 0.02, 0.5))[0]).toBeGreaterThan(180);
    const right = await cardOf([0.9, 0.5]);
    expect((await pixelAt(right.file, 0.98, 0.5))[2]).toBeGreaterThan(180);
    expect(left.rendition.path).not.toBe(right.rendition.path);
  });
});

const colours = { paper: '#fffdfa', ink: '#17191d', accent: '#a3231b' };

describe('a card of words', () => {
  const text: CardText = {
    headline: 'Laboratory Safety Week Begins With an Unannounced Drill',
    label: 'University News',
    names: ['USTB News'],
    colours,
  };

  test('looks as it did when it was designed', async () => {
    const file = await typeset(text);
    expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
    expect(bitsApart(await differenceHash(file), designed)).toBeLessThanOrEqual(4);
  });

  test('holds outlines alone: no text, no font, no address', () => {
    const svg = typesetCard(text, face);
    expect(svg).not.toMatch(/<text|font|href|url\(/u);
    expect(typesetCard(text, face)).toBe(svg);
  });

  test('sets a headline that is too long as far as there is room', () => {
    const long = typesetCard({ ...text, headline: `${'word '.repeat(80)}end` }, face);
    const lines = long.match(/<g transform="translate\(80 /gu)?.length ?? 0;
    expect(lines).toBeGreaterThan(4);
    expect(lines).toBeLessThanOrEqual(8);
    expect(() => typesetCard({ ...text, headline: 'x'.repeat(200) }, face)).not.toThrow();
  });

  test('names the site where the face lacks letters of the headline', () => {
    const names = ['北京科技大学新闻网', 'USTB News', 'news.example.edu'];
    const chinese = typesetCard({ headline: '实验室安全周', label: '学校要闻', names, colours }, face);
    expect(chinese).toBe(typesetCard({ headline: 'USTB News', names: ['USTB News'], colours }, face));
  });
});
