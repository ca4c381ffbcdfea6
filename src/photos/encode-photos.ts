/**
 * Encodes the renditions that a store does not have yet. Memory stays flat: as many photos are open as there are
 * cores, and each holds little more than its file and its widest picture. Bad photos become diagnostics.
 */

import { type Diagnostic, type Place, sortDiagnostics, startOf } from '../diagnostics/diagnostic.ts';
import { type JobLimit, limitJobs } from '../disk/job-limit.ts';
import { defaultJobs } from './default-jobs.ts';
import { type Decoded, decodePhoto, encodePixels, pixelsFor, scalePixels } from './encode-photo.ts';
import type { Photo, Rendition } from './photo.ts';
import { type PhotoFault, photoDiagnostic } from './photo-fault.ts';
import { publicMetadata, renditionKey } from './provenance/stated-source.ts';
import type { Recipe } from './recipe.ts';
import type { Pixels } from './sharp.ts';
import type { Outcome } from './source-file.ts';
import { withPhoto } from './source-photo.ts';
import { type RenditionStore, storeName } from './store/rendition-store.ts';

interface EncodeOptions {
  readonly contentFolder: string;
  readonly store: RenditionStore;
  /** The recipe that the photos' renditions were planned with. */
  readonly recipe: Recipe;
  /** Pictures encoded at once; by default one a core. */
  readonly concurrency?: number;
  /** Called with the number of photos that are ready. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops after the pictures that are being encoded; what is in the store by then stays. */
  readonly signal?: AbortSignal;
  /** Where a diagnostic of a photo points; by default the photo's own file. */
  readonly placeOf?: (photo: Photo) => Place;
}

export interface EncodedPhotos {
  readonly diagnostics: readonly Diagnostic[];
  /** Renditions made, not found in the store. */
  readonly encodedCount: number;
}

/** Throws for failures of the disk, and the signal's reason when it stops. */
export async function encodePhotos(photos: readonly Photo[], options: EncodeOptions): Promise<EncodedPhotos> {
  const jobs = options.concurrency ?? defaultJobs();
  // Photos that are open, and pictures that are encoded: the last photo's pictures still keep all cores busy.
  const openPhotos = limitJobs(jobs);
  const encoders = limitJobs(jobs);
  const diagnostics: Diagnostic[] = [];
  let encodedCount = 0;
  let done = 0;
  // The same bytes may stand beside two articles: they share their renditions, which are made once.
  const distinct = [...new Map(photos.map((photo) => [renditionKey(photo), photo])).values()];
  let failure: { readonly error: unknown } | undefined;
  await Promise.all(
    distinct.map((photo) =>
      openPhotos(async () => {
        if (failure !== undefined || options.signal?.aborted) return;
        try {
          const outcome = await encodeMissing(photo, options, encoders);
          if (outcome.ok) encodedCount += outcome.value;
          else diagnostics.push(diagnose(outcome.fault, photo, options));
          done += 1;
          options.onProgress?.(done, distinct.length);
        } catch (error) {
          failure ??= { error };
        }
      }),
    ),
  );
  if (failure !== undefined) throw failure.error;
  options.signal?.throwIfAborted();
  return { diagnostics: sortDiagnostics(diagnostics), encodedCount };
}

function diagnose(fault: PhotoFault, photo: Photo, { placeOf }: EncodeOptions): Diagnostic {
  return photoDiagnostic(fault, photo.file, placeOf?.(photo) ?? startOf(`content/${photo.file}`));
}

/** Makes what the store lacks of one photo; gives how many renditions that were. */
async function encodeMissing(
  photo: Photo,
  options: EncodeOptions,
  encoders: JobLimit,
): Promise<Outcome<number>> {
  const { store, signal } = options;
  const missing = new Set(await store.missing(photo.renditions.map(({ path }) => storeName(path))));
  const wanted = photo.renditions.filter(({ path }) => missing.has(storeName(path)));
  if (wanted.length === 0) return { ok: true, value: 0 };
  const decoded = await encoders(() => decodeSource(photo, wanted, options));
  if (!decoded.ok) return decoded;
  // The widest first: they take longest.
  const groups = sameSource(wanted);
  await allDone(
    groups.map(async (group) => {
      const [sample] = group;
      if (sample === undefined || signal?.aborted) return;
      const pixels = await encoders(() => scalePixels(pixelsFor(decoded.value, sample.format), sample));
      await allDone(
        group.map((rendition) => encoders(() => makeRendition(photo, rendition, pixels, options))),
      );
    }),
  );
  return { ok: true, value: wanted.length };
}

/** Renditions that are made from the same pixels, widest first. */
function sameSource(renditions: readonly Rendition[]): readonly (readonly Rendition[])[] {
  const groups = new Map<string, Rendition[]>();
  for (const rendition of [...renditions].sort((a, b) => b.widthPx - a.widthPx)) {
    const key = `${rendition.widthPx} ${rendition.format === 'avif' ? 'own' : 'srgb'}`;
    groups.set(key, [...(groups.get(key) ?? []), rendition]);
  }
  return [...groups.values()];
}

/** Waits for all, as `Promise.all` does not: when it throws, nothing is still running. */
async function allDone(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function makeRendition(
  photo: Photo,
  rendition: Rendition,
  pixels: Pixels,
  { store, recipe, signal }: EncodeOptions,
): Promise<void> {
  if (signal?.aborted) return;
  const bytes = await encodePixels(pixels, rendition, publicMetadata(photo), recipe);
  await store.put(storeName(rendition.path), bytes);
}

/** Reads and decodes a photo to the pixels of its widest rendition. */
async function decodeSource(
  photo: Photo,
  wanted: readonly Rendition[],
  { contentFolder, recipe }: EncodeOptions,
): Promise<Outcome<Decoded>> {
  const formats = wanted.map(({ format }) => format);
  return await withPhoto(photo, contentFolder, (bytes) => decodePhoto(bytes, photo, recipe, formats));
}
