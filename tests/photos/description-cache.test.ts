/** A warm build reads no photo, and a cache that is damaged, old or shared costs time at most. */

import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDescriptionCache } from '../../src/photos/description-cache.ts';
import { parseLines, printLines } from '../../src/photos/description-lines.ts';
import { makeWorkplace, plain, type Workplace } from './pictures.ts';

let workplace: Workplace;
let cacheFile: string;

beforeEach(async () => {
  workplace = await makeWorkplace();
  cacheFile = path.join(workplace.cacheFolder, 'descriptions-8.jsonl');
  await workplace.write('a.jpg', await plain([200, 30, 30], 60, 40).jpeg().toBuffer());
  await workplace.write('b.jpg', await plain([30, 30, 200], 30, 50).jpeg().toBuffer());
});

afterEach(() => workplace.remove());

const names = ['a.jpg', 'b.jpg'];

test('a file that has not been touched is not read again', async () => {
  const first = await workplace.describe(names);
  // A file that is no photo any longer, under a stamp that the cache knows.
  await workplace.write('a.jpg', 'not a photo');
  const { size, mtimeNs, ctimeNs } = await stat(path.join(workplace.contentFolder, 'a.jpg'), {
    bigint: true,
  });
  const { hash = '' } = first.photos.get('a.jpg') ?? {};
  await appendFile(
    cacheFile,
    `${JSON.stringify({ kind: 'file', file: 'a.jpg', hash, sizeBytes: Number(size), modifiedNs: `${mtimeNs}`, changedNs: `${ctimeNs}` })}\n`,
  );
  const second = await workplace.describe(names);
  expect(second).toEqual(first);
});

test('a file that was touched is, and is told when it is damaged', async () => {
  await workplace.describe(names);
  await workplace.write('a.jpg', 'not a photo');
  const { photos, diagnostics } = await workplace.describe(names);
  expect([...photos.keys()]).toEqual(['b.jpg']);
  expect(diagnostics).toHaveLength(1);
});

test('lines that are cut, mixed or of another version are lines that are not there', async () => {
  const first = await workplace.describe(names);
  const text = await readFile(cacheFile, 'utf8');
  for (const damaged of [
    text.slice(0, text.length / 2),
    `garbage\n{}\n${text.replaceAll('widthPx', 'width')}`,
    '\0\0\0',
  ]) {
    await writeFile(cacheFile, damaged);
    expect(await workplace.describe(names)).toEqual(first);
  }
});

test('any text at all can be read as a cache', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseLines(text))));
});

test('two builds that save at the same time keep what both have found', async () => {
  const caches = [
    await openDescriptionCache(workplace.cacheFolder),
    await openDescriptionCache(workplace.cacheFolder),
  ];
  for (const [at, cache] of caches.entries()) {
    const stamp = { sizeBytes: at, modifiedNs: '1', changedNs: '1' };
    cache.remember(`${at}.jpg`, stamp, `${at}`.repeat(64), {
      widthPx: 1,
      heightPx: 1,
      metadata: {},
    });
    await cache.save();
  }
  const together = await openDescriptionCache(workplace.cacheFolder);
  for (const at of [0, 1]) expect(together.description(`${at}`.repeat(64))).toBeDefined();
  const lines = parseLines(await readFile(cacheFile, 'utf8'));
  expect(lines).toHaveLength(4);
  expect(printLines([...lines, ...lines])).toBe(printLines(lines));
});
