/**
 * Makes one rendition on demand, for the preview: the first page of a site with
 * 10,000 photos shows at once. The bytes are those that `encodePhotos` would have made.
 */

import { type Diagnostic, type Place, startOf } from '../diagnostics/diagnostic.ts';
import { type JobLimit, limitJobs } from '../disk/job-limit.ts';
import { defaultJobs } from './default-jobs.ts';
import { decodePhoto, encodePixels, pixelsFor, scalePixels } from './encode-photo.ts';
import type { Photo, Rendition } from './photo.ts';
import { photoDiagnostic } from './photo-fault.ts';
import { publicMetadata } from './provenance/stated-source.ts';
import type { Recipe } from './recipe.ts';
import type { Outcome } from './source-file.ts';
import { withPhoto } from './source-photo.ts';
import { type RenditionStore, storeName } from './store/rendition-store.ts';

export interface RenditionOptions {
  readonly contentFolder: string;
  readonly store: RenditionStore;
  readonly recipe: Recipe;
  /** Where a diagnostic of the photo points; by default the photo's own file. */
  readonly placeOf?: (photo: Photo) => Place;
}

export type EncodedRendition =
  /** `path` is a checked file of the store; `isNew` says that it had to be made. */
  | { readonly ok: true; readonly path: string; readonly isNew: boolean }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

interface StoreWork {
  readonly limit: JobLimit;
  /** By store name: two requests for one picture wait for the same work. */
  readonly inFlight: Map<string, Promise<EncodedRendition>>;
}

const storeWork = new WeakMap<RenditionStore, StoreWork>();

/** Finds a rendition in the store or makes it. Throws for failures of the disk. */
export function encodeRendition(
  photo: Photo,
  rendition: Rendition,
  options: RenditionOptions,
): Promise<EncodedRendition> {
  const { contentFolder, recipe } = options;
  return makeOnce(photo, rendition, options, async () => {
    const decoded = await withPhoto(photo, contentFolder, (bytes) =>
      decodePhoto(bytes, photo, recipe, [rendition.format]),
    );
    if (!decoded.ok) return decoded;
    const pixels = await scalePixels(pixelsFor(decoded.value, rendition.format), rendition);
    return { ok: true, value: await encodePixels(pixels, rendition, publicMetadata(photo), recipe) };
  });
}

/** Finds a file in the store or makes it: once for all callers, and no more at a time than there are cores. */
export function makeOnce(
  photo: Photo,
  rendition: Rendition,
  options: RenditionOptions,
  make: () => Promise<Outcome<Buffer>>,
): Promise<EncodedRendition> {
  const { limit, inFlight } = workIn(options.store);
  const name = storeName(rendition.path);
  const running = inFlight.get(name);
  if (running !== undefined) return running;
  const made = findOrMake(photo, name, options, () => limit(make)).finally(() => inFlight.delete(name));
  inFlight.set(name, made);
  return made;
}

/** Bounds how many pictures of a store are made at once. */
export function limitIn(store: RenditionStore): JobLimit {
  return workIn(store).limit;
}

function workIn(store: RenditionStore): StoreWork {
  const known = storeWork.get(store);
  if (known !== undefined) return known;
  const work: StoreWork = { limit: limitJobs(defaultJobs()), inFlight: new Map() };
  storeWork.set(store, work);
  return work;
}

async function findOrMake(
  photo: Photo,
  name: string,
  { store, placeOf }: RenditionOptions,
  make: () => Promise<Outcome<Buffer>>,
): Promise<EncodedRendition> {
  const found = await store.pathOf(name);
  if (found !== undefined) return { ok: true, path: found, isNew: false };
  const made = await make();
  if (!made.ok) {
    const place = placeOf?.(photo) ?? startOf(`content/${photo.file}`);
    return { ok: false, diagnostic: photoDiagnostic(made.fault, photo.file, place) };
  }
  await store.put(name, made.value);
  const path = await store.pathOf(name);
  if (path === undefined) throw new Error(`The store has lost ${name} right after it was put there.`);
  return { ok: true, path, isNew: true };
}
