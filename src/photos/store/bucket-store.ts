/**
 * Renditions in a bucket that all machines of a team share, with this machine's folder in front: what was fetched or
 * made once is not fetched again. The bucket is never trusted: what comes from it is checked, and made anew when damaged.
 */

import { limitJobs } from '../../disk/job-limit.ts';
import type { ObjectStore } from '../../object-store/object-store.ts';
import type { RenditionStore } from './rendition-store.ts';
import { hasItsBytes, parseStoredName, type StoredName, shardOf, storedNameFor } from './stored-name.ts';

/** Requests at once: they wait for the network, not for a core. */
const REQUESTS = 16;

/** What is asked of a bucket, and of a folder that stands in for one. */
export type Bucket = Pick<ObjectStore, 'name' | 'list' | 'put' | 'remove'> & {
  /** Nothing when there is no such object. */
  readonly read: (key: string) => Promise<{ readonly bytes: Buffer } | undefined>;
};

export function openBucketStore(bucket: Bucket, front: RenditionStore): RenditionStore {
  const limit = limitJobs(REQUESTS);
  const shards = new Map<string, Promise<Map<string, StoredName>>>();

  const list = (shard: string): Promise<Map<string, StoredName>> => {
    const known = shards.get(shard);
    if (known !== undefined) return known;
    const listing = limit(() => readShard(bucket, shard));
    shards.set(shard, listing);
    return listing;
  };

  return {
    async missing(names) {
      const notHere = await front.missing(names);
      const found = await Promise.all(
        notHere.map(async (name) => ({ name, isThere: (await list(shardOf(name))).has(name) })),
      );
      const missing = new Set(found.filter(({ isThere }) => !isThere).map(({ name }) => name));
      return names.filter((name) => missing.has(name));
    },
    async pathOf(name) {
      const here = await front.pathOf(name);
      if (here !== undefined) return here;
      const shard = shardOf(name);
      const stored = (await list(shard)).get(name);
      if (stored === undefined) return undefined;
      const bytes = (await limit(() => bucket.read(`${shard}/${stored.fileName}`)))?.bytes;
      if (bytes === undefined || !hasItsBytes(stored, bytes)) {
        // The one that is made anew takes its place.
        (await list(shard)).delete(name);
        return undefined;
      }
      await front.put(name, bytes);
      return await front.pathOf(name);
    },
    checked: (name) => front.checked(name),
    async put(name, bytes) {
      await front.put(name, bytes);
      const shard = shardOf(name);
      const stored = storedNameFor(name, bytes);
      await limit(() => bucket.put(`${shard}/${stored.fileName}`, bytes));
      (await list(shard)).set(name, stored);
    },
    async remove(names) {
      await front.remove(names);
      for (const name of names) {
        const shard = shardOf(name);
        const objects = await limit(() => bucket.list(`${shard}/`));
        for (const key of objects.keys()) {
          if (parseStoredName(key.slice(shard.length + 1))?.name === name)
            await limit(() => bucket.remove(key));
        }
        shards.delete(shard);
      }
    },
  };
}

async function readShard(bucket: Bucket, shard: string): Promise<Map<string, StoredName>> {
  const entries = new Map<string, StoredName>();
  for (const [key, { sizeBytes }] of await bucket.list(`${shard}/`)) {
    const stored = parseStoredName(key.slice(shard.length + 1));
    if (stored !== undefined && stored.lengthBytes === sizeBytes) entries.set(stored.name, stored);
  }
  return entries;
}
