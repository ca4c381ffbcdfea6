/**
 * Brings all renditions of a site to this machine, checked: from the folder, from the bucket in front of which it stands,
 * or, where an entry turns out to be damaged, by encoding it again. Run `encodePhotos` before.
 */

import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { limitJobs } from '../disk/job-limit.ts';
import { encodeRendition, type RenditionOptions } from './encode-rendition.ts';
import type { Photo } from './photo.ts';

/** Files at once: they wait for the disk or the network. */
const AT_ONCE = 16;

interface GatherOptions extends RenditionOptions {
  /** Whether the output has a rendition already, by its path there. */
  readonly isPublished?: (path: string) => boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface GatheredRenditions {
  /** Absolute paths of checked files, by the rendition's path in the output. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Those that were damaged and had to be made anew. */
  readonly encodedCount: number;
}

/** Throws for failures of the disk and the network. */
export async function gatherRenditions(
  photos: readonly Photo[],
  options: GatherOptions,
): Promise<GatheredRenditions> {
  const limit = limitJobs(AT_ONCE);
  const files = new Map<string, string>();
  // The same bytes may lie beside two articles: they share their renditions, and are damaged together.
  const faults = new Map<string, Diagnostic>();
  let encodedCount = 0;
  let done = 0;
  const wanted = new Map(
    photos.flatMap((photo) =>
      photo.renditions
        .filter(({ path }) => options.isPublished?.(path) !== true)
        .map((rendition) => [rendition.path, { photo, rendition }] as const),
    ),
  );
  await Promise.all(
    [...wanted.values()].map(({ photo, rendition }) =>
      limit(async () => {
        const found = await encodeRendition(photo, rendition, options);
        if (found.ok) {
          files.set(rendition.path, found.path);
          if (found.isNew) encodedCount += 1;
        } else {
          faults.set(photo.file, found.diagnostic);
        }
        done += 1;
        options.onProgress?.(done, wanted.size);
      }),
    ),
  );
  // In the order of the photos, whatever came first.
  const inOrder = [...wanted.keys()].flatMap((path) => {
    const file = files.get(path);
    return file === undefined ? [] : [[path, file] as const];
  });
  return { files: new Map(inOrder), diagnostics: sortDiagnostics([...faults.values()]), encodedCount };
}
