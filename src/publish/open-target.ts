/** The target behind an address. Clients of networks are loaded only when one is asked for. */

import path from 'node:path';
import type { PublishAddress } from '../output/publish-address.ts';
import { folderHost } from './folder-host.ts';
import { releaseTarget } from './release-target.ts';
import type { Target } from './target.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @param here folder that relative paths begin at */
export async function openTarget(
  address: PublishAddress,
  here: string,
  environment: Environment,
): Promise<Target> {
  switch (address.kind) {
    case 'file':
      return releaseTarget(folderHost(path.resolve(here, address.folder)));
    case 's3': {
      const [{ bucketTarget }, { openS3Store }] = await Promise.all([
        import('./bucket-target.ts'),
        import('./s3-store.ts'),
      ]);
      return bucketTarget(openS3Store(address.bucket, address.prefix, environment));
    }
    default:
      throw new Error(`not yet: ${address.kind}`);
  }
}
