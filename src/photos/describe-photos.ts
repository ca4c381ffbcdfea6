/**
 * Describes all photos that the content asks for. Bad photos become diagnostics at every place that asks
 * for them; the others go on. Throws only for failures of the disk.
 */

import { digestOnce } from '../cache/digest.ts';
import { type Diagnostic, type Place, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { limitJobs } from '../disk/job-limit.ts';
import { defined } from '../text/defined.ts';
import { defaultJobs } from './default-jobs.ts';
import { type Description, describePhoto } from './describe-photo.ts';
import { type DescriptionCache, openDescriptionCache } from './description-cache.ts';
import { readInTurn } from './memory-budget.ts';
import type { Photo } from './photo.ts';
import { photoDiagnostic } from './photo-fault.ts';
import { planRenditions } from './plan-renditions.ts';
import { joinSources, type SourceType } from './provenance/source-type.ts';
import type { Recipe } from './recipe.ts';
import { findSource, type Outcome, readSource } from './source-file.ts';

/** One photo as one place in the content names it. */
export interface PhotoRequest {
  /** Relative to `content/`, with forward slashes: `articles/2024/fair/4.jpg`. */
  readonly file: string;
  readonly place: Place;
  /** Where it comes from, as the document says that names it. */
  readonly source?: SourceType;
}

interface DescribeOptions {
  readonly contentFolder: string;
  readonly cacheFolder: string;
  readonly recipe: Recipe;
  /** Photos at once; by default one a core. */
  readonly concurrency?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface DescribedPhotos {
  /** By the file of the request. Photos with a diagnostic are not in it. */
  readonly photos: ReadonlyMap<string, Photo>;
  readonly diagnostics: readonly Diagnostic[];
}

export async function describePhotos(
  requests: readonly PhotoRequest[],
  options: DescribeOptions,
): Promise<DescribedPhotos> {
  const cache = await openDescriptionCache(options.cacheFolder);
  const limit = limitJobs(options.concurrency ?? defaultJobs());
  const files = [...new Set(requests.map((request) => request.file))].sort();
  let done = 0;
  const outcomes = new Map(
    await Promise.all(
      files.map(async (file) => {
        const outcome = await limit(() => describeFile(file, options, cache));
        done += 1;
        options.onProgress?.(done, files.length);
        return [file, outcome] as const;
      }),
    ),
  );
  // A cache that cannot be written costs the next build time, never this one its site.
  await cache.save().catch(() => undefined);
  return collect(requests, outcomes, options.recipe);
}

type Described = Description & { readonly hash: string };

async function describeFile(
  file: string,
  { contentFolder }: DescribeOptions,
  cache: DescriptionCache,
): Promise<Outcome<Described>> {
  const source = await findSource(contentFolder, file);
  if (!source.ok) return source;
  const { stamp } = source.value;
  const knownHash = cache.hashOf(file, stamp);
  const known = knownHash === undefined ? undefined : cache.description(knownHash);
  if (knownHash !== undefined && known !== undefined)
    return { ok: true, value: { ...known, hash: knownHash } };

  return await readInTurn(stamp.sizeBytes, async () => {
    const read = await readSource(contentFolder, file, source.value);
    if (!read.ok) return read;
    const { bytes, hash } = read.value;
    const cached = cache.description(hash);
    const described: Outcome<Description> =
      cached === undefined ? await describePhoto(bytes) : { ok: true, value: cached };
    if (!described.ok) return described;
    cache.remember(file, stamp, hash, described.value);
    return { ok: true, value: { ...described.value, hash } };
  });
}

function collect(
  requests: readonly PhotoRequest[],
  outcomes: ReadonlyMap<string, Outcome<Described>>,
  recipe: Recipe,
): DescribedPhotos {
  const photos = new Map<string, Photo>();
  const stated = statedSources(requests);
  for (const [file, outcome] of outcomes) {
    if (!outcome.ok) continue;
    const own = outcome.value.metadata.sourceType;
    const source = joinSources(own, stated.get(file));
    const described = {
      file,
      ...outcome.value,
      ...(source === own ? {} : defined({ statedSource: source })),
    };
    photos.set(file, digestOnce({ ...described, renditions: planRenditions(described, recipe) }));
  }
  const diagnostics = requests.flatMap(({ file, place }) => {
    const outcome = outcomes.get(file);
    return outcome === undefined || outcome.ok ? [] : [photoDiagnostic(outcome.fault, file, place)];
  });
  return { photos, diagnostics: sortDiagnostics(diagnostics) };
}

/** By file; of several documents the one counts that says that a machine had a part, else the first. */
function statedSources(requests: readonly PhotoRequest[]): ReadonlyMap<string, SourceType> {
  const sources = new Map<string, SourceType>();
  for (const { file, source } of requests) {
    const joined = joinSources(sources.get(file), source);
    if (joined !== undefined) sources.set(file, joined);
  }
  return sources;
}
