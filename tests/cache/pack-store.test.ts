import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PackStore } from '../../src/cache/pack-store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'news-packs-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function packs(): string[] {
  return readdirSync(folder).map((name) => path.join(folder, name));
}

function saved(values: Readonly<Record<string, string>>): PackStore {
  const store = new PackStore(folder);
  for (const [key, value] of Object.entries(values)) store.put(key, Buffer.from(value));
  store.save();
  return store;
}

describe('a pack store', () => {
  test('gives in another process what one has saved', () => {
    saved({ a: 'one', b: '' });
    const store = new PackStore(folder);
    expect(store.get('a')?.toString()).toBe('one');
    expect(store.get('b')?.toString()).toBe('');
    expect(store.get('c')).toBeUndefined();
  });

  test('gives the hash of a value with it, before it is saved and after', () => {
    const sha256 = createHash('sha256').update('one').digest('hex');
    const store = new PackStore(folder);
    expect(store.put('a', Buffer.from('one')).sha256).toBe(sha256);
    expect(store.lend('a')?.sha256).toBe(sha256);
    store.save();
    const found = new PackStore(folder).lend('a');
    expect([found?.value.toString(), found?.sha256]).toEqual(['one', sha256]);
    expect(store.lend('b')).toBeUndefined();
  });

  test('gives what was put before it is saved, and the newest of several', () => {
    const store = saved({ a: 'one' });
    store.put('a', Buffer.from('two'));
    expect(store.get('a')?.toString()).toBe('two');
    store.save();
    expect(new PackStore(folder).get('a')?.toString()).toBe('two');
  });

  test('gives large and small values whole, in the order in which they were put and in any other', () => {
    const values = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`${index}`, `${index} `.repeat(1 + ((index * 977) % 9000))]),
    );
    saved(values);
    const keys = Object.keys(values);
    for (const order of [keys, keys.toReversed(), keys.toSorted(), [...keys, ...keys]]) {
      const store = new PackStore(folder);
      for (const key of order) expect(store.get(key)?.toString()).toBe(values[key]);
    }
  });

  test('keeps a value behind thousands of empty ones', () => {
    const empty = Array.from({ length: 5_000 }, (_, number) => [`empty ${number}`, '']);
    saved({ a: 'one', ...Object.fromEntries(empty), b: 'two' });
    const store = new PackStore(folder);
    expect(['a', 'empty 2500', 'b'].map((key) => store.get(key)?.toString())).toEqual(['one', '', 'two']);
  });

  test('writes nothing when nothing is new', () => {
    saved({ a: 'one' });
    const before = packs();
    new PackStore(folder).save();
    expect(packs()).toEqual(before);
  });

  test('keeps everything when many packs become one, also for those who read the old ones', () => {
    for (let index = 0; index < 8; index += 1) saved({ [`key ${index}`]: `value ${index}` });
    const reader = new PackStore(folder);
    saved({ last: 'value' });
    expect(packs()).toHaveLength(1);
    const store = new PackStore(folder);
    for (const each of [reader, store]) expect(each.get('key 3')?.toString()).toBe('value 3');
    expect(store.get('last')?.toString()).toBe('value');
  });

  test('leaves the large pack of an archive alone when the small ones of later edits become one', () => {
    saved({ large: 'x'.repeat(10_000), edited: 'before' });
    const [large = ''] = packs();
    for (let index = 0; index < 8; index += 1) saved({ [`key ${index}`]: `value ${index}`, edited: 'after' });
    expect(packs()).toHaveLength(2);
    expect(packs()).toContain(large);
    const store = new PackStore(folder);
    expect(store.get('key 3')?.toString()).toBe('value 3');
    expect(store.get('edited')?.toString()).toBe('after');
    expect(store.get('large')?.byteLength).toBe(10_000);
  });

  test('saves by itself what would take much memory, and gives it back', () => {
    const store = new PackStore(folder);
    const value = Buffer.alloc(4 << 20, 'x');
    for (let index = 0; index < 17; index += 1) store.put(`key ${index}`, value);
    expect(packs()).toHaveLength(1);
    expect(store.get('key 0')?.equals(value)).toBe(true);
    store.save();
    expect(new PackStore(folder).get('key 16')?.equals(value)).toBe(true);
  });

  test('leaves the packs of others as they are where it only appends', () => {
    for (let index = 0; index < 7; index += 1) saved({ [`key ${index}`]: `value ${index}` });
    const before = packs();
    const store = new PackStore(folder);
    for (const name of ['eighth', 'ninth']) {
      store.put(name, Buffer.from(name));
      expect(store.append()).toBe(true);
    }
    expect(packs()).toEqual(expect.arrayContaining(before));
    expect(packs()).toHaveLength(9);
    expect(new PackStore(folder).get('ninth')?.toString()).toBe('ninth');
  });

  test('drops what was not used when it amounts to more than the store allows', () => {
    const options = { maximumUnusedBytes: 20_000 };
    const build = (used: readonly string[], fresh: string) => {
      const store = new PackStore(folder, options);
      for (const key of used) store.get(key);
      store.put(fresh, Buffer.alloc(9000, fresh));
      store.save();
      store.close();
    };
    build([], 'a');
    build(['a'], 'b');
    build(['a'], 'c');
    expect(new PackStore(folder).has('b')).toBe(true);
    build(['a'], 'd');
    build(['a'], 'e');
    const store = new PackStore(folder);
    expect(['a', 'b', 'c', 'e'].map((key) => store.has(key))).toEqual([true, false, false, true]);
    expect(packs()).toHaveLength(1);
  });

  test('stays within a few packs through a thousand edits, and loses nothing', () => {
    const sizes = [50_000, 20_000, 9_000, 5_000];
    for (const [index, size] of sizes.entries()) saved({ [`part ${index}`]: 'x'.repeat(size) });
    for (let index = 0; index < 1000; index += 1) saved({ [`key ${index % 50}`]: `value ${index}` });
    expect(packs().length).toBeLessThanOrEqual(16);
    const store = new PackStore(folder);
    for (let key = 0; key < 50; key += 1)
      expect(store.get(`key ${key}`)?.toString()).toBe(`value ${950 + key}`);
    for (const [index, size] of sizes.entries()) expect(store.get(`part ${index}`)?.byteLength).toBe(size);
  });

  test('goes on with what it has written together', () => {
    const store = saved({ a: 'one' });
    for (let index = 0; index < 30; index += 1) {
      store.put('b', Buffer.from(`value ${index % 2}`));
      store.save();
    }
    expect(store.get('a')?.toString()).toBe('one');
    expect(store.get('b')?.toString()).toBe('value 1');
    expect(new PackStore(folder).get('b')?.toString()).toBe('value 1');
  });

  test.each(['', 'not a pack', 'news-pack 4\n\u00ff\u00ff\u00ff\u00ff'])(
    'counts a file with %j in it as missing',
    (text) => {
      writeFileSync(path.join(folder, 'bad.pack'), text, 'latin1');
      const store = saved({ a: 'one' });
      expect(store.get('a')?.toString()).toBe('one');
    },
  );

  test('gives what it was given or nothing, wherever a pack is cut or a byte of it changed', () => {
    saved({ a: 'the first value', b: 'the second value' });
    const [file = ''] = packs();
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.boolean(), (position, isCut) => {
        const bytes = Buffer.from(whole);
        bytes[position] = (bytes[position] ?? 0) ^ 0x41;
        writeFileSync(file, bytes);
        if (isCut) truncateSync(file, position);
        const store = new PackStore(folder);
        for (const [key, value] of [
          ['a', 'the first value'],
          ['b', 'the second value'],
        ] as const) {
          expect([undefined, value]).toContain(store.get(key)?.toString());
        }
      }),
    );
  });

  test('gives small and large values back, in whatever order they were put and are asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9000), { minLength: 1, maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (sizes, picks) => {
          rmSync(folder, { recursive: true, force: true });
          const values = sizes.map((size, index) => Buffer.alloc(size, index + 1));
          const store = new PackStore(folder);
          for (const [index, value] of values.entries()) store.put(`key ${index}`, value);
          store.save();
          const later = new PackStore(folder);
          for (let times = 0; times < 2 * sizes.length; times += 1) {
            const index = (picks.next().value ?? 0) % sizes.length;
            expect(later.get(`key ${index}`)).toEqual(values[index]);
          }
          later.close();
          store.close();
        },
      ),
      { numRuns: 10 },
    );
  });

  test('says so when the folder cannot be written', () => {
    const blocked = path.join(folder, 'file');
    writeFileSync(blocked, '');
    const store = new PackStore(path.join(blocked, 'cache'));
    store.put('a', Buffer.from('one'));
    expect(store.save()).toBe(false);
  });
});
