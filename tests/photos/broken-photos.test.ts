/** Whatever lies beside an article: it works, or the article's line says exactly what is wrong with it. */

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describePhoto } from '../../src/photos/describe-photo.ts';
import { recognizeFormat } from '../../src/photos/recognize-format.ts';
import { makeWorkplace, noise, place, plain, publish, type Workplace } from './pictures.ts';

let workplace: Workplace;
let number = 0;

beforeAll(async () => {
  workplace = await makeWorkplace();
});

afterAll(() => workplace.remove());

/** The one diagnostic of a photo named "N.jpg", with its name put back as "4.jpg". */
async function wrongWith(bytes: Uint8Array | string) {
  number += 1;
  await workplace.write(`fair/${number}.jpg`, bytes);
  return await diagnose(`fair/${number}.jpg`);
}

async function diagnose(file: string) {
  const { photos, diagnostics } = await workplace.describe([file]);
  expect(photos.size).toBe(0);
  expect(diagnostics).toHaveLength(1);
  const [diagnostic] = diagnostics;
  expect(diagnostic).toMatchObject({ severity: 'error', ...place });
  return {
    code: diagnostic?.code,
    message: diagnostic?.message.replaceAll(file, 'fair/4.jpg'),
    hint: diagnostic?.hint,
  };
}

const copyAgain = 'Copy it from the camera or the photographer once more.';

describe('a file that is no photo', () => {
  test('with no bytes', async () => {
    expect(await wrongWith('')).toEqual({
      code: 'photo-unreadable',
      message: '"fair/4.jpg" is empty (0 bytes).',
      hint: copyAgain,
    });
  });

  test('with text in it', async () => {
    expect(await wrongWith('This is a text.')).toEqual({
      code: 'photo-unreadable',
      message: '"fair/4.jpg" is a text file, not a photo.',
      hint: 'Put the photo itself in its place.',
    });
  });

  test('an SVG that calls itself .jpg is never run', async () => {
    expect(
      await wrongWith('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>'),
    ).toEqual({
      code: 'photo-format',
      message: '"fair/4.jpg" is an SVG drawing, not a photo.',
      hint: 'Export the drawing as PNG, 2000 pixels wide or more.',
    });
  });

  test('a file that only begins as HEIC', async () => {
    const { code, message } = await wrongWith(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'));
    expect([code, message]).toEqual([
      'photo-unreadable',
      '"fair/4.jpg" is damaged: its main picture cannot be decoded.',
    ]);
  });

  test.each([
    [
      'a web page',
      '<!DOCTYPE html><html><body>Not found</body></html>',
      'photo-format',
      'is a web page, not a photo.',
    ],
    ['a PDF', '%PDF-1.7\n', 'photo-format', 'is a PDF, not a photo.'],
    [
      'an office document',
      'PK\x03\x04rest',
      'photo-format',
      'is a ZIP archive or an office document, not a photo.',
    ],
    ['a Photoshop document', '8BPS\0\x01', 'photo-format', 'is a Photoshop document.'],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0isommp42', 'photo-format', 'is a video, not a photo.'],
    [
      'bytes of any kind',
      '\x00\x01\x02\x03',
      'photo-unreadable',
      'is not in a photo format that is known here.',
    ],
  ])('%s', async (_name, text, code, says) => {
    expect(await wrongWith(Buffer.from(text, 'latin1'))).toMatchObject({
      code,
      message: `"fair/4.jpg" ${says}`,
    });
  });
});

describe('a photo that is damaged', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const)(
    'a %s without its end',
    async (format) => {
      const whole = await noise(300, 200).toFormat(format).toBuffer();
      const { code, message, hint } = await wrongWith(whole.subarray(0, Math.floor(whole.length * 0.6)));
      expect([code, hint]).toEqual(['photo-unreadable', copyAgain]);
      expect(message).toMatch(
        /^"fair\/4\.jpg" is damaged: (its end is missing|it is not complete, or uses a variant of its format that cannot be read|its pixels cannot be decoded)\.$/,
      );
    },
  );

  test('a JPEG that ends in the middle says so', async () => {
    const whole = await noise(300, 200).jpeg().toBuffer();
    expect((await wrongWith(whole.subarray(0, whole.length / 2))).message).toBe(
      '"fair/4.jpg" is damaged: its end is missing.',
    );
  });

  test('a photo whose bytes a program took for text, by whatever way', async () => {
    const jpeg = await noise(300, 200).jpeg().toBuffer();
    const png = await noise(30, 20).png().toBuffer();
    const latin1 = (text: string) => Buffer.from(text, 'latin1');
    const changed = [
      latin1(jpeg.toString('latin1').replaceAll(/\r?\n/gu, '\r\n')),
      Buffer.from(jpeg.toString('utf8')),
      Buffer.from(jpeg.toString('latin1'), 'utf8'),
      Buffer.concat([Buffer.from('\uFEFF'), jpeg]),
      latin1(png.toString('latin1').replaceAll('\r\n', '\n')),
      latin1(png.toString('latin1').replaceAll('\n', '\r\n')),
      Buffer.from(png.toString('utf8')),
    ];
    for (const bytes of changed) {
      const { code, message } = await wrongWith(bytes);
      expect([code, message]).toEqual([
        'photo-unreadable',
        '"fair/4.jpg" is damaged: a program took it for text and changed its bytes.',
      ]);
    }
    expect(recognizeFormat(jpeg)).toEqual({ kind: 'photo', format: 'jpeg' });
  });

  test('a JPEG of which only the header came', async () => {
    const whole = await noise(300, 200).jpeg().toBuffer();
    expect((await wrongWith(whole.subarray(0, 160))).code).toBe('photo-unreadable');
  });

  test('any damaged bytes of any format become a fault, never an exception', async () => {
    const wholes = await Promise.all(
      (['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const).map((format) =>
        noise(24, 16).toFormat(format).toBuffer(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wholes),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 8,
        }),
        async (whole, changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[Math.floor(at * bytes.length)] = value;
          const described = await describePhoto(bytes);
          if (described.ok) expect(described.value.widthPx).toBeGreaterThan(0);
          else expect(described.fault.kind).toMatch(/^(damaged|too-many-pixels|format)$/);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('any bytes at all are recognised as something', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        (bytes) => recognizeFormat(Buffer.from(bytes)).kind !== undefined,
      ),
    );
  });
});

describe('a photo of very many pixels', () => {
  /** A PNG header that promises what a few bytes follow. */
  function bomb(widthPx: number, heightPx: number): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(widthPx, 0);
    header.writeUInt32BE(heightPx, 4);
    header[8] = 1;
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(1000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  /** As PNG's annex D has it; Node 20.9 has none of its own. */
  function crc32(bytes: Buffer): number {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
  }

  function chunk(type: string, data: Buffer): Buffer {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  }

  test('a decompression bomb is refused before it is unpacked', async () => {
    expect(await wrongWith(bomb(40_000, 30_000))).toEqual({
      code: 'photo-too-large',
      message: '"fair/4.jpg" has 40000 x 30000 pixels, 1200 megapixels; the most is 150 megapixels.',
      hint: 'Scale it down in a photo program. Readers are sent at most a few thousand pixels across.',
    });
  });

  test.each(['strip', 'tile'])(
    'a TIFF of old-style JPEG in a %s is called that, not damaged',
    async (kind) => {
      const file = path.join(import.meta.dirname, '..', 'fixtures', 'photos', `ojpeg-${kind}.tif`);
      expect(await wrongWith(await readFile(file))).toEqual({
        code: 'photo-format',
        message: '"fair/4.jpg" is a TIFF with old-style JPEG inside, which cannot be read here.',
        hint: 'Open it in the program that made it and export it as JPEG.',
      });
    },
  );

  test('a promise of pixels that never come is damage', async () => {
    expect((await wrongWith(bomb(10_000, 10_000))).code).toBe('photo-unreadable');
  });

  test('a panorama of 100 megapixels works', async () => {
    const panorama = await sharp({
      create: { width: 25_000, height: 4000, channels: 3, background: '#446688' },
    })
      .jpeg({ quality: 60 })
      .toBuffer();
    const { photo, files } = await publish(workplace, panorama);
    expect([photo.widthPx, photo.heightPx]).toEqual([25_000, 4000]);
    expect(files.map(({ rendition }) => rendition.heightPx)).toEqual([6, 13, 6, 13, 13]);
  }, 30_000);

  test('a file of too many bytes is never read', async () => {
    await workplace.write('fair/huge.jpg', 'x');
    execFileSync('truncate', ['-s', '300M', path.join(workplace.contentFolder, 'fair/huge.jpg')]);
    expect(await diagnose('fair/huge.jpg')).toEqual({
      code: 'photo-too-large',
      message: '"fair/4.jpg" has 315 MB; the most is 268 MB.',
      hint: 'Save it as a JPEG.',
    });
  });
});

describe('a name that is no file', () => {
  test('nothing, with what was probably meant', async () => {
    await workplace.write('names/Signing.JPG', await plain([1, 2, 3]).jpeg().toBuffer());
    const { code, message, hint } = await diagnose('names/signing.jpeg');
    expect([code, message, hint]).toEqual([
      'photo-not-found',
      'There is no photo "fair/4.jpg". Did you mean "Signing.JPG"?',
      'Write "Signing.JPG".',
    ]);
  });

  test('a folder', async () => {
    await mkdir(path.join(workplace.contentFolder, 'folder.jpg'));
    expect(await diagnose('folder.jpg')).toMatchObject({
      code: 'photo-unreadable',
      message: '"fair/4.jpg" is a folder, not a file.',
    });
  });

  test('a pipe, which would never end', async () => {
    execFileSync('mkfifo', [path.join(workplace.contentFolder, 'pipe.jpg')]);
    expect(await diagnose('pipe.jpg')).toMatchObject({
      code: 'photo-unreadable',
      message: '"fair/4.jpg" is a pipe, not a file.',
    });
  });

  test('a link out of the content folder', async () => {
    const outside = path.join(workplace.folder, 'secret.jpg');
    await writeFile(outside, await plain([1, 2, 3]).jpeg().toBuffer());
    await symlink(outside, path.join(workplace.contentFolder, 'link.jpg'));
    expect(await diagnose('link.jpg')).toEqual({
      code: 'unsafe-path',
      message: '"fair/4.jpg" leads out of the content folder.',
      hint: 'Copy the photo itself beside the article.',
    });
  });

  test('a path out of the content folder', async () => {
    expect((await diagnose('../secret.jpg')).code).toBe('unsafe-path');
  });

  test('a link that leads to itself', async () => {
    await symlink('loop.jpg', path.join(workplace.contentFolder, 'loop.jpg'));
    expect(await diagnose('loop.jpg')).toMatchObject({
      code: 'photo-unreadable',
      message: '"fair/4.jpg" is a symlink that leads to itself, not a file.',
    });
  });
});

describe('all that is wrong comes at once', () => {
  test('at every place that names the photo, and good photos go on', async () => {
    await workplace.write('many/good.jpg', await plain([9, 9, 9]).jpeg().toBuffer());
    await workplace.write('many/bad.jpg', 'text');
    const { photos, diagnostics } = await workplace.describe([
      'many/good.jpg',
      'many/bad.jpg',
      'many/gone.jpg',
      'many/bad.jpg',
    ]);
    expect([...photos.keys()]).toEqual(['many/good.jpg']);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual([
      'photo-not-found',
      'photo-unreadable',
      'photo-unreadable',
    ]);
  });

  test('a photo that is exchanged while the site is built is told, and others are made', async () => {
    await workplace.write('swap/a.jpg', await plain([9, 9, 9]).jpeg().toBuffer());
    await workplace.write('swap/b.jpg', await plain([90, 9, 9]).jpeg().toBuffer());
    const { photos } = await workplace.describe(['swap/a.jpg', 'swap/b.jpg']);
    await workplace.write('swap/a.jpg', await plain([1, 200, 3]).jpeg().toBuffer());
    const { diagnostics, encodedCount } = await workplace.encode(photos.values());
    expect(diagnostics).toMatchObject([
      { code: 'photo-unreadable', message: '"swap/a.jpg" changed while the site was being built.' },
    ]);
    expect(encodedCount).toBe(5);
  });
});
