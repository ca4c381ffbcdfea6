/**
 * Removes from this machine's photo cache what no article names any longer. Renditions of both efforts stay, those of
 * drafts too. A shared bucket is never pruned: other branches may need what this one does not.
 */

import path from 'node:path';
import type { Removed } from '../disk/write-whole.ts';
import { planSocialCard } from '../photos/cards/plan-social-card.ts';
import { planRenditions } from '../photos/plan-renditions.ts';
import { prepareDownload } from '../photos/prepare-download.ts';
import type { Recipe } from '../photos/recipe.ts';
import { openFolderStore } from '../photos/store/folder-store.ts';
import { renditionFolder } from '../photos/store/open-store.ts';
import { pruneFolderStore } from '../photos/store/prune-folder-store.ts';
import { storeName } from '../photos/store/rendition-store.ts';
import { parseStoredName } from '../photos/store/stored-name.ts';
import type { Site } from '../site/site.ts';
import { photoCacheOf } from './photo-store.ts';
import type { Project } from './project.ts';

/** `site` is assembled with everything that is hidden. */
export async function prunePhotos(project: Project, site: Site, recipe: Recipe, now: Date): Promise<Removed> {
  const folder = renditionFolder(photoCacheOf(project));
  const keep = new Set<string>();
  for (const wanted of [
    { ...recipe, effort: 'small' },
    { ...recipe, effort: 'fast' },
    // What previews make.
    { ...recipe, effort: 'fast', formats: ['jpeg'] },
  ] as const) {
    for (const photo of site.photos)
      for (const rendition of planRenditions(photo, wanted)) keep.add(storeName(rendition.path));
    for (const card of site.socialCards)
      if (card.kind === 'photo') keep.add(storeName(planSocialCard(card.photo, card.focus, wanted).path));
  }
  for (const { rendition } of site.socialCards) keep.add(storeName(rendition.path));
  const store = openFolderStore(folder);
  for (const { file, source } of site.attachments) {
    const download = await prepareDownload(project.content, file, store, source);
    const stored = download.ok ? parseStoredName(path.basename(download.value)) : undefined;
    if (stored !== undefined) keep.add(stored.name);
  }
  return await pruneFolderStore(folder, keep, now);
}
