/** Opens the store that a site's settings and the environment ask for: a folder, or a bucket with that folder in front. */

import path from 'node:path';
import type { BucketAddress } from '../../object-store/bucket-address.ts';
import type { Environment } from '../../object-store/service-environment.ts';
import { openBucketStore } from './bucket-store.ts';
import { CheckedFiles } from './checked-files.ts';
import { openFolderStore } from './folder-store.ts';
import { openPhotoBucket } from './photo-bucket.ts';
import { readOnlyFolder } from './read-only-folder.ts';
import type { RenditionStore } from './rendition-store.ts';

interface StoreChoice {
  /** Absolute. */
  readonly cacheFolder: string;
  /** An older cache that can only be read, absolute. */
  readonly readOnlyFolder?: string;
  /** Without one there is only the folder. */
  readonly address?: BucketAddress;
  /** Where the credentials are; without them there is only the folder too. */
  readonly environment: Environment;
}

export interface OpenedStore {
  readonly store: RenditionStore;
  /** The bucket that others share, when there is one. */
  readonly sharedName?: string;
  /** Remembers for the next build what this one has checked. */
  readonly save: () => Promise<void>;
}

/** Beside the renditions in a cache folder: which of them were checked. */
const checkedName = 'checked.txt';

/** The folder of the renditions in a cache folder. */
export function renditionFolder(cacheFolder: string): string {
  return path.join(cacheFolder, 'renditions');
}

export async function openStore({
  cacheFolder,
  readOnlyFolder: older,
  address,
  environment,
}: StoreChoice): Promise<OpenedStore> {
  const memory = new CheckedFiles(path.join(cacheFolder, checkedName));
  const own = openFolderStore(renditionFolder(cacheFolder), memory);
  const save = () => memory.save();
  const folder = older === undefined ? own : openBucketStore(readOnlyFolder(renditionFolder(older)), own);
  const bucket = address === undefined ? undefined : await openPhotoBucket(address, environment);
  return bucket === undefined
    ? { store: folder, save }
    : { store: openBucketStore(bucket, folder), sharedName: bucket.name, save };
}
