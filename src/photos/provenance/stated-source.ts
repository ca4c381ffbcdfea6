/** What an article says of a photo's source, as it goes into all that is made of the photo. Pure. */

import { defined } from '../../text/defined.ts';
import type { Photo, PhotoMetadata } from '../photo.ts';

/** Stands for a photo's bytes and for what is known of their origin: names of renditions follow from it. */
export function renditionKey(photo: Pick<Photo, 'hash' | 'statedSource' | 'metadata'>): string {
  const { sourceType, madeFrom } = publicMetadata(photo);
  return [photo.hash, sourceType, madeFrom?.manifest, madeFrom?.instanceId]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** What renditions and cards say of themselves. */
export function publicMetadata({
  metadata,
  statedSource,
}: Pick<Photo, 'metadata' | 'statedSource'>): PhotoMetadata {
  return { ...metadata, ...defined({ sourceType: statedSource ?? metadata.sourceType }) };
}
