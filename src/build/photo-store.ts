/** The photo store of a project: what the environment says wins over what site.yaml says. */

import path from 'node:path';
import type { SiteConfig } from '../content/site-config.ts';
import { parseBucketAddress } from '../object-store/bucket-address.ts';
import { type OpenedStore, openStore } from '../photos/store/open-store.ts';
import { defined } from '../text/defined.ts';
import type { Project } from './project.ts';
import { UsageError } from './usage-error.ts';

/** `s3://bucket/prefix`, or `folder` for this machine's cache alone. */
const STORE_VARIABLE = 'NEWS_PHOTO_STORE';

/** Where photos are described and kept on this machine. */
export function photoCacheOf(project: Project): string {
  return path.join(project.cache, 'photos');
}

/** Throws a UsageError when the environment names no store. */
export async function openPhotoStore(project: Project, config: SiteConfig | undefined): Promise<OpenedStore> {
  const wanted = process.env[STORE_VARIABLE] || config?.photos.store || 'folder';
  const address = wanted === 'folder' ? undefined : parseBucketAddress(wanted);
  if (wanted !== 'folder' && address === undefined)
    throw new UsageError(`${STORE_VARIABLE} is "${wanted}". Write s3://bucket/prefix, or folder.`);
  return await openStore({
    cacheFolder: photoCacheOf(project),
    environment: process.env,
    ...(project.readOnlyCache === undefined
      ? {}
      : { readOnlyFolder: path.join(project.readOnlyCache, 'photos') }),
    ...defined({ address }),
  });
}
