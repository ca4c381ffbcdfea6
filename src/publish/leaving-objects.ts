/**
 * Objects of a bucket that are no longer part of the site and still answer for a while, or were to be removed when a
 * publish was cut. Kept in the bucket, which may be public: so by the hash of each path, which names nothing that was
 * withdrawn. The list of the bucket's objects says which ones they are.
 */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ObjectStore } from '../object-store/object-store.ts';

const leavingKey = '.news/leaving.json';
const leavingSchema = z.record(z.string(), z.number());

const plain = { contentType: 'application/json; charset=utf-8', cacheControl: 'no-store' } as const;

export interface LeavingObjects {
  readonly has: (file: string) => boolean;
  /** Since when it is no longer part of the site, in milliseconds. */
  readonly sinceOf: (file: string) => number | undefined;
  /** Whether there is a note, with or without names of older versions. */
  readonly isNoted: boolean;
}

export async function readLeaving(store: ObjectStore): Promise<LeavingObjects> {
  const object = await store.read(leavingKey);
  const since = parsed(object?.bytes.toString('utf8') ?? '{}');
  // Older versions noted the paths themselves.
  const sinceOf = (file: string) => since.get(markOf(file)) ?? since.get(file);
  return { sinceOf, has: (file) => sinceOf(file) !== undefined, isNoted: object !== undefined };
}

export async function writeLeaving(
  store: ObjectStore,
  { isNoted }: Pick<LeavingObjects, 'isNoted'>,
  since: ReadonlyMap<string, number>,
): Promise<void> {
  if (since.size === 0) {
    if (isNoted) await store.remove(leavingKey);
    return;
  }
  const marks = [...since].map(([file, ms]) => [markOf(file), ms] as const);
  const text = JSON.stringify(Object.fromEntries(marks.sort(([a], [b]) => (a < b ? -1 : 1))));
  await store.put(leavingKey, Buffer.from(text), plain);
}

function markOf(file: string): string {
  return createHash('sha256').update(file).digest('hex');
}

/** A note that cannot be read counts as none: then what it spoke of stays until a person removes it. */
function parsed(text: string): ReadonlyMap<string, number> {
  try {
    return new Map(Object.entries(leavingSchema.parse(JSON.parse(text))));
  } catch {
    return new Map();
  }
}
