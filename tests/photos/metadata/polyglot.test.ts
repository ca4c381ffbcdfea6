/** Files that are a picture to one program and a page or a script to another: what is published is the picture alone. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPhoto } from '../../../src/photos/metadata/clean-photo.ts';
import { recognizeFormat } from '../../../src/photos/recognize-format.ts';

const script = '<html><script>alert(document.domain)</script></html>';
const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#456789' } });

async function cleaned(bytes: Buffer, format: 'jpeg' | 'png' | 'webp'): Promise<string> {
  const outcome = await cleanPhoto(bytes, format);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  const { width, height } = await sharp(outcome.value).metadata();
  expect([width, height]).toEqual([64, 48]);
  return outcome.value.toString('latin1');
}

describe('a page behind the end of a picture is not published', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s', async (format) => {
    const bytes = Buffer.concat([await picture.clone().toFormat(format).toBuffer(), Buffer.from(script)]);
    expect(await cleaned(bytes, format)).not.toContain('script');
  });
});

test('nor one in the comment of a JPEG, before its pixels', async () => {
  const jpeg = await picture.clone().jpeg().toBuffer();
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, script.length + 2]), Buffer.from(script)]);
  const bytes = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
  expect(await cleaned(bytes, 'jpeg')).not.toContain('script');
});

test('nor one in a text of a PNG', async () => {
  const bytes = await picture
    .clone()
    .withExif({ IFD0: { Software: script } })
    .png()
    .toBuffer();
  expect(bytes.toString('latin1')).toContain('alert');
  expect(await cleaned(bytes, 'png')).not.toContain('alert');
});

test.each([
  ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a page', `<!doctype html>${script}`],
  ['a GIF that is a script', 'GIF89a/*\u0001\u0000\u0001\u0000*/=1;alert(1)//'],
  ['a PDF', '%PDF-1.7\n'],
  ['a program', 'MZ\u0090\u0000'],
  ['a ZIP', 'PK\u0003\u0004'],
])('%s is no photo, whatever it is called', (_name, text) => {
  const found = recognizeFormat(Buffer.from(text.padEnd(64), 'latin1'));
  expect(found.kind === 'photo' && ['jpeg', 'png', 'webp', 'avif', 'tiff'].includes(found.format)).toBe(
    false,
  );
});
