/** Small pictures made in code, and what to ask of those that come out. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Place } from '../../src/diagnostics/diagnostic.ts';
import { type DescribedPhotos, describePhotos } from '../../src/photos/describe-photos.ts';
import { type EncodedPhotos, encodePhotos } from '../../src/photos/encode-photos.ts';
import type { Photo, Rendition } from '../../src/photos/photo.ts';
import type { Recipe } from '../../src/photos/recipe.ts';
import { openFolderStore } from '../../src/photos/store/folder-store.ts';
import { type RenditionStore, storeName } from '../../src/photos/store/rendition-store.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Top left, top right, bottom left, bottom right: no turn or mirroring gives the same picture. */
export const quarters: readonly [Rgb, Rgb, Rgb, Rgb] = [
  [220, 40, 40],
  [40, 180, 60],
  [40, 70, 210],
  [230, 200, 40],
];

/** The colour of a pixel of the picture of four quarters. */
export function quarterAt(x: number, y: number, widthPx: number, heightPx: number): Rgb {
  return quarters[(y < heightPx / 2 ? 0 : 2) + (x < widthPx / 2 ? 0 : 1)] ?? quarters[0];
}

/** A picture of three channels whose pixels a function gives. */
export function draw(widthPx: number, heightPx: number, colourAt: (x: number, y: number) => Rgb): Sharp {
  const data = Buffer.alloc(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1) data.set(colourAt(x, y), (y * widthPx + x) * 3);
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

export function plain(colour: Rgb, widthPx = 64, heightPx = 48): Sharp {
  return draw(widthPx, heightPx, () => colour);
}

/** Nothing in it repeats, so no encoder makes it small and no scaling makes it flat. */
export function noise(widthPx: number, heightPx: number, seed = 1): Sharp {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  return draw(widthPx, heightPx, () => [next(), next(), next()]);
}

/** The pixel at a place given in parts of the width and height, whatever the format. */
export async function pixelAt(picture: Buffer | string, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = Math.floor(y * info.height) * info.width + Math.floor(x * info.width);
  return [...data.subarray(at * info.channels, (at + 1) * info.channels)];
}

/** The largest difference of two colours in any channel. */
export function distance(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))));
}

export const smallRecipe: Recipe = {
  widthsPx: [40, 80],
  formats: ['avif', 'webp', 'jpeg'],
  effort: 'fast',
};

export interface Workplace {
  readonly folder: string;
  readonly contentFolder: string;
  readonly cacheFolder: string;
  readonly store: RenditionStore;
  readonly write: (file: string, bytes: Uint8Array | string) => Promise<void>;
  readonly describe: (files: readonly string[], recipe?: Recipe) => Promise<DescribedPhotos>;
  readonly encode: (photos: Iterable<Photo>, recipe?: Recipe) => Promise<EncodedPhotos>;
  /** The file of a rendition that the store has. */
  readonly fileOf: (rendition: Rendition) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Where photos that tests ask for are said to be named. */
export const place: Place = {
  file: 'content/articles/2024/fair/index.md',
  line: 7,
  column: 1,
  endColumn: 20,
};

/** A content folder and a cache of their own. */
export async function makeWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-photos-'));
  const contentFolder = path.join(folder, 'content');
  const cacheFolder = path.join(folder, 'cache');
  const store = openFolderStore(path.join(cacheFolder, 'renditions'));
  await mkdir(contentFolder);
  return {
    folder,
    contentFolder,
    cacheFolder,
    store,
    async write(file, bytes) {
      const target = path.join(contentFolder, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, bytes);
    },
    describe: (files, recipe = smallRecipe) =>
      describePhotos(
        files.map((file) => ({ file, place })),
        { contentFolder, cacheFolder, recipe },
      ),
    encode: (photos, recipe = smallRecipe) => encodePhotos([...photos], { contentFolder, store, recipe }),
    async fileOf(rendition) {
      const found = await store.pathOf(storeName(rendition.path));
      if (found === undefined) throw new Error(`The store has no ${rendition.path}.`);
      return found;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Describes and encodes one photo; gives its renditions with their files. */
export async function publish(
  workplace: Workplace,
  bytes: Uint8Array,
  recipe: Recipe = smallRecipe,
): Promise<{
  readonly photo: Photo;
  readonly files: readonly { readonly rendition: Rendition; readonly file: string }[];
}> {
  await workplace.write('photo.jpg', bytes);
  const { photos, diagnostics } = await workplace.describe(['photo.jpg'], recipe);
  const photo = photos.get('photo.jpg');
  if (photo === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const encoded = await workplace.encode([photo], recipe);
  if (encoded.diagnostics.length > 0) throw new Error(encoded.diagnostics[0]?.message);
  const files = await Promise.all(
    photo.renditions.map(async (rendition) => ({ rendition, file: await workplace.fileOf(rendition) })),
  );
  return { photo, files };
}

/**
 * A picture's difference hash, 64 bits: whether each of 8 x 8 places is lighter than its left neighbour. The same
 * picture from another encoder differs in few bits.
 */
export async function differenceHash(picture: Buffer | string): Promise<bigint> {
  const { data } = await sharp(picture)
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let hash = 0n;
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1)
      hash = (hash << 1n) | ((data[row * 9 + column + 1] ?? 0) > (data[row * 9 + column] ?? 0) ? 1n : 0n);
  return hash;
}

export function bitsApart(one: bigint, other: bigint): number {
  return (one ^ other).toString(2).replaceAll('0', '').length;
}
