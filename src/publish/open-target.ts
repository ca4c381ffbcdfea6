/** The target behind an address. Clients of networks are loaded only when one is asked for. */

import path from 'node:path';
import type { PublishAddress } from '../output/publish-address.ts';
import { folderHost } from './folder-host.ts';
import { releaseTarget } from './release-target.ts';
import { SshConnection } from './ssh-connection.ts';
import { sshHost } from './ssh-host.ts';
import type { Target } from './target.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface TargetSurroundings {
  /** Where relative paths begin. */
  readonly here: string;
  readonly environment: Environment;
  /** What may be deleted at any time, absolute. */
  readonly cacheFolder: string;
}

export async function openTarget(
  address: PublishAddress,
  { here, environment, cacheFolder }: TargetSurroundings,
): Promise<Target> {
  switch (address.kind) {
    case 'file':
      return releaseTarget(folderHost(path.resolve(here, address.folder)));
    case 's3': {
      const [{ bucketTarget }, { openS3Store }] = await Promise.all([
        import('./bucket-target.ts'),
        import('../object-store/s3-store.ts'),
      ]);
      return bucketTarget(openS3Store(address.bucket, address.prefix, environment));
    }
    case 'rsync': {
      const connection = new SshConnection(address.host, environment.RSYNC_RSH ?? 'ssh');
      return releaseTarget(sshHost(connection, address.folder, cacheFolder));
    }
  }
}
