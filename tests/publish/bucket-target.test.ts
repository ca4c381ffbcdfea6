/** What is particular to publishing into a bucket. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bucketTarget } from '../../src/publish/bucket-target.ts';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import { takeLease } from '../../src/publish/lease.ts';
import { openTarget } from '../../src/publish/open-target.ts';
import type { PublishOptions } from '../../src/publish/target.ts';
import { type BuiltSite, builtSite, firstSite, secondSite } from './built-site.ts';
import { type MemoryStore, memoryStore } from './memory-store.ts';
import { defaultOptions } from './target-double.ts';

let site: BuiltSite;
let store: MemoryStore;

beforeEach(async () => {
  site = await builtSite();
  store = memoryStore();
  await site.build(firstSite);
});

afterEach(() => site.remove());

const publish = async (options: Partial<PublishOptions> = {}) =>
  await bucketTarget(store).publish(await openBuiltFolder(site.folder), {
    ...defaultOptions(site.folder),
    ...options,
  });

describe('objects', () => {
  test('have a type, a cache policy and their hash', async () => {
    await publish();
    expect(store.objects.get('2024/fair/index.html')?.options).toMatchObject({
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'public, max-age=60, must-revalidate',
    });
    expect(store.objects.get('photos/aaaaaaaaaaaa-320.webp')?.options).toEqual({
      contentType: 'image/webp',
      cacheControl: 'public, max-age=31536000, immutable',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect([...store.objects.keys()].filter((key) => key.startsWith('.news/'))).toEqual([]);
  });

  test('of somebody else stay, and those that another tool wrote are sent anew with their types', async () => {
    const plain = { contentType: 'binary/octet-stream', cacheControl: '' };
    await store.put('verify-me.html', Buffer.from('mine'), plain);
    await store.put('feed.xml', Buffer.from(firstSite['feed.xml'] ?? ''), plain);
    await store.put('manifest.json', Buffer.from('{"made by": "another tool"}'), plain);
    await publish();
    expect(store.objects.get('feed.xml')?.options.contentType).toBe('application/xml; charset=utf-8');
    await site.build(secondSite);
    await publish();
    expect(store.objects.get('verify-me.html')?.text).toBe('mine');
  });

  test('are known again by the hash that they keep, where the store has ETags of its own', async () => {
    await publish();
    const encrypting: MemoryStore = {
      ...store,
      list: async () =>
        new Map(
          [...(await store.list())].map(([key, { sizeBytes }]) => [key, { sizeBytes, etag: `kms-${key}` }]),
        ),
    };
    const target = bucketTarget(encrypting);
    const built = await openBuiltFolder(site.folder);
    expect(await target.publish(built, defaultOptions(site.folder))).toMatchObject({ outcome: 'unchanged' });
  });
});

describe('removals', () => {
  test('take withdrawn pages at once, and photos and assets after the grace time', async () => {
    let nowMs = 1_000_000;
    const options = { graceMs: 600_000, clock: () => nowMs };
    await publish(options);
    await site.build(secondSite);
    const { notes } = await publish(options);
    expect(notes.join()).toContain('first publish in 10 minutes or later removes them');
    expect(store.objects.has('2024/flood/index.html')).toBe(false);
    expect(store.objects.has('assets/site-aaaaaaaaaa.css')).toBe(true);
    nowMs += 599_000;
    await publish(options);
    expect(store.objects.has('assets/site-aaaaaaaaaa.css')).toBe(true);
    nowMs += 1000;
    await publish(options);
    expect(store.objects.has('assets/site-aaaaaaaaaa.css')).toBe(false);
    expect(await publish(options)).toMatchObject({ outcome: 'unchanged' });
  });

  test('that wait are noted by the hash of their paths: the note, which may be public, names nothing', async () => {
    const options = { graceMs: 600_000, clock: () => 1_000_000 };
    await publish(options);
    await site.build(secondSite);
    await publish(options);
    const note = store.objects.get('.news/leaving.json')?.text ?? '';
    expect(Object.keys(JSON.parse(note))).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/u)]);
    expect(note).not.toContain('site-aaaaaaaaaa');
  });

  test('that an older version noted by name are done, and the names go', async () => {
    await site.build({ ...firstSite, 'photos/cccccccccccc-320.webp': 'withdrawn' });
    await publish();
    await site.build(firstSite);
    await publish({ graceMs: 600_000, clock: () => 0 });
    await store.put('.news/leaving.json', Buffer.from('{"photos/cccccccccccc-320.webp": 0}'));
    await publish({ graceMs: 600_000, clock: () => 300_000 });
    expect(store.objects.get('.news/leaving.json')?.text).not.toContain('cccccccccccc');
    expect(store.objects.has('photos/cccccccccccc-320.webp')).toBe(true);
    await publish({ graceMs: 600_000, clock: () => 600_000 });
    expect(store.objects.has('photos/cccccccccccc-320.webp')).toBe(false);
    expect(store.objects.has('.news/leaving.json')).toBe(false);
  });

  test('of a publish that was cut are done by the next, and no note named them meanwhile', async () => {
    await publish();
    await site.build(secondSite);
    const cut: MemoryStore = { ...store, remove: () => Promise.reject(new Error('The network is gone.')) };
    const target = bucketTarget(cut);
    await expect(
      target.publish(await openBuiltFolder(site.folder), defaultOptions(site.folder)),
    ).rejects.toThrow('network');
    expect(store.objects.has('2024/flood/index.html')).toBe(true);
    for (const [key, { text }] of store.objects)
      if (key.startsWith('.news/')) expect(text, key).not.toContain('flood');
    store.clock.nowMs += 120_000;
    await publish();
    expect(store.objects.has('2024/flood/index.html')).toBe(false);
    expect([...store.objects.keys()].filter((key) => key.startsWith('.news/'))).toEqual([]);
  });

  test('are done at once where no grace is given', async () => {
    await publish();
    await site.build(secondSite);
    await publish({ graceMs: 0 });
    expect(store.objects.has('assets/site-aaaaaaaaaa.css')).toBe(false);
  });
});

describe('the lease', () => {
  test('keeps others out until it is given back, or its holder has been silent for two minutes', async () => {
    const lease = await takeLease(store);
    await expect(takeLease(store)).rejects.toThrow('Another publish');
    await lease.giveBack();
    await takeLease(store);
    store.clock.nowMs += 119_000;
    await expect(takeLease(store)).rejects.toThrow('Another publish');
    store.clock.nowMs += 1000;
    await takeLease(store);
  });

  test('goes to one of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => takeLease(store)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of a store that passes over conditions is told by reading it back', async () => {
    const careless = memoryStore('passed over');
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => takeLease(careless)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('of a store that refuses conditions is a claim: never two at once, and no trace of it afterwards', async () => {
    store = memoryStore('refused');
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => takeLease(store)));
    expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    for (const each of asked) if (each.status === 'fulfilled') await each.value.giveBack();
    const lease = await takeLease(store);
    await expect(takeLease(store)).rejects.toThrow('Another publish');
    store.clock.nowMs += 120_000;
    const next = await takeLease(store);
    await lease.giveBack();
    await next.giveBack();
    expect([...store.objects.keys()]).toEqual([]);
    await publish();
    expect(store.objects.get('feed.xml')?.text).toBe(firstSite['feed.xml']);
  });
});

test('without keys nothing is asked of the network', async () => {
  await expect(
    openTarget({ kind: 's3', bucket: 'news', prefix: '' }, { here: '/', environment: {}, cacheFolder: '/' }),
  ).rejects.toThrow('AWS_ACCESS_KEY_ID');
});
