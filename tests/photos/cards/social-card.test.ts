/** Social cards: what others show beside a link to an article. */

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCardFace } from '../../../src/build/theme/card-fonts.ts';
import { defaultTheme, themeSchema } from '../../../src/content/theme-schema.ts';
import { breakLines, measurePieces } from '../../../src/photos/cards/break-lines.ts';
import type { CardFace } from '../../../src/photos/cards/card-face.ts';
import {
  type CardText,
  type Focus,
  planSocialCard,
  planTypesetCard,
} from '../../../src/photos/cards/plan-social-card.ts';
import type { PlacedGlyph } from '../../../src/photos/cards/set-text.ts';
import { encodeSocialCard } from '../../../src/photos/cards/social-card.ts';
import { typesetCard } from '../../../src/photos/cards/typeset-card.ts';
import { openFolderStore } from '../../../src/photos/store/folder-store.ts';
import { defined } from '../../../src/text/defined.ts';
import { bitsApart, differenceHash, draw, makeWorkplace, pixelAt, type Workplace } from '../pictures.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const recipe = { widthsPx: [320], formats: ['jpeg'], effort: 'fast' } as const;

/** Of the card of words below. */
const designed = 0x756a615d4e166964n;

let workplace: Workplace;
let cardFace: CardFace;

beforeAll(async () => {
  workplace = await makeWorkplace();
  cardFace = await readCardFace({ root, content: workplace.contentFolder }, defaultTheme);
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
const text: CardText = {
  headline: 'Laboratory Safety Week Begins With an Unannounced Drill',
  label: 'University News',
  names: ['USTB News'],
  colours,
  lang: 'en',
  direction: 'ltr',
};

async function layoutOf({ headline, label, names, lang, direction }: CardText, face = cardFace) {
  const set = (part: string) => face.set(part, lang, direction);
  const { ink, accent } = typesetCard({
    headline: await set(headline),
    ...defined({ label: label === undefined ? undefined : await set(label) }),
    names: await Promise.all(names.map(set)),
  });
  return { ink: outlinesOf(ink), accent: outlinesOf(accent) };
}

const outlinesOf = (glyphs: readonly PlacedGlyph[]) =>
  glyphs.map(({ font, id, sizePx, x, y }) => ({
    outline: font.outlineOf(id),
    scale: sizePx / font.unitsPerEm,
    x,
    y,
  }));

/** The pixels of a card that is drawn anew, in grey. */
async function drawnPixels(face: CardFace, words: CardText): Promise<Buffer> {
  const store = openFolderStore(path.join(workplace.folder, `cards-${randomUUID()}`));
  const rendition = planTypesetCard(words, face.fingerprint);
  const card = { kind: 'typeset', rendition, text: words } as const;
  const made = await encodeSocialCard(card, { ...options(), store, face });
  if (!made.ok) throw new Error(made.diagnostic.message);
  return await sharp(made.path).toColourspace('b-w').raw().toBuffer();
}

/** A card as the image library draws all its outlines at once, in grey. */
async function drawnAtOnce(words: CardText, movedPx = 0): Promise<Buffer> {
  const { ink, accent } = await layoutOf(words);
  const draw = (glyphs: typeof ink, colour: string) =>
    glyphs.map(
      ({ outline, scale, x, y }) =>
        `<path fill="${colour}" transform="translate(${x + movedPx} ${y}) scale(${scale} ${-scale})" d="${outline}"/>`,
    );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">`,
    `<rect width="1200" height="630" fill="${colours.paper}"/>`,
    `<rect width="1200" height="18" fill="${colours.accent}"/>`,
    ...draw(accent, colours.accent),
    `<rect x="80" y="506" width="1040" height="2" fill="${colours.ink}"/>`,
    ...draw(ink, colours.ink),
    '</svg>',
  ];
  return await sharp(Buffer.from(svg.join('')))
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer();
}

/** Root of the mean square of two pictures' differences. */
function differenceOf(one: Buffer, other: Buffer): number {
  return Math.sqrt(one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0) / one.length);
}

describe('a card of words', () => {
  test('looks as it did when it was designed', async () => {
    const file = await typeset(text);
    expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
    expect(bitsApart(await differenceHash(file), designed)).toBeLessThanOrEqual(4);
  });

  test('has the same pixels whatever was drawn before it', async () => {
    const fresh = await readCardFace({ root, content: workplace.contentFolder }, defaultTheme);
    const alone = await drawnPixels(fresh, text);
    for (const headline of [text.headline.slice(3), text.headline.toUpperCase(), '钢铁'])
      await drawnPixels(cardFace, { ...text, headline });
    expect((await drawnPixels(cardFace, text)).equals(alone)).toBe(true);
  });

  test('sets a headline that is too long as far as there is room', async () => {
    const { ink } = await layoutOf({ ...text, headline: `${'word '.repeat(80)}end` });
    const lines = new Set(ink.map(({ y }) => y)).size;
    expect(lines).toBeGreaterThan(4);
    expect(lines).toBeLessThanOrEqual(8);
    for (const headline of ['x'.repeat(200), '钢'.repeat(500), ''])
      for (const { x } of (await layoutOf({ ...text, headline })).ink) expect(x).toBeLessThan(1120);
  });

  test.each([
    ['en', 'ltr', 'Laboratory Safety Week Begins With an Unannounced Drill'],
    ['zh', 'ltr', '北京科技大学与MIT签署合作框架协议'],
    ['ar', 'rtl', 'جامعة العلوم توقّع اتفاقية مع MIT في 2025'],
    ['hi', 'ltr', 'विश्वविद्यालय की नई प्रयोगशाला'],
    ['th', 'ltr', 'มหาวิทยาลัยเปิดห้องปฏิบัติการ'],
  ] as const)('puts glyphs where they would be drawn all at once (%s)', async (lang, direction, headline) => {
    const words: CardText = { ...text, headline, lang, direction };
    const card = await drawnPixels(cardFace, words);
    expect(differenceOf(card, await drawnAtOnce(words))).toBeLessThan(5);
    // What a whole pixel would be.
    expect(differenceOf(card, await drawnAtOnce(words, 1))).toBeGreaterThan(10);
  });

  // Each with letters that must not be the empty box of a font that lacks them, set from its own side.
  test.each([
    ['Chinese', 'zh', 'ltr', '北京科技大学与MIT签署合作框架协议'],
    ['Japanese', 'ja', 'ltr', '水素製鉄の新しい実験施設を公開'],
    ['Korean', 'ko', 'ltr', '베이징과학기술대학교 연구소 개소식'],
    ['Russian', 'ru', 'ltr', 'Учёные создали новый сплав'],
    ['Greek', 'el', 'ltr', 'Νέο εργαστήριο μεταλλουργίας'],
    ['Hindi', 'hi', 'ltr', 'विश्वविद्यालय की नई प्रयोगशाला'],
    ['Thai', 'th', 'ltr', 'มหาวิทยาลัยเปิดห้องปฏิบัติการ'],
    ['Vietnamese', 'vi', 'ltr', 'Trường Đại học Khoa học và Công nghệ'],
    ['Arabic', 'ar', 'rtl', 'جامعة العلوم توقّع اتفاقية مع MIT في 2025'],
    ['Persian', 'fa', 'rtl', 'دانشگاه پکن ۲۵ دانشجو را معرفی کرد'],
    ['Hebrew', 'he', 'rtl', 'האוניברסיטה פותחת מעבדה (USTB)'],
  ] as const)('sets a headline in %s', async (_, lang, direction, headline) => {
    const set = await cardFace.set(headline, lang, direction);
    expect([set.isComplete, set.text]).toEqual([true, headline]);
    const { ink, accent } = await layoutOf({ ...text, headline, label: headline, lang, direction });
    expect(accent.length).toBeGreaterThan(0);
    const [first] = ink;
    if (direction === 'ltr') expect(first?.x).toBeCloseTo(80, 5);
    else expect(first?.x).toBeGreaterThan(80);
  });

  test('joins Arabic letters and reads them from the right', async () => {
    const set = await cardFace.set('بيت', 'ar', 'rtl');
    const apart = await Promise.all(['ب', 'ي', 'ت'].map((letter) => cardFace.set(letter, 'ar', 'rtl')));
    const sum = apart.reduce((width, letter) => width + letter.measure(letter.text), 0);
    expect(set.measure('بيت')).toBeLessThan(sum * 0.8);
    // What is read first ends at the right; the Latin name behind it stands to its left.
    const mixed = await cardFace.set('بيت MIT', 'ar', 'rtl');
    const starts = mixed.place('بيت MIT', 100, 1000, 100).map(({ x }) => x);
    expect(starts[0]).toBeCloseTo(1000 - mixed.measure('بيت MIT') * 100, 1);
    expect(starts).toContainEqual(expect.closeTo(1000 - mixed.measure('بيت') * 100, 1));
  });

  test('takes the forms of characters that the language expects', async () => {
    const shapes = await Promise.all(
      ['zh', 'ja'].map(async (lang) => (await layoutOf({ ...text, headline: '直', lang })).ink[0]?.outline),
    );
    expect(shapes[0]).not.toBe(shapes[1]);
  });

  test('never ends a line before a closing mark, nor after an opening one', () => {
    const measure = (part: string) => [...part].length;
    const headline = '我校师生在“互联网+”大赛中获得3项金奖、5项银奖（附名单），再创佳绩！';
    for (let width = 4; width < 40; width += 1)
      for (const { text: line } of breakLines(measurePieces(headline, measure), width)) {
        expect(line).not.toMatch(/^[”、），！]/u);
        expect(line).not.toMatch(/[“（]$/u);
      }
    const lines = breakLines(measurePieces(headline, measure), 7).map((line) => line.text);
    expect(lines.join('')).toBe(headline);
  });

  test('is set in the typeface of the theme, with our own for what that lacks', async () => {
    const project = { root, content: workplace.contentFolder };
    const inter = await readCardFace(project, themeSchema.parse({ typefaces: { headings: 'inter' } }));
    expect(inter.fingerprint).not.toBe(cardFace.fingerprint);
    expect(await layoutOf(text, inter)).not.toEqual(await layoutOf(text));
    await workplace.write(
      'theme/brand.woff2',
      readFileSync(
        path.join(root, 'node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2'),
      ),
    );
    const typefaces = { text: { family: 'Brand', file: 'brand.woff2' } };
    const own = await readCardFace(project, themeSchema.parse({ typefaces }));
    expect(await layoutOf(text, own)).not.toEqual(await layoutOf(text));
    expect((await own.set('新闻', 'zh', 'ltr')).isComplete).toBe(true);
  });

  test('leaves out emoji, and names the site where letters of the headline are in no face', async () => {
    expect((await cardFace.set('We win 🎉 gold', 'en', 'ltr')).text).toBe('We win gold');
    const names = ['ዜና', 'USTB News', 'news.example.edu'];
    const unknown = await layoutOf({ ...text, headline: 'አዲስ ላብራቶሪ', label: 'ዜና', names });
    const { label: _, ...unlabelled } = text;
    expect(unknown).toEqual(await layoutOf({ ...unlabelled, headline: 'አዲስ', names: ['USTB News'] }));
  });
});
