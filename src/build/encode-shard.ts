/**
 * Encodes one part of all photos that the content names into the photo store, without building a site: the jobs of a CI
 * matrix share the first encoding of a large archive, and the build that follows finds everything made.
 */

import { warnOfUnseen } from '../checks/unseen-stories.ts';
import type { Sources } from '../content/document-reader.ts';
import { loadContent } from '../content/load-content.ts';
import { type Diagnostic, sortDiagnostics, startOf } from '../diagnostics/diagnostic.ts';

import { describePhotos, encodePhotos } from '../photos/photo-pipeline.ts';
import type { Recipe } from '../photos/recipe.ts';
import { filesOfShard, type Shard } from '../photos/shard.ts';
import { defined } from '../text/defined.ts';
import { readClock } from './clock.ts';
import { openPhotoStore, photoCacheOf } from './photo-store.ts';
import { photoRequests } from './prepare-site.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';

export interface EncodedShard {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly photoCount: number;
  readonly encodedCount: number;
  /** The bucket that the other parts share; undefined when there is only this machine's folder. */
  readonly sharedName?: string;
}

/** Throws for failures of the disk and the network, and the signal's reason. */
export async function encodeShard(
  project: Project,
  shard: Shard,
  progress: Progress,
  signal: AbortSignal,
): Promise<EncodedShard> {
  const displayFolder = project.displayContent;
  const { content, diagnostics, sources } = await loadContent({
    contentFolder: project.content,
    displayFolder,
  });
  // Mistakes in stories are the build's to tell; without site.yaml it is not known what to encode.
  if (content === undefined) return { diagnostics, sources, photoCount: 0, encodedCount: 0 };
  const { widths, formats, effort } = content.config.photos;
  const recipe: Recipe = { widthsPx: widths, formats, effort };
  const requests = photoRequests(content, displayFolder);
  const files = new Set(
    filesOfShard(
      requests.map(({ file }) => file),
      shard,
    ),
  );
  const described = await describePhotos(
    requests.filter(({ file }) => files.has(file)),
    {
      contentFolder: project.content,
      cacheFolder: photoCacheOf(project),
      recipe,
      onProgress: progress.step('Reading photos'),
    },
  );
  progress.clear();
  const { store, sharedName } = await openPhotoStore(project, content.config);
  const byFile = new Map(requests.map((request) => [request.file, request]));
  const encoded = await encodePhotos([...described.photos.values()], {
    contentFolder: project.content,
    store,
    recipe,
    signal,
    onProgress: progress.step('Encoding photos'),
    placeOf: ({ file }) => byFile.get(file)?.place ?? startOf(`${displayFolder}/${file}`),
  });
  progress.clear();
  return {
    diagnostics: sortDiagnostics(
      warnOfUnseen([...described.diagnostics, ...encoded.diagnostics], {
        ...{ content, sources, displayFolder },
        nowMs: readClock(),
      }),
    ),
    sources,
    photoCount: described.photos.size,
    encodedCount: encoded.encodedCount,
    ...defined({ sharedName }),
  };
}
