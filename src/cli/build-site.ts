/**
 * Builds the whole site: content in, a complete output folder out, or nothing changed at all.
 * An error of the content, a failure of the disk or an interruption leaves the output as it was.
 */

import path from 'node:path';
import { routesByUrl, urlsByKind } from '../../templates/kinds/all-routes.ts';
import { outputFileOf, renderRoute } from '../../templates/page-kind.ts';
import { bundleAssets } from '../assets/bundle-assets.ts';
import { type Diagnostic, hasErrors, startOf } from '../diagnostics/diagnostic.ts';
import { type OutputSummary, OutputTree } from '../output/output-tree.ts';
import { encodePhotos } from '../photos/encode-photos.ts';
import { openFolderStore } from '../photos/folder-store.ts';
import { photoDiagnostic } from '../photos/photo-fault.ts';
import { prepareDownload } from '../photos/prepare-download.ts';
import { type RenditionStore, storeName } from '../photos/rendition-store.ts';
import type { HeldBack, Site } from '../site/site.ts';
import { runEleventy } from './eleventy-job.ts';
import { type PreparedSite, prepareSite } from './prepare-site.ts';
import type { Progress } from './progress.ts';
import type { Project } from './project.ts';

export interface BuildOptions {
  readonly nowMs: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** Undefined when errors stopped the build. */
  readonly built?: BuiltSite;
}

export interface BuiltSite extends OutputSummary {
  readonly pages: number;
  readonly articles: number;
  readonly photos: number;
  readonly encodedRenditions: number;
  readonly heldBack: readonly HeldBack[];
}

/** Throws for failures of the machine, and the signal's reason when interrupted. */
export async function buildSite(project: Project, options: BuildOptions): Promise<BuildResult> {
  const prepared = await prepareSite(project, { ...options, includeHidden: false, checks: 'error' });
  const { site, recipe, sources } = prepared;
  if (site === undefined || recipe === undefined || hasErrors(prepared.diagnostics)) {
    return { diagnostics: prepared.diagnostics, sources };
  }
  const store = openFolderStore(path.join(project.cache, 'photos', 'renditions'));
  const encoded = await encodePhotos(site.photos, {
    contentFolder: project.content,
    store,
    recipe,
    signal: options.signal,
    onProgress: options.progress.step('Encoding photos'),
    placeOf: (photo) => placeOfPhoto(photo.file, prepared),
  });
  options.progress.clear();
  const diagnostics = [...prepared.diagnostics, ...encoded.diagnostics];
  const downloads = new Map<string, string>();
  for (const { file, url } of site.attachments) {
    const download = await prepareDownload(project.content, file, store);
    if (download.ok) downloads.set(url, download.value);
    else diagnostics.push(photoDiagnostic(download.fault, file, startOf(`${project.shownContent}/${file}`)));
  }
  if (hasErrors(diagnostics)) return { diagnostics, sources };
  const { summary, pages } = await writeSite(site, downloads, store, project, options.signal);
  return {
    diagnostics,
    sources,
    built: {
      ...summary,
      pages,
      articles: site.editions.reduce((sum, edition) => sum + edition.articles.length, 0),
      photos: site.photos.length,
      encodedRenditions: encoded.encodedCount,
      heldBack: site.heldBack,
    },
  };
}

function placeOfPhoto(file: string, { photoPlaces }: PreparedSite) {
  const place = photoPlaces.get(file);
  if (place === undefined) throw new Error(`Nothing in the content names ${file}.`);
  return place;
}

async function writeSite(
  site: Site,
  /** Files to publish as they are, by URL. */
  downloads: ReadonlyMap<string, string>,
  store: RenditionStore,
  project: Project,
  signal: AbortSignal,
): Promise<{ readonly summary: OutputSummary; readonly pages: number }> {
  const assets = await bundleAssets(path.join(project.root, 'assets'), site.config.pathPrefix);
  const tree = await OutputTree.open(project.output);
  try {
    for (const [file, bytes] of assets.files) tree.put(file, bytes);
    const routes = routesByUrl(site);
    let pages = 0;
    await runEleventy(
      {
        urls: urlsByKind(site),
        renderUrl: (url) => {
          const route = routes.get(url);
          if (route === undefined) throw new Error(`No kind of page has the address ${url}.`);
          const content = renderRoute(route, site.frame, assets);
          tree.put(outputFileOf(url), content);
          pages += 1;
          return '';
        },
      },
      project.bundle,
    );
    signal.throwIfAborted();
    // The same bytes may lie beside two articles: they share their renditions.
    const renditions = new Set(
      site.photos.flatMap((photo) => photo.renditions.map((rendition) => rendition.path)),
    );
    for (const rendition of renditions) {
      const file = await store.pathOf(storeName(rendition));
      if (file === undefined) throw new Error(`The photo cache has lost ${rendition}. Build once more.`);
      await tree.take(rendition, file);
    }
    for (const [url, file] of downloads) await tree.take(url.slice(1), file);
    signal.throwIfAborted();
    return { summary: await tree.commit(), pages };
  } catch (error) {
    await tree.discard();
    throw error;
  }
}
