/** Press kits: what newspapers download. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import exifr from 'exifr';
import JSZip from 'jszip';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type CaptionedPhoto, planPressKit } from '../../../src/photos/press-kit/press-kit.ts';
import { writePressKit } from '../../../src/photos/press-kit/write-press-kit.ts';
import { makeWorkplace, noise, smallRecipe, type Workplace } from '../pictures.ts';
import { privateMark, revealingJpeg } from '../revealing-photo.ts';

let workplace: Workplace;
let photos: readonly CaptionedPhoto[];

const caption = 'Signing the Strategic Cooperation Agreement 签署协议';

beforeAll(async () => {
  workplace = await makeWorkplace();
  await workplace.write('camera.jpg', await revealingJpeg());
  await workplace.write('drawing.png', await noise(300, 200).png().toBuffer());
  const described = await workplace.describe(['camera.jpg', 'drawing.png']);
  photos = ['camera.jpg', 'drawing.png'].map((file) => {
    const photo = described.photos.get(file);
    if (photo === undefined) throw new Error(`${file} cannot be described.`);
    return { photo, caption, credit: 'LI Hua' };
  });
});

afterAll(() => workplace.remove());

const plan = () =>
  planPressKit('fair', photos, (names) => [{ name: 'captions.txt', text: `${names.join('\n')}\n` }]);

async function write(kitFolder: string) {
  const { contentFolder, store, folder } = workplace;
  const options = { contentFolder, store, recipe: smallRecipe, kitFolder: path.join(folder, kitFolder) };
  const written = await writePressKit(plan(), options);
  if (!written.ok) throw new Error(written.diagnostic.message);
  return written;
}

describe('a press kit', () => {
  test('holds every photo as a JPEG of its full size with caption and credit, and the texts', async () => {
    const { path: file } = await write('kits');
    const zip = await JSZip.loadAsync(await readFile(file));
    expect(Object.keys(zip.files)).toEqual(['fair-1.jpg', 'fair-2.jpg', 'captions.txt']);
    expect(await zip.file('captions.txt')?.async('string')).toBe('fair-1.jpg\nfair-2.jpg\n');
    for (const [index, name] of ['fair-1.jpg', 'fair-2.jpg'].entries()) {
      const bytes = await zip.file(name)?.async('nodebuffer');
      if (bytes === undefined) throw new Error(`There is no ${name}.`);
      const { format, autoOrient } = await sharp(bytes).metadata();
      const source = photos[index]?.photo;
      expect(format).toBe('jpeg');
      expect([autoOrient.width, autoOrient.height]).toEqual([source?.widthPx, source?.heightPx]);
      const told: unknown = await exifr.parse(bytes, { xmp: true, gps: true, mergeOutput: false });
      expect(told).not.toHaveProperty('gps');
      expect(JSON.stringify(told)).toContain(caption);
      expect(JSON.stringify(told)).toContain('LI Hua');
    }
  });

  test('tells nothing of the camera and its owner', async () => {
    const source = await readFile(path.join(workplace.contentFolder, 'camera.jpg'));
    expect(source.includes(privateMark)).toBe(true);
    const { path: file } = await write('kits');
    expect((await readFile(file)).includes(privateMark)).toBe(false);
  });

  test('has the same bytes whenever and wherever it is made, and is made once', async () => {
    const hashOf = async (file: string) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('TZ', 'Asia/Shanghai');
    const first = await write('one');
    vi.stubEnv('TZ', 'America/New_York');
    const second = await write('two');
    expect([first.isNew, second.isNew]).toEqual([true, true]);
    expect(await hashOf(second.path)).toBe(await hashOf(first.path));
    expect((await write('one')).isNew).toBe(false);
  });

  test('is another one when a caption changes', () => {
    const [first, ...others] = photos;
    if (first === undefined) throw new Error('There are no photos.');
    const changed = planPressKit('fair', [{ ...first, caption: 'Another' }, ...others], () => []);
    expect(changed.path).not.toBe(planPressKit('fair', photos, () => []).path);
  });
});
