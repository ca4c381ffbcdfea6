/** The target behind an address. Clients of networks are loaded only when one is asked for. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../disk/inside-folder.ts';
import { realPathOf } from '../disk/real-path.ts';
import { bucketName } from '../object-store/bucket-address.ts';
import { type Environment, serviceKeysOf } from '../object-store/service-environment.ts';
import { manifestName, parseManifest } from '../output/manifest.ts';
import type { PublishAddress } from '../output/publish-address.ts';
import { PublishError } from '../output/publish-error.ts';
import { folderHost } from './folder-host.ts';
import { releasesFolder, shownLink } from './release.ts';
import { releaseTarget } from './release-target.ts';
import { SshConnection } from './ssh-connection.ts';
import { sshHost } from './ssh-host.ts';
import type { Target } from './target.ts';

export interface TargetSurroundings {
  /** Where relative paths begin. */
  readonly here: string;
  readonly environment: Environment;
  /** What may be deleted at any time, absolute. */
  readonly cacheFolder: string;
  /** Folders of the newsroom into which nothing is published, absolute. */
  readonly kept?: readonly string[];
}

export async function openTarget(
  address: PublishAddress,
  { here, environment, cacheFolder, kept = [] }: TargetSurroundings,
): Promise<Target> {
  switch (address.kind) {
    case 'file':
      return releaseTarget(folderHost(placeOutside(kept, placeAround(path.resolve(here, address.folder)))));
    case 's3': {
      const keys = serviceKeysOf(environment);
      if (keys === undefined) {
        throw new PublishError(
          'usage',
          `Publishing to ${bucketName(address)} needs its keys in the environment: AWS_ACCESS_KEY_ID and ` +
            'AWS_SECRET_ACCESS_KEY (and AWS_REGION, AWS_ENDPOINT_URL as the service asks).',
        );
      }
      const [{ bucketTarget }, { openS3Store }] = await Promise.all([
        import('./bucket-target.ts'),
        import('../object-store/s3-store.ts'),
      ]);
      return bucketTarget(openS3Store(address, keys, environment, explainBucket));
    }
    case 'rsync': {
      if (path.posix.basename(address.folder) === shownLink)
        throw insideRelease(address.folder, path.posix.dirname(address.folder));
      const connection = new SshConnection(address.host, environment.RSYNC_RSH ?? 'ssh');
      return releaseTarget(sshHost(connection, address.folder, cacheFolder));
    }
  }
}

/** Throws a PublishError when releases would lie among stories, or in what a build replaces. */
function placeOutside(kept: readonly string[], folder: string): string {
  const real = realPathOf(folder);
  const around = kept.find((each) => isWithin(realPathOf(each), real));
  if (around === undefined) return folder;
  throw new PublishError(
    'usage',
    `Nothing is published into ${folder}, which is part of ${around}. Name the web server’s folder, such as file:/var/www/news.`,
  );
}

/** Throws a PublishError for a folder that readers are served: a release that was published, or a folder of one. */
function placeAround(folder: string): string {
  const isRelease = (one: string): boolean => {
    const file = path.join(one, manifestName);
    return existsSync(file) && parseManifest(readFileSync(file, 'utf8')) !== undefined;
  };
  for (let one = folder; path.dirname(one) !== one; one = path.dirname(one)) {
    if (!isRelease(one)) continue;
    const parent = path.dirname(one);
    throw insideRelease(folder, path.basename(parent) === releasesFolder ? path.dirname(parent) : parent);
  }
  return folder;
}

function insideRelease(folder: string, around: string): PublishError {
  return new PublishError(
    'usage',
    `Nothing is published into ${folder}: readers are served from there. Name the folder around it, ${around}.`,
  );
}

function explainBucket(what: string, store: string, reason: string, cause: unknown): PublishError {
  const hint = 'Readers see a site whose links all work; publish again, and it is completed.';
  return new PublishError('machine', `Cannot ${what} ${store} (${reason}). ${hint}`, { cause });
}
