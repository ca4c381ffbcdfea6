/**
 * Publishes into a bucket, where every file is replaced on its own. The order is what keeps readers whole: what pages
 * show, then new pages, then changed ones, then the home page and feeds, and removals last. A reader who follows a link at
 * any moment, and after any cut, finds what it names.
 *
 * What is there is told by listing the bucket; objects that no manifest of ours has named are never touched.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hashFile } from '../disk/hash-file.ts';
import { inParallel } from '../disk/job-limit.ts';
import type { ObjectStore, ReadObject, StoredObject } from '../object-store/object-store.ts';
import { cacheControl, cachePolicyOf } from '../output/cache-policy.ts';
import { deliveryOf, manifestName, parseManifest, type SiteManifest } from '../output/manifest.ts';
import { PublishError } from '../output/publish-error.ts';
import { placeInOrder } from '../output/publish-order.ts';
import { listSome } from '../text/list-some.ts';
import type { BuiltFolder } from './built-folder.ts';
import { type Lease, takeLease } from './lease.ts';
import { readLeaving, writeLeaving } from './leaving-objects.ts';
import { compareManifests, refuseMassRemoval } from './site-changes.ts';
import { alteredNotes, type Published, type PublishOptions, type Target } from './target.ts';

/** The manifest of a publish that has begun: with it the next one knows what a cut one may have left. */
const pendingKey = '.news/pending.json';
const plain = { contentType: 'application/json; charset=utf-8', cacheControl: 'no-store' } as const;

export function bucketTarget(store: ObjectStore): Target {
  return {
    name: store.name,
    async publish(site, options) {
      if (options.isDryRun) {
        return await compare(store, site, options);
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
  return { before, changes, isSameManifest: published?.bytes.toString('utf8') === site.manifestText };
}

/** A dry run: also compares every object, and names those that the manifests do not explain. */
async function compare(store: ObjectStore, site: BuiltFolder, options: PublishOptions): Promise<Published> {
  const { before, changes } = await lookAt(store, site, options);
  const objects = await store.list();
  const pending = parsed(await store.read(pendingKey));
  const toSend = await filesToSend(store, site, objects, [before, pending], options);
  const altered = alteredAmong(toSend, before, pending, site);
  const files = new Set([...site.manifest.files.keys(), ...(before?.files.keys() ?? [])]);
  const unknown = [...objects.keys()].filter(
    (key) => key !== manifestName && !files.has(key) && !isNote(key),
  );
  const notes =
    before === undefined || unknown.length === 0
      ? []
      : [`Not of the site, and left alone by publishing: ${listSome(unknown.sort())}.`];
  return { outcome: 'dry-run', changes, altered, sentFiles: 0, sentBytes: 0, notes };
}

/** Files that both manifests have alike and the bucket has not. After a cut nothing is known of what was changed there. */
function alteredAmong(
  toSend: readonly string[],
  before: SiteManifest | undefined,
  pending: SiteManifest | undefined,
  { manifest }: BuiltFolder,
): readonly string[] {
  if (before === undefined || pending !== undefined) return [];
  const isSame = (file: string) => before.files.get(file)?.sha256 === manifest.files.get(file)?.sha256;
  return toSend.filter(isSame).sort();
}

/** Notes that publishing keeps in the bucket. */
function isNote(key: string): boolean {
  return key.startsWith('.news/');
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
  const ours = new Set([...(pending?.files.keys() ?? []), ...(before?.files.keys() ?? [])]);
  const leaving = await readLeaving(store);
  const gone = [...objects.keys()].filter(
    (file) => !site.manifest.files.has(file) && (ours.has(file) || leaving.has(file)),
  );
  if (
    isSameManifest &&
    toSend.length === 0 &&
    gone.length === 0 &&
    pending === undefined &&
    !leaving.isNoted
  ) {
    return { outcome: 'unchanged', changes, altered: [], sentFiles: 0, sentBytes: 0, notes: [] };
  }
  const altered = alteredAmong(toSend, before, pending, site);
  lease.check();
  // Before the manifest that names them is replaced: a publish that goes on after a cut has to know them.
  const nowMs = options.clock();
  const since = new Map(gone.map((file) => [file, leaving.sinceOf(file) ?? nowMs]));
  await writeLeaving(store, leaving, since);
  await store.put(pendingKey, Buffer.from(site.manifestText), plain);
  const sent = await sendInOrder(store, lease, site, toSend, objects, options);
  lease.check();
  const manifest = Buffer.from(site.manifestText);
  await store.put(manifestName, manifest, { ...plain, cacheControl: cacheControl.short });
  await verify(
    store,
    site,
    new Map([...[...objects].map(([file, { etag }]) => [file, etag] as const), ...sent]),
  );
  const notes = await removeGone(store, lease, since, nowMs, options);
  await store.remove(pendingKey);
  const sentBytes = toSend.reduce((sum, file) => sum + (site.manifest.files.get(file)?.sizeBytes ?? 0), 0);
  return {
    outcome: 'published',
    changes,
    altered,
    sentFiles: toSend.length,
    sentBytes,
    notes: [...alteredNotes(store.name, altered), ...notes],
  };
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
        (object.etag === (await hashFile(path.join(folder, file), sizeBytes, 'md5')) ||
          // Stores that encrypt have other ETags: then the hash that we left with the object tells.
          (await store.hashOf(file)) === sha256);
      if (!isThere) toSend.push(file);
    },
    step('Comparing'),
  );
  return toSend;
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
  etags: ReadonlyMap<string, string>,
): Promise<void> {
  const objects = await store.list();
  const wrong = [...manifest.files]
    .filter(([file, { sizeBytes }]) => {
      const object = objects.get(file);
      return object?.sizeBytes !== sizeBytes || object.etag !== etags.get(file);
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
  since: ReadonlyMap<string, number>,
  nowMs: number,
  { graceMs }: PublishOptions,
): Promise<readonly string[]> {
  const isDue = ([file, ms]: readonly [string, number]) =>
    cachePolicyOf(file) === 'short' || Math.abs(nowMs - ms) >= graceMs;
  await inParallel([...since].filter(isDue), ([file]) => {
    lease.check();
    return store.remove(file);
  });
  const staying = new Map([...since].filter((entry) => !isDue(entry)));
  await writeLeaving(store, { isNoted: true }, staying);
  if (staying.size === 0) return [];
  const minutes = Math.ceil(graceMs / 60_000);
  return [
    `${staying.size} old photos and assets can still be loaded by pages that are open in browsers; ` +
      `the first publish in ${minutes} minutes or later removes them, --grace 0 does it now.`,
  ];
}

/** One that cannot be read counts as none: everything is compared anew and nothing is removed. */
function parsed(object: ReadObject | undefined): SiteManifest | undefined {
  return object === undefined ? undefined : parseManifest(object.bytes.toString('utf8'));
}
