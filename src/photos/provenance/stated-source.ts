/** What an article says of a photo's source, as it goes into all that is made of the photo. Pure. */

import { defined } from '../../text/defined.ts';
import type { Photo, PhotoMetadata } from '../photo.ts';

/** Stands for the photo's bytes and for what its articles say of them: names of renditions follow from it. */
export function renditionKey({ hash, statedSource }: Pick<Photo, 'hash' | 'statedSource'>): string {
  return statedSource === undefined ? hash : `${hash} ${statedSource}`;
}

/** What renditions and cards say of themselves. */
export function publicMetadata({
  metadata,
  statedSource,
}: Pick<Photo, 'metadata' | 'statedSource'>): PhotoMetadata {
  return { ...metadata, ...defined({ sourceType: statedSource ?? metadata.sourceType }) };
}
