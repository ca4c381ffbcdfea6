/** Clears what was kept between builds and holds something that was taken down. All of it may be deleted at any time. */

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { passFolder } from '../build/extension/pass.ts';
import { kitFolderOf } from '../build/make-press-kits.ts';
import { pageFolder } from '../build/page-store.ts';
import { openPhotoStore, photoCacheOf } from '../build/photo-store.ts';
import type { PreparedSite } from '../build/prepare-site.ts';
import type { Project } from '../build/project.ts';
import { prunePhotos } from '../build/prune-photos.ts';
import { forgetDescriptions } from '../photos/description-cache.ts';
import type { DerivedPhotos } from './derived-photos.ts';

/** @param prepared the site without it, with what is hidden */
export async function forgetCaches(
  project: Project,
  { hashes, storeNames }: DerivedPhotos,
  { site, content, recipe }: PreparedSite,
): Promise<void> {
  for (const folder of [
    kitFolderOf(project),
    ...['articles', 'builds', 'publish', pageFolder, passFolder].map((name) =>
      path.join(project.cache, name),
    ),
  ])
    await rm(folder, { recursive: true, force: true });
  await forgetDescriptions(photoCacheOf(project), hashes);
  const { store } = await openPhotoStore(project, content?.config);
  await store.remove(storeNames);
  // What other settings once made of the photos cannot be told by its name: only what the site needs stays.
  if (site !== undefined && recipe !== undefined) await prunePhotos(project, site, recipe, new Date());
}
