/** Memory of large photos: what is let in never takes more than a gigabyte, alone or together. */

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limitWeight, MAX_DECODING_BYTES, memoryFault } from '../../src/photos/memory-budget.ts';
import { decodingBytes, type PictureHeader } from '../../src/photos/memory-cost.ts';
import { photoDiagnostic } from '../../src/photos/photo-fault.ts';
import { makeWorkplace, type Workplace } from './pictures.ts';

let workplace: Workplace;

beforeAll(async () => {
  workplace = await makeWorkplace();
});

afterAll(() => workplace.remove());

test('jobs wait until what they weigh is free, in their order', async () => {
  const within = limitWeight(10);
  const running: number[] = [];
  const ended: number[] = [];
  let most = 0;
  await Promise.all(
    [6, 3, 7, 1, 25].map((weight, at) =>
      within(weight, async () => {
        running.push(weight);
        most = Math.max(
          most,
          running.reduce((sum, one) => sum + Math.min(10, one), 0),
        );
        await new Promise((resolve) => setTimeout(resolve, 5));
        running.splice(running.indexOf(weight), 1);
        ended.push(at);
        if (at === 1) throw new Error('gives back what it took');
      }).catch(() => undefined),
    ),
  );
  expect(most).toBe(10);
  expect(ended).toHaveLength(5);
  expect(ended.at(-1)).toBe(4);
});

const header = (more: Partial<PictureHeader>): PictureHeader => ({
  format: 'jpeg',
  width: 14_800,
  height: 10_000,
  channels: 3,
  depth: 'uchar',
  isProgressive: false,
  ...more,
});

describe('what a photo takes', () => {
  test.each([
    ['a JPEG', header({}), true],
    ['a progressive JPEG', header({ isProgressive: true, chromaSubsampling: '4:2:0' }), true],
    [
      'a progressive JPEG of whole colour',
      header({ isProgressive: true, chromaSubsampling: '4:4:4' }),
      false,
    ],
    ['an interlaced PNG', header({ format: 'png', isProgressive: true }), true],
    ['an interlaced PNG of 16 bits', header({ format: 'png', isProgressive: true, depth: 'ushort' }), false],
    ['an AVIF', header({ format: 'heif' }), false],
    [
      'an AVIF of 12 megapixels and 10 bits',
      header({ format: 'heif', width: 4000, height: 3000, bitsPerSample: 10 }),
      true,
    ],
    ['a TIFF that does not say how it is packed', header({ format: 'tiff' }), false],
  ])('%s of 148 megapixels is let in or not', (_, picture, isAllowed) => {
    expect(decodingBytes(picture, Buffer.alloc(0)) <= MAX_DECODING_BYTES).toBe(isAllowed);
  });

  test('a TIFF in strips of any height takes as much as its strips', async () => {
    const picture = sharp({ create: { width: 500, height: 400, channels: 3, background: '#369' } });
    const strips = await picture.clone().tiff({ compression: 'deflate' }).toBuffer();
    const tiles = await picture.tiff({ tile: true, tileHeight: 256, tileWidth: 256 }).toBuffer();
    const large = header({ format: 'tiff' });
    expect(decodingBytes(large, strips)).toBeLessThan(60_000_000);
    expect(decodingBytes(large, tiles)).toBeLessThan(60_000_000);
  });
});

const resultSchema = z.object({
  peakMb: z.number(),
  encodedCount: z.number(),
  messages: z.array(z.string()),
});

async function run(files: readonly string[]) {
  const program = path.join(import.meta.dirname, 'photo-memory.ts');
  const tsx = path.resolve(import.meta.dirname, '../../node_modules/.bin/tsx');
  const { stdout } = await promisify(execFile)(tsx, [program, workplace.folder, ...files]);
  return resultSchema.parse(JSON.parse(stdout));
}

test('a photo that would take more is refused, with the most that can be read and what to do', async () => {
  const avif = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#369' } })
    .avif()
    .toBuffer();
  const large = header({ format: 'heif', width: 8000, height: 5000 });
  const fault = memoryFault(large, avif);
  if (fault === undefined) throw new Error('It is not refused.');
  const place = { file: 'content/a.md', line: 1, column: 1, endColumn: 1 };
  expect(photoDiagnostic(fault, 'large.avif', place)).toMatchObject({
    code: 'photo-too-large',
    message: '"large.avif" has 8000 x 5000 pixels, 40 megapixels; the most for an AVIF is 39 megapixels.',
    hint: 'Save it as an ordinary (baseline) JPEG, of which 150 megapixels can be read, or scale it down.',
  });
});

test('two interlaced PNGs at once, described, encoded and packed, stay below a gigabyte', async () => {
  // In a process of its own: making them takes as much memory as is forbidden here.
  const library = path.resolve(import.meta.dirname, '../../node_modules/sharp');
  const script = `
    const sharp = require(${JSON.stringify(library)});
    const write = (background, file) =>
      sharp({ create: { width: 9000, height: 8000, channels: 3, background } })
        .png({ progressive: true, compressionLevel: 1 }).toFile(file);
    write('#246', 'one.png').then(() => write('#642', 'two.png'));`;
  await promisify(execFile)(process.execPath, ['-e', script], { cwd: workplace.contentFolder });
  const { peakMb, encodedCount, messages } = await run(['one.png', 'two.png']);
  expect([encodedCount, messages]).toEqual([4, []]);
  expect(peakMb).toBeLessThan(1024);
}, 120_000);
