/** What is made when: all of a photo for a build, one rendition for a reader of the preview, nothing twice. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodePhotos } from '../../src/photos/encode-photos.ts';
import { encodeRendition } from '../../src/photos/encode-rendition.ts';
import type { Photo } from '../../src/photos/photo.ts';
import { openFolderStore } from '../../src/photos/store/folder-store.ts';
import { makeWorkplace, noise, smallRecipe, type Workplace } from './pictures.ts';

let workplace: Workplace;
let photo: Photo;

beforeEach(async () => {
  workplace = await makeWorkplace();
  await workplace.write('photo.jpg', await noise(200, 150).jpeg().toBuffer());
  const { photos } = await workplace.describe(['photo.jpg']);
  const found = photos.get('photo.jpg');
  if (found === undefined) throw new Error('The photo cannot be read.');
  photo = found;
});

afterEach(() => workplace.remove());

async function storedFiles(): Promise<readonly string[]> {
  const names = await readdir(path.join(workplace.cacheFolder, 'renditions'), { recursive: true }).catch(
    () => [],
  );
  return names.filter((name) => /\.\w+$/.test(name));
}

const options = () => ({
  contentFolder: workplace.contentFolder,
  store: workplace.store,
  recipe: smallRecipe,
});

describe('a rendition on demand', () => {
  test('is the only one that is made, once for all who ask at the same time', async () => {
    const [rendition] = photo.renditions;
    if (rendition === undefined) throw new Error('No rendition is planned.');
    expect(await storedFiles()).toEqual([]);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => encodeRendition(photo, rendition, options())),
    );
    expect(new Set(answers.map((answer) => answer.ok && answer.path)).size).toBe(1);
    expect(await storedFiles()).toHaveLength(1);
    expect(await encodeRendition(photo, rendition, options())).toMatchObject({ ok: true, isNew: false });
  });

  test('has the bytes that a build would have made', async () => {
    const alone = await Promise.all(
      photo.renditions.map(async (rendition) => {
        const made = await encodeRendition(photo, rendition, options());
        if (!made.ok) throw new Error(made.diagnostic.message);
        return await readFile(made.path);
      }),
    );
    const store = openFolderStore(path.join(workplace.folder, 'of-a-build'));
    expect((await encodePhotos([photo], { ...options(), store })).encodedCount).toBe(5);
    for (const [at, { path: name }] of photo.renditions.entries()) {
      const built = await store.pathOf(path.basename(name));
      expect(await readFile(built ?? '')).toEqual(alone[at]);
    }
  });

  test('of a photo that is gone is a diagnostic, not an exception', async () => {
    const [rendition] = photo.renditions;
    if (rendition === undefined) throw new Error('No rendition is planned.');
    const elsewhere = { ...photo, file: 'gone.jpg' };
    expect(await encodeRendition(elsewhere, rendition, options())).toMatchObject({
      ok: false,
      diagnostic: { code: 'photo-not-found', file: 'content/gone.jpg' },
    });
  });
});

describe('a build', () => {
  test('makes what is missing and no more', async () => {
    const [rendition] = photo.renditions;
    if (rendition === undefined) throw new Error('No rendition is planned.');
    await encodeRendition(photo, rendition, options());
    expect((await encodePhotos([photo], options())).encodedCount).toBe(4);
    expect((await encodePhotos([photo], options())).encodedCount).toBe(0);
  });

  test('makes photos of the same bytes once', async () => {
    await workplace.write('copy.jpg', await readFile(path.join(workplace.contentFolder, 'photo.jpg')));
    expect((await encodePhotos([photo, { ...photo, file: 'copy.jpg' }], options())).encodedCount).toBe(5);
  });

  test('that is interrupted keeps what is whole and throws the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('The editor pressed Ctrl-C.');
    const store = {
      ...workplace.store,
      async put(name: string, bytes: Buffer) {
        await workplace.store.put(name, bytes);
        controller.abort(reason);
      },
    };
    await expect(encodePhotos([photo], { ...options(), store, signal: controller.signal })).rejects.toBe(
      reason,
    );
    const kept = (await storedFiles()).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(5);
    expect((await encodePhotos([photo], options())).encodedCount).toBe(5 - kept);
  });

  test('two builds at the same time share the work in one folder', async () => {
    const stores = [1, 2].map(() => openFolderStore(path.join(workplace.cacheFolder, 'renditions')));
    await Promise.all(stores.map((store) => encodePhotos([photo], { ...options(), store })));
    expect(await storedFiles()).toHaveLength(5);
    expect((await encodePhotos([photo], options())).encodedCount).toBe(0);
  });

  test('whose disk fails says which folder', async () => {
    const store = openFolderStore(path.join(workplace.contentFolder, 'photo.jpg'));
    await expect(encodePhotos([photo], { ...options(), store })).rejects.toThrow(
      /^Cannot keep a rendition in .*photo\.jpg/,
    );
  });
});
