/** Opens the bucket that all machines of a team share for their photos. */

import type { BucketAddress } from '../../object-store/bucket-address.ts';
import type { ObjectStore } from '../../object-store/object-store.ts';
import { type Environment, serviceKeysOf } from '../../object-store/service-environment.ts';

/** @returns undefined without keys in the environment: then the client is not even loaded */
export async function openPhotoBucket(
  address: BucketAddress,
  environment: Environment,
): Promise<ObjectStore | undefined> {
  const keys = serviceKeysOf(environment);
  if (keys === undefined) return undefined;
  const { openS3Store } = await import('../../object-store/s3-store.ts');
  return openS3Store(
    address,
    keys,
    environment,
    (what, store, reason, cause) =>
      new Error(`Cannot ${what} the photo store ${store} (${reason}).`, { cause }),
  );
}
