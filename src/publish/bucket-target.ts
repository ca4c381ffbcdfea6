/**
 * Publishes into a bucket, where every file is replaced on its own. The order is what keeps readers whole: what pages
 * show, then new pages, then changed ones, then the home page and feeds, and removals last. Whoever follows a link at
 * any moment, and after any cut, finds what it names.
 *
 * What is there is told by listing the bucket; objects that no manifest of ours has named are never touched.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { hashFile } from '../disk/hash-file.ts';
import type { ObjectStore, ReadObject, StoredObject } from '../object-store/object-store.ts';
import { cacheControl, cachePolicyOf } from '../output/cache-policy.ts';
import {
  deliveryOf,
  type ManifestEntry,
  manifestName,
  parseManifest,
  printManifest,
  type SiteManifest,
} from '../output/manifest.ts';
import { PublishError } from '../output/publish-error.ts';
import { placeInOrder } from '../output/publish-order.ts';
import { listSome } from '../text/list-some.ts';
import type { BuiltFolder } from './built-folder.ts';
import { inParallel } from './in-parallel.ts';
import { type Lease, takeLease } from './lease.ts';
import { compareManifests, refuseMassRemoval } from './site-changes.ts';
import type { Published, PublishOptions, Target } from './target.ts';

/** The manifest of a publish that has begun: with it the next one knows what a cut one may have left. */
const pendingKey = '.news/pending.json';
/** Since when photos and assets are no longer part of the site, by path. */
const leavingKey = '.news/leaving.json';
const leavingSchema = z.record(z.string(), z.number());

const plain = { contentType: 'application/json; charset=utf-8', cacheControl: 'no-store' } as const;

export function bucketTarget(store: ObjectStore): Target {
  return {
    name: store.name,
    async publish(site, options) {
      if (options.isDryRun) {
        const { changes } = await lookAt(store, site, options);
        return { outcome: 'dry-run', changes, sentFiles: 0, sentBytes: 0, notes: [] };
      }
      const lease = await takeLease(store);
      try {
        return await publish(store, lease, site, options);
      } finally {
        // A lease that cannot be given back runs out by itself.
        await lease.giveBack().catch(() => undefined);
      }
    },
    rollBack: () =>
      Promise.reject(
        new PublishError(
          'usage',
          `${store.name} keeps one site and no releases. Take the content back to what it was, build it again and publish it.`,
        ),
      ),
  };
}

async function lookAt(store: ObjectStore, site: BuiltFolder, options: PublishOptions) {
  const published = await store.read(manifestName);
  const before = parsed(published);
  const changes = compareManifests(before, site.manifest);
  if (!options.allowRemovals) refuseMassRemoval(before, changes);
  return { before, changes, isSameManifest: published?.text === site.manifestText };
}

async function publish(
  store: ObjectStore,
  lease: Lease,
  site: BuiltFolder,
  options: PublishOptions,
): Promise<Published> {
  const { before, changes, isSameManifest } = await lookAt(store, site, options);
  const pending = parsed(await store.read(pendingKey));
  const objects = await store.list();
  const toSend = await filesToSend(store, site, objects, [before, pending], options);
  const ours = new Map<string, ManifestEntry>([...(pending?.files ?? []), ...(before?.files ?? [])]);
  const leaving = await leavingAt(store);
  const gone = [...new Set([...ours.keys(), ...leaving.keys()])].filter(
    (file) => !site.manifest.files.has(file) && objects.has(file),
  );
  if (isSameManifest && toSend.length === 0 && gone.length === 0 && pending === undefined) {
    return { outcome: 'unchanged', changes, sentFiles: 0, sentBytes: 0, notes: [] };
  }
  await refuseDamaged(site, toSend);
  lease.check();
  const all = new Map([...ours, ...site.manifest.files]);
  await store.put(pendingKey, Buffer.from(printManifest(all, site.manifest.headers)), plain);
  const sent = await sendInOrder(store, lease, site, toSend, objects, options);
  lease.check();
  const manifest = Buffer.from(site.manifestText);
  await store.put(manifestName, manifest, { ...plain, cacheControl: cacheControl.short });
  await verify(store, site, sent);
  const notes = await removeGone(store, lease, gone, leaving, options);
  await store.remove(pendingKey);
  const sentBytes = toSend.reduce((sum, file) => sum + (site.manifest.files.get(file)?.sizeBytes ?? 0), 0);
  return { outcome: 'published', changes, sentFiles: toSend.length, sentBytes, notes };
}

async function filesToSend(
  store: ObjectStore,
  { folder, manifest }: BuiltFolder,
  objects: ReadonlyMap<string, StoredObject>,
  known: readonly (SiteManifest | undefined)[],
  { step }: PublishOptions,
): Promise<readonly string[]> {
  const toSend: string[] = [];
  await inParallel(
    [...manifest.files],
    async ([file, { sizeBytes, sha256 }]) => {
      const object = objects.get(file);
      const isThere =
        object?.sizeBytes === sizeBytes &&
        isSentAs(file, known) &&
        (cachePolicyOf(file) === 'immutable' ||
          object.etag === md5(await readFile(path.join(folder, file))) ||
          // Stores that encrypt have other ETags: then the hash that we left with the object tells.
          (await store.hashOf(file)) === sha256);
      if (!isThere) toSend.push(file);
    },
    step('Comparing'),
  );
  return toSend;
}

/** Before anything is changed: photos and assets have been told by their size so far. */
async function refuseDamaged({ folder, manifest }: BuiltFolder, files: readonly string[]): Promise<void> {
  await inParallel(files, async (file) => {
    const absolute = path.join(folder, file);
    if ((await hashFile(absolute)) !== manifest.files.get(file)?.sha256) throw damaged(absolute);
  });
}

function damaged(file: string): PublishError {
  return new PublishError(
    'machine',
    `${file} is not what was built. Delete the built site and build again: npx news build`,
  );
}

/** Whether all manifests that speak of a file have it sent as it should be: an object's type is not listed. */
function isSentAs(file: string, known: readonly (SiteManifest | undefined)[]): boolean {
  const wanted = deliveryOf(file);
  const said = known.flatMap((manifest) => manifest?.delivery.get(file) ?? []);
  return (
    said.length > 0 &&
    said.every(({ contentType, cache }) => contentType === wanted.contentType && cache === wanted.cache)
  );
}

/** @returns the ETag of each file that was sent */
async function sendInOrder(
  store: ObjectStore,
  lease: Lease,
  site: BuiltFolder,
  toSend: readonly string[],
  objects: ReadonlyMap<string, StoredObject>,
  options: PublishOptions,
): Promise<ReadonlyMap<string, string>> {
  const sent = new Map<string, string>();
  const onProgress = options.step('Sending');
  const send = async (file: string) => {
    options.signal.throwIfAborted();
    lease.check();
    const bytes = await readFile(path.join(site.folder, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== site.manifest.files.get(file)?.sha256) throw damaged(path.join(site.folder, file));
    const { contentType, cache } = deliveryOf(file);
    const etag = await store.put(file, bytes, { contentType, cacheControl: cacheControl[cache], sha256 });
    sent.set(file, etag ?? '');
    onProgress(sent.size, toSend.length);
  };
  // A new page names only what is there by then; an old one names no new page.
  const isNew = (file: string) => !objects.has(file);
  for (const place of [0, 1, 2]) {
    const files = toSend.filter((file) => placeInOrder(file) === place);
    await inParallel(files.filter(isNew), send);
    await inParallel(
      files.filter((file) => !isNew(file)),
      send,
    );
  }
  return sent;
}

async function verify(
  store: ObjectStore,
  { manifest }: BuiltFolder,
  sent: ReadonlyMap<string, string>,
): Promise<void> {
  const objects = await store.list();
  const wrong = [...manifest.files]
    .filter(([file, { sizeBytes }]) => {
      const object = objects.get(file);
      const etag = sent.get(file);
      return object?.sizeBytes !== sizeBytes || (etag !== undefined && object.etag !== etag);
    })
    .map(([file]) => file);
  if (wrong.length === 0) return;
  throw new PublishError(
    'machine',
    `${store.name} did not keep what was sent: ${listSome(wrong)} differ. Publish again.`,
  );
}

/** Pages go at once; photos and assets when pages that browsers still hold have been replaced. */
async function removeGone(
  store: ObjectStore,
  lease: Lease,
  gone: readonly string[],
  before: ReadonlyMap<string, number>,
  options: PublishOptions,
): Promise<readonly string[]> {
  const nowMs = options.clock();
  const isDue = (file: string) =>
    cachePolicyOf(file) === 'short' || Math.abs(nowMs - (before.get(file) ?? nowMs)) >= options.graceMs;
  const staying = gone.filter((file) => !isDue(file));
  await inParallel(gone.filter(isDue), (file) => {
    lease.check();
    return store.remove(file);
  });
  const since = Object.fromEntries(staying.map((file) => [file, before.get(file) ?? nowMs]));
  if (staying.length > 0 || before.size > 0)
    await store.put(leavingKey, Buffer.from(JSON.stringify(since)), plain);
  if (staying.length === 0) return [];
  const minutes = Math.ceil(options.graceMs / 60_000);
  return [
    `${staying.length} old photos and assets can still be loaded by pages that are open in browsers; ` +
      `the first publish in ${minutes} minutes or later removes them, --grace 0 does it now.`,
  ];
}

/** One that cannot be read counts as none: everything is compared anew and nothing is removed. */
function parsed(object: ReadObject | undefined): SiteManifest | undefined {
  return object === undefined ? undefined : parseManifest(object.text);
}

async function leavingAt(store: ObjectStore): Promise<ReadonlyMap<string, number>> {
  const text = (await store.read(leavingKey))?.text ?? '{}';
  try {
    return new Map(Object.entries(leavingSchema.parse(JSON.parse(text))));
  } catch {
    return new Map();
  }
}

function md5(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}
