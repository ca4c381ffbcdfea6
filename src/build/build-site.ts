/**
 * Builds the whole site: content in, a complete output folder out, or nothing changed at all.
 * An error of the content, a failure of the disk or an interruption leaves the output as it was.
 */

import type { Sources } from '../content/document-reader.ts';
import type { StampedFolder } from '../content/read-folder.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { dueMoments } from '../feeds/due.ts';
import { lockOutput } from '../output/output-lock.ts';
import { type OutputSummary, OutputTree } from '../output/output-tree.ts';
import type { Photo } from '../photos/photo.ts';
import { PhotoPipeline } from '../photos/photo-pipeline.ts';
import { offerPressKits } from '../site/press-kit.ts';
import type { HeldBack, Site } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { componentFault } from './extension/extension-fault.ts';
import { gatherFiles } from './gather-files.ts';
import { kitFolderOf, makePressKits } from './make-press-kits.ts';
import { measureSounds } from './measure-sounds.ts';
import { openPhotoStore } from './photo-store.ts';
import { type PreparedSite, prepareSite } from './prepare-site.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';
import { writePages } from './write-pages.ts';

export interface BuildOptions {
  readonly nowMs: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** A listing of the content folder that the caller has made already. */
  readonly folder?: StampedFolder;
  /** Called when another build into the same folder has to be waited for. */
  readonly onWait?: () => void;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** Undefined when errors stopped the build. */
  readonly built?: BuiltSite;
}

export interface BuiltSite extends OutputSummary {
  /** Rendered in this build; the others were what they would be. */
  readonly pages: number;
  readonly articles: number;
  readonly photos: number;
  readonly encodedRenditions: number;
  readonly heldBack: readonly HeldBack[];
  /** When the site changes by itself; undefined when it stays as it is. */
  readonly nextChangeMs?: number;
}

/** Throws for failures of the machine, and the signal's reason when interrupted. */
export async function buildSite(project: Project, options: BuildOptions): Promise<BuildResult> {
  const prepared = await prepareSite(project, { ...options, includeHidden: false, checks: 'error' });
  const { site, recipe, cardFace, sources } = prepared;
  if (
    site === undefined ||
    recipe === undefined ||
    cardFace === undefined ||
    hasErrors(prepared.diagnostics)
  ) {
    return { diagnostics: prepared.diagnostics, sources };
  }
  const { store, save: savePhotoStore } = await openPhotoStore(project, site.config);
  const placeOf = (photo: Photo) => placeOfPhoto(photo.file, prepared);
  const photos = new PhotoPipeline({
    contentFolder: project.content,
    kitFolder: kitFolderOf(project),
    store,
    recipe,
    placeOf,
    face: cardFace,
  });
  const encoded = await photos.encode([...site.photos, ...prepared.photosToCome], {
    signal: options.signal,
    onProgress: options.progress.step('Encoding photos'),
  });
  options.progress.clear();
  const diagnostics = [...prepared.diagnostics, ...encoded.diagnostics];
  if (hasErrors(diagnostics)) return { diagnostics, sources };
  const unlock = await lockOutput(project.output, options);
  const tree = await OutputTree.open(project.output).catch((error: unknown) => {
    unlock();
    throw error;
  });
  try {
    const { files, published, ...gathered } = await gatherFiles(site, photos, {
      displayContent: project.displayContent,
      isPublished: (file) => tree.has(file),
      onProgress: options.progress.step('Gathering photos'),
    });
    await savePhotoStore();
    options.progress.clear();
    const kits = await makePressKits(site, photos, {
      signal: options.signal,
      isPublished: (file) => tree.has(file),
      onProgress: options.progress.step('Packing press kits'),
    });
    options.progress.clear();
    diagnostics.push(...gathered.diagnostics, ...kits.diagnostics);
    if (hasErrors(diagnostics)) {
      await tree.discard();
      return { diagnostics, sources };
    }
    for (const file of published) tree.keepImmutable(file);
    const madeFrom = sourcesOfRenditions(site);
    for (const [file, source] of [...files, ...kits.files]) {
      await tree.take(file, source, {
        ...defined({ madeFrom: madeFrom.get(file), checked: photos.checked(file) }),
      });
    }
    for (const [file, source] of prepared.own?.files ?? []) await tree.take(file, source);
    const { pages, headers } = await writePages(measureSounds(offerPressKits(site, kits.links), files), {
      content: prepared.content,
      tree,
      project,
      memory: prepared.memory,
      signal: options.signal,
      ...defined({ ownCode: prepared.own?.components.digest }),
    });
    prepared.memory.save();
    const summary = await tree.commit(headers);
    // A moving site is another one at every moment.
    const [nextChangeMs] = site.isMoving ? [options.nowMs] : dueMoments(site).map(Date.parse);
    return {
      diagnostics,
      sources,
      built: {
        ...summary,
        pages,
        articles: site.editions.reduce((sum, edition) => sum + edition.articles.length, 0),
        photos: site.photos.length,
        encodedRenditions: encoded.encodedCount + gathered.encodedCount,
        heldBack: site.heldBack,
        ...defined({ nextChangeMs }),
      },
    };
  } catch (error) {
    await tree.discard();
    const fault = prepared.own && componentFault(error, project.home);
    if (fault === undefined) throw error;
    return { diagnostics: [...diagnostics, fault], sources };
  } finally {
    unlock();
  }
}

function placeOfPhoto(file: string, { photoRequests }: PreparedSite) {
  const place = photoRequests.get(file)?.place;
  if (place === undefined) throw new Error(`Nothing in the content names ${file}.`);
  return place;
}

/** The hash of the photo that each rendition was made from. */
function sourcesOfRenditions(site: Site): ReadonlyMap<string, string> {
  return new Map(
    site.photos.flatMap(({ hash, renditions }) => renditions.map(({ path }) => [path, hash] as const)),
  );
}
