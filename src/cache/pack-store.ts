/**
 * A cache on disk for many small values: each save adds one file (a pack) with what is new, and packs are never
 * changed once they are written. So any number of processes may read and save at once, and one that is killed leaves
 * a whole pack or none. A damaged pack or value counts as missing: it costs time, never correctness.
 *
 * A library would have been welcome: LMDB crashes the process on a truncated file, and stores of one file a value
 * take seconds to read ten thousand of them.
 */

import { rmSync } from 'node:fs';
import {
  checkOf,
  type HashedValue,
  hashed,
  listPacks,
  type PackedPlace,
  type PackedValue,
  PackFile,
  writePack,
} from './pack-file.ts';

/** Number of packs from which small ones are merged; every build adds one. */
const maximumPacks = 8;
/** Bytes of values unused by this build that are kept, for other branches and folders, unless the store says otherwise. */
const usualUnusedBytes = 500_000_000;
/** Bytes of new values from which they are saved rather than held in memory. */
const maximumFreshBytes = 1 << 26;

interface Place extends PackedPlace {
  readonly pack: PackFile;
  isUsed: boolean;
}

export interface PackStoreOptions {
  readonly maximumUnusedBytes?: number;
}

export class PackStore {
  readonly folder: string;
  readonly #places = new Map<string, Place>();
  #packs: PackFile[] = [];
  readonly #fresh = new Map<string, HashedValue>();
  readonly #maximumUnusedBytes: number;
  #freshBytes = 0;

  /** Never throws: a folder that cannot be read is an empty cache. @param folder absolute; need not exist */
  constructor(folder: string, { maximumUnusedBytes = usualUnusedBytes }: PackStoreOptions = {}) {
    this.folder = folder;
    this.#maximumUnusedBytes = maximumUnusedBytes;
    this.refresh();
  }

  /** Opens packs that other processes have saved since. */
  refresh(): void {
    const known = new Set(this.#packs.map(({ file }) => file));
    for (const file of listPacks(this.folder)) if (!known.has(file)) this.#open(file);
  }

  /** The value that was kept under the key; undefined where there is none or where it is damaged. */
  get(key: string): Buffer | undefined {
    return this.#find(key, (place) => place.pack.read(place))?.value;
  }

  /** The same with its hash, in memory that the next call uses again: for many values that are passed on at once. */
  lend(key: string): HashedValue | undefined {
    return this.#find(key, (place) => place.pack.lend(place));
  }

  #find(key: string, read: (place: Place) => HashedValue | undefined): HashedValue | undefined {
    const fresh = this.#fresh.get(key);
    if (fresh !== undefined) return fresh;
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const found = read(place);
    if (found === undefined) this.#places.delete(key);
    else place.isUsed = true;
    return found;
  }

  /** Whether there is a value, without reading it. Counts as use. */
  has(key: string): boolean {
    const place = this.#places.get(key);
    if (place !== undefined) place.isUsed = true;
    return place !== undefined || this.#fresh.has(key);
  }

  put(key: string, value: Buffer): HashedValue {
    const fresh = hashed(value);
    this.#fresh.set(key, fresh);
    this.#freshBytes += value.byteLength;
    if (this.#freshBytes > maximumFreshBytes) this.append();
    return fresh;
  }

  /**
   * Flushes new entries and compacts packs. Call once, when a build has used what it uses. False when the folder cannot
   * be written: that costs the next build time, never this one its site.
   */
  save(): boolean {
    return this.#keep(() => this.#packsToMerge());
  }

  /** Flushes new entries as a pack of their own; packs stay as they are. False as above. */
  append(): boolean {
    return this.#keep(() => new Set());
  }

  #keep(packsToMerge: () => ReadonlySet<PackFile>): boolean {
    // In any case not once more for each value that follows.
    this.#freshBytes = 0;
    if (this.#fresh.size === 0) return true;
    try {
      this.#writeWith(packsToMerge());
      return true;
    } catch {
      return false;
    }
  }

  #writeWith(merged: ReadonlySet<PackFile>): void {
    const file = writePack(this.folder, [...this.#entriesOf(merged), ...this.#freshEntries()]);
    const saved = [...this.#fresh.keys()];
    this.#fresh.clear();
    this.#drop(merged, file);
    this.#open(file);
    for (const key of saved) this.has(key);
  }

  close(): void {
    for (const pack of this.#packs) pack.close();
    this.#packs = [];
    this.#places.clear();
  }

  /**
   * The newest packs, but for those at the beginning that are each larger than all after them together: the large pack
   * of an archive is not written again for the sake of a few edits. All of them where too much lies in them unused.
   */
  #packsToMerge(): ReadonlySet<PackFile> {
    if (this.#holdsTooMuch()) return new Set(this.#packs);
    if (this.#packs.length < maximumPacks) return new Set();
    let rest = bytesOf(this.#packs);
    const first = this.#packs.findIndex(({ sizeBytes }) => {
      rest -= sizeBytes;
      return sizeBytes <= rest;
    });
    return new Set(first < 0 ? [] : this.#packs.slice(first));
  }

  #holdsTooMuch(): boolean {
    if (bytesOf(this.#packs) <= this.#maximumUnusedBytes) return false;
    const used = [...this.#places.values()].reduce(
      (sum, { isUsed, length }) => sum + (isUsed ? length : 0),
      0,
    );
    return bytesOf(this.#packs) - used > this.#maximumUnusedBytes;
  }

  /** The entries of packs worth keeping: all, or those that were used where packs hold too much. */
  #entriesOf(packs: ReadonlySet<PackFile>): readonly PackedValue[] {
    if (packs.size === 0) return [];
    const isTooMuch = this.#holdsTooMuch();
    return [...this.#places].flatMap(([key, place]): PackedValue[] => {
      const { pack, length, check, isUsed } = place;
      const isWorthKeeping =
        packs.has(pack) && (isUsed || !isTooMuch) && !this.#fresh.has(key) && !pack.isCutAt(place);
      return isWorthKeeping ? [{ key, length, check, value: () => pack.readUnchecked(place) }] : [];
    });
  }

  #freshEntries(): readonly PackedValue[] {
    return [...this.#fresh].map(([key, fresh]) => ({
      key,
      length: fresh.value.byteLength,
      check: checkOf(fresh),
      value: () => fresh.value,
    }));
  }

  /** Other processes go on reading what they have opened. @param written may have the name of one of them */
  #drop(packs: ReadonlySet<PackFile>, written: string): void {
    if (packs.size === 0) return;
    for (const [key, { pack }] of this.#places) if (packs.has(pack)) this.#places.delete(key);
    for (const pack of packs) {
      pack.close();
      if (pack.file !== written) rmSync(pack.file, { force: true });
    }
    this.#packs = this.#packs.filter((pack) => !packs.has(pack));
  }

  #open(file: string): void {
    const pack = PackFile.open(file);
    if (pack === undefined) return;
    this.#packs.push(pack);
    for (const [key, offset, length, check] of pack.takeEntries())
      this.#places.set(key, { pack, offset, length, check, isUsed: false });
  }
}

function bytesOf(packs: readonly PackFile[]): number {
  return packs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
