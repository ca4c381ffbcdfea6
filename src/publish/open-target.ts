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
  _environment: Environment,
): Promise<Target> {
  switch (address.kind) {
    case 'file':
      return releaseTarget(folderHost(path.resolve(here, address.folder)));
    default:
      throw new Error(`not yet: ${address.kind}`);
  }
}
