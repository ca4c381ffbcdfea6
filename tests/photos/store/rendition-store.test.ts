/** What every store keeps to, whoever holds the files: one list of promises, asked of a folder and of a bucket. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBucketStore } from '../../../src/photos/store/bucket-store.ts';
import { openFolderStore } from '../../../src/photos/store/folder-store.ts';
import { openPhotoBucket } from '../../../src/photos/store/photo-bucket.ts';
import { pruneFolderStore } from '../../../src/photos/store/prune-folder-store.ts';
import type { RenditionStore } from '../../../src/photos/store/rendition-store.ts';
import { parseStoredName, shardOf, storedNameFor } from '../../../src/photos/store/stored-name.ts';
import { type S3, startS3 } from './s3-double.ts';

/** A kind of store, opened as often as wanted: each opening is another process that shares the files. */
interface Kind {
  readonly open: () => Promise<RenditionStore>;
  /** The files that hold the renditions, wherever they are: to damage them. */
  readonly files: () => Promise<readonly string[]>;
}

let folder: string;
let s3: S3;

beforeAll(async () => {
  s3 = await startS3();
});

afterAll(() => s3.stop());

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-store-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function filesBelow(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent, { recursive: true }).catch(() => []);
  return names
    .filter((name) => /\.(?:avif|webp|jpg)(?:\._S3rver_object)?$/.test(name))
    .map((name) => path.join(parent, name));
}

const kinds: Readonly<Record<string, () => Kind>> = {
  'a folder': () => ({
    open: async () => openFolderStore(folder),
    files: () => filesBelow(folder),
  }),
  'a bucket with a folder in front': () => {
    const prefix = path.basename(folder).toLowerCase();
    let fronts = 0;
    return {
      open: async () => {
        const bucket = await openPhotoBucket({ bucket: s3.bucket, prefix }, s3.environment);
        if (bucket === undefined) throw new Error('The environment has no credentials.');
        fronts += 1;
        const store = openBucketStore(bucket, openFolderStore(path.join(folder, `front-${fronts}`)));
        return {
          ...store,
          async put(each, content) {
            await store.put(each, content);
            await s3.settled(`${prefix}/${shardOf(each)}/${storedNameFor(each, content).fileName}`, content);
          },
        };
      },
      files: () => filesBelow(path.join(s3.folder, s3.bucket, prefix)),
    };
  },
};

const name = '3f9ac1d27b5e-960.avif';
const bytes = Buffer.from('the bytes of a rendition');

describe.each(Object.keys(kinds))('%s', (kindName) => {
  let kind: Kind;

  beforeEach(() => {
    const make = kinds[kindName];
    if (make === undefined) throw new Error(kindName);
    kind = make();
  });

  test('has nothing at first', async () => {
    const store = await kind.open();
    expect(await store.missing([name, '00ff-1.jpg'])).toEqual([name, '00ff-1.jpg']);
    expect(await store.pathOf(name)).toBeUndefined();
  });

  test('gives back what was put, as a file, here and everywhere', async () => {
    const store = await kind.open();
    await store.put(name, bytes);
    for (const other of [store, await kind.open()]) {
      expect(await other.missing(['00ff-1.jpg', name])).toEqual(['00ff-1.jpg']);
      expect(await readFile((await other.pathOf(name)) ?? '')).toEqual(bytes);
    }
  });

  test('sees what another process puts after it has looked', async () => {
    const [one, other] = [await kind.open(), await kind.open()];
    expect(await one.pathOf(name)).toBeUndefined();
    await other.put(name, bytes);
    const later = kindName === 'a folder' ? one : await kind.open();
    expect(await later.missing([name])).toEqual([]);
    expect(await readFile((await later.pathOf(name)) ?? '')).toEqual(bytes);
  });

  test('forgets what is removed, and nothing else', async () => {
    const store = await kind.open();
    await store.put(name, bytes);
    await store.put('3f00ac1d27b5-640.avif', bytes);
    await store.remove([name, '00ff-1.jpg']);
    for (const other of [store, await kind.open()]) {
      expect(await other.pathOf(name)).toBeUndefined();
      expect(await other.missing([name, '3f00ac1d27b5-640.avif'])).toEqual([name]);
    }
    expect((await kind.files()).filter((file) => file.includes('3f9ac1d27b5e'))).toEqual([]);
  });

  test('takes the same rendition from many at once', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, () => kind.open()));
    await Promise.all(stores.map((store) => store.put(name, bytes)));
    expect(await kind.files()).toHaveLength(1);
    expect(await readFile((await (await kind.open()).pathOf(name)) ?? '')).toEqual(bytes);
  });

  test.each([
    ['cut short', bytes.subarray(0, 5)],
    ['changed in one letter', Buffer.from('the bytes of a rendItion')],
    ['emptied', Buffer.alloc(0)],
  ])('never gives back what was %s, and takes it anew', async (_how, damaged) => {
    await (await kind.open()).put(name, bytes);
    for (const file of await kind.files()) await writeFile(file, damaged);
    const store = await kind.open();
    expect(await store.pathOf(name)).toBeUndefined();
    expect(await store.missing([name])).toEqual([name]);
    await store.put(name, bytes);
    expect(await readFile((await (await kind.open()).pathOf(name)) ?? '')).toEqual(bytes);
  });

  test('keeps many renditions of many photos apart', async () => {
    const store = await kind.open();
    const names = Array.from(
      { length: 40 },
      (_, at) => `${(at * 7).toString(16).padStart(12, '0')}-${at}.webp`,
    );
    await Promise.all(names.map((each) => store.put(each, Buffer.from(each))));
    const other = await kind.open();
    expect(await other.missing(names)).toEqual([]);
    for (const each of names) expect(await readFile((await other.pathOf(each)) ?? '', 'utf8')).toBe(each);
  });
});

describe('a folder', () => {
  test('leaves nothing half-written beside what it keeps, and prunes what is not named', async () => {
    const store = openFolderStore(folder);
    await store.put(name, bytes);
    await store.put('3f00-320.jpg', bytes);
    await writeFile(path.join(folder, '3f', '.123-0123456789ab.tmp'), 'half');
    await writeFile(path.join(folder, '3f', 'notes.txt'), 'of a person');
    await writeFile(path.join(folder, 'descriptions-1.jsonl'), '');
    const later = new Date(Date.now() + 48 * 3600 * 1000);
    expect(await pruneFolderStore(folder, new Set([name]), later)).toEqual({
      fileCount: 2,
      bytes: bytes.length + 4,
    });
    expect((await readdir(path.join(folder, '3f'))).sort()).toEqual([
      storedNameFor(name, bytes).fileName,
      'notes.txt',
    ]);
    const again = openFolderStore(folder);
    expect(await again.missing([name, '3f00-320.jpg'])).toEqual(['3f00-320.jpg']);
  });
});

describe('a bucket', () => {
  test('is not opened, nor its client loaded, without credentials', async () => {
    expect(await openPhotoBucket({ bucket: 'news', prefix: '' }, {})).toBeUndefined();
  });

  test('that is not there is named in the error', async () => {
    const bucket = await openPhotoBucket({ bucket: 'no-such-bucket', prefix: 'x' }, s3.environment);
    await expect(bucket?.list('3f/')).rejects.toThrow(
      'Cannot list the photo store s3://no-such-bucket/x (NoSuchBucket',
    );
  });

  test('lists more than one page of keys', async () => {
    const page = (keys: readonly string[], next?: string) =>
      `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${next !== undefined}</IsTruncated>${
        next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
      }${keys.map((key) => `<Contents><Key>cache/${key}</Key><Size>24</Size></Contents>`).join('')}</ListBucketResult>`;
    const server = createServer((request, response) => {
      const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('continuation-token');
      response.end(token === 'second' ? page(['aa/3']) : page(['aa/1', 'aa/2'], 'second'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const environment = { ...s3.environment, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` };
      const bucket = await openPhotoBucket({ bucket: 'news', prefix: 'cache' }, environment);
      expect([...((await bucket?.list('aa/')) ?? [])]).toEqual(
        ['aa/1', 'aa/2', 'aa/3'].map((key) => [key, { sizeBytes: 24, etag: '' }]),
      );
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('the name of a stored file', () => {
  test('says which rendition it holds, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\da-f]{12}-\d{1,4}\.(avif|webp|jpg)$/),
        fc.uint8Array(),
        (each, content) => {
          const { sha256, ...stored } = storedNameFor(each, Buffer.from(content));
          expect(sha256.startsWith(stored.checksum)).toBe(true);
          expect(parseStoredName(stored.fileName)).toEqual(stored);
        },
      ),
    );
    expect(parseStoredName('notes.txt')).toBeUndefined();
  });
});
