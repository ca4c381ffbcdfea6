/**
 * The right to change a bucket, where the store refuses conditional writes (OpenStack Swift): each publish lays down an
 * object of its own, and goes on only when it then sees no other's. Of two that meet, at least one sees the other; both
 * may, and then neither publishes. Holds as far as the store lists what it has just been given.
 */

import { randomUUID } from 'node:crypto';
import type { ObjectStore } from '../object-store/object-store.ts';
import { keepRenewed, type Renewal, SILENT_MS } from './renewal.ts';

const FOLDER = '.news/claims/';

const plain = { contentType: 'application/json', cacheControl: 'no-store' } as const;

export interface Claim {
  readonly renewal: Renewal;
  readonly remove: () => Promise<void>;
}

/** @returns nothing when another publish is there */
export async function takeClaim(store: ObjectStore): Promise<Claim | undefined> {
  const own = `${FOLDER}${randomUUID()}.json`;
  const write = () => store.put(own, Buffer.from('{}'), plain);
  await write();
  const others = [...(await store.list(FOLDER)).keys()].filter((key) => key !== own);
  for (const other of others) {
    const found = await store.read(other);
    if (found !== undefined && found.ageMs < SILENT_MS) {
      await store.remove(own);
      return undefined;
    }
    await store.remove(other);
  }
  const renewal = keepRenewed(async () => {
    // Another process took ours for dead and has removed it.
    const isOurs = (await store.read(own)) !== undefined;
    if (isOurs) await write();
    return isOurs;
  });
  return { renewal, remove: () => store.remove(own) };
}
