/** Single files out of a press kit, by the parts of it that are fetched. */

import { afterEach, describe, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { kitEntries, kitFile } from '../../assets/scripts/viewer/kit-entries.ts';
import { textFor } from '../../assets/scripts/viewer-press.ts';

/** As `src/photos/press-kit` writes it: stored, with sizes behind the bytes. */
async function zipOf(files: readonly (readonly [name: string, bytes: Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, { compress: false });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A host that sends parts of one file. */
function serve(file: Buffer): number[] {
  const sent: number[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers }: { readonly headers: { readonly Range: string } }) => {
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d+)$/u.exec(headers.Range) ?? [];
    const start = from === '' ? Math.max(0, file.length - Number(to)) : Number(from);
    const end = from === '' ? file.length - 1 : Math.min(file.length - 1, Number(to));
    const bytes = Uint8Array.from(file.subarray(start, end + 1));
    sent.push(bytes.length);
    return new Response(bytes, {
      status: 206,
      headers: { 'Content-Range': `bytes ${start}-${end}/${file.length}` },
    });
  });
  return sent;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const photo = (fill: number, length: number) => Buffer.alloc(length, fill);

describe('the entries of a kit', () => {
  test.each([
    ['a small kit', 3, 100],
    ['a kit larger than its last bytes', 4, 90_000],
    ['a kit whose directory is larger too', 1500, 10],
  ])('are found in %s, each with its bytes', async (_, count, length) => {
    const files = Array.from(
      { length: count },
      (__, index) => [`fair-${index + 1}.jpg`, photo(index % 256, length)] as const,
    );
    const zip = await zipOf([...files, ['captions.txt', Buffer.from('Fair\n\nfair-1.jpg\nA tent')]]);
    const sent = serve(zip);
    const entries = await kitEntries('/kit.zip');
    expect(entries.size).toBe(count + 1);
    for (const [name, bytes] of [files[0], files.at(-1)].filter((one) => one !== undefined)) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`There is no ${name}.`);
      expect(Buffer.from(await kitFile('/kit.zip', entry)).equals(bytes)).toBe(true);
    }
    expect(Math.max(...sent)).toBeLessThan(200_000);
  });

  test('are not asked of a host that sends no parts', async () => {
    vi.stubGlobal('fetch', async () => new Response('PK', { status: 200 }));
    await expect(kitEntries('/kit.zip')).rejects.toThrow('not sent in parts');
  });

  test('are not read out of what is no ZIP', async () => {
    serve(photo(7, 5000));
    await expect(kitEntries('/kit.zip')).rejects.toThrow('is no ZIP');
  });
});

test('the text of a photo is its own, with its story and the terms', () => {
  const captions =
    'Fair\n2024-05-01\nhttps://news.example.edu/fair/\n\nfair-1.jpg\nA tent\n\nfair-11.jpg\nA lamp\nPhoto: LI Hua\n';
  expect(textFor('fair-11.jpg', captions, 'Free.\n')).toBe(
    'fair-11.jpg\nA lamp\nPhoto: LI Hua\n\nFair\n2024-05-01\nhttps://news.example.edu/fair/\n\nFree.',
  );
  expect(textFor('fair-1.jpg', captions, '')).toContain('A tent\n\nFair');
});
