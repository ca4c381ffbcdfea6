/**
 * A cache on disk for many small values: each save adds one file (a pack) with what is new, and packs are never
 * changed once they are written. So any number of processes may read and save at once, and one that is killed leaves
 * a whole pack or none. A damaged pack or value counts as missing: it costs time, never correctness.
 *
 * A pack is: the magic line; the length of its index in four bytes, little-endian; the index as JSON,
 * `[[key, offset, length, check], ...]`; and the values, small ones first. `check` is the first eight bytes of the
 * SHA-256 of the value's own SHA-256 and the key: so that of the value alone is known on the way.
 *
 * A library would have been welcome: LMDB crashes the process on a truncated file, and stores of one file a value
 * take seconds to read ten thousand of them.
 */

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writevSync,
} from 'node:fs';
import path from 'node:path';
import { renameFile } from '../disk/rename-file.ts';
import { temporaryBeside } from '../disk/write-whole.ts';
import { sha256Of } from '../text/sha256.ts';

const magic = Buffer.from('news-pack 3\n');
const ending = '.pack';
/** Number of packs from which small ones are merged; every build adds one. */
const maximumPacks = 8;
/** Bytes of values unused by this build that are kept, for other branches and folders, unless the store says otherwise. */
const usualUnusedBytes = 500_000_000;
/** Bytes of new values from which they are saved rather than held in memory. */
const maximumFreshBytes = 1 << 26;
/** Values up to this size lie together and are read many at once: a build that wants one wants most. */
const smallBytes = 4096;
const windowBytes = 1 << 18;
const pieceBytes = 1 << 22;

interface Place {
  readonly pack: Pack;
  readonly offset: number;
  readonly length: number;
  readonly check: string;
  isUsed: boolean;
}

/** A value with its SHA-256, hexadecimal. */
export interface HashedValue {
  readonly value: Buffer;
  readonly sha256: string;
}

interface FreshValue extends HashedValue {
  readonly check: string;
}

/** A value to be written into a pack. */
interface PendingEntry {
  readonly key: string;
  readonly length: number;
  readonly check: string;
  /** Undefined when it cannot be read. */
  readonly value: () => Buffer | undefined;
}

interface Pack {
  readonly file: string;
  readonly descriptor: number;
  readonly sizeBytes: number;
  /** The bytes last read for more than one value. */
  window?: { readonly offset: number; readonly bytes: Buffer };
  /** Where the value last read ends. */
  nextOffset?: number;
}

export interface PackStoreOptions {
  readonly maximumUnusedBytes?: number;
}

export class PackStore {
  readonly folder: string;
  readonly #places = new Map<string, Place>();
  #packs: Pack[] = [];
  readonly #fresh = new Map<string, FreshValue>();
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
    for (const name of listPacks(this.folder)) {
      const file = path.join(this.folder, name);
      if (!known.has(file)) this.#open(file);
    }
  }

  /** The value that was kept under the key; undefined where there is none or where it is damaged. */
  get(key: string): Buffer | undefined {
    return this.getHashed(key)?.value;
  }

  /** The same with the hash of the value, which is read once for both. */
  getHashed(key: string): HashedValue | undefined {
    const fresh = this.#fresh.get(key);
    if (fresh !== undefined) return fresh;
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const value = readValue(place);
    const found = value && hashValue(key, value);
    if (found === undefined || found.check !== place.check) {
      this.#places.delete(key);
      return undefined;
    }
    place.isUsed = true;
    return found;
  }

  /** Whether there is a value, without reading it. Counts as use. */
  has(key: string): boolean {
    const place = this.#places.get(key);
    if (place !== undefined) place.isUsed = true;
    return place !== undefined || this.#fresh.has(key);
  }

  put(key: string, value: Buffer): HashedValue {
    const fresh = hashValue(key, value);
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

  #keep(packsToMerge: () => ReadonlySet<Pack>): boolean {
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

  #writeWith(merged: ReadonlySet<Pack>): void {
    const file = this.#write([...this.#entriesOf(merged), ...this.#freshEntries()]);
    const saved = [...this.#fresh.keys()];
    this.#fresh.clear();
    this.#drop(merged, file);
    this.#open(file);
    for (const key of saved) this.has(key);
  }

  close(): void {
    for (const { descriptor } of this.#packs) closeSync(descriptor);
    this.#packs = [];
    this.#places.clear();
  }

  /**
   * The newest packs, but for those at the beginning that are each larger than all after them together: the large pack
   * of an archive is not written again for the sake of a few edits. All of them where too much lies in them unused.
   */
  #packsToMerge(): ReadonlySet<Pack> {
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
  #entriesOf(packs: ReadonlySet<Pack>): readonly PendingEntry[] {
    if (packs.size === 0) return [];
    const isTooMuch = this.#holdsTooMuch();
    return [...this.#places].flatMap(([key, place]): PendingEntry[] => {
      const { pack, offset, length, check, isUsed } = place;
      const isWorthKeeping =
        packs.has(pack) &&
        (isUsed || !isTooMuch) &&
        !this.#fresh.has(key) &&
        offset + length <= pack.sizeBytes;
      return isWorthKeeping ? [{ key, length, check, value: () => readValue(place) }] : [];
    });
  }

  #freshEntries(): readonly PendingEntry[] {
    return [...this.#fresh].map(([key, { value, check }]) => ({
      key,
      length: value.byteLength,
      check,
      value: () => value,
    }));
  }

  /** Other processes go on reading what they have opened. @param written may have the name of one of them */
  #drop(packs: ReadonlySet<Pack>, written: string): void {
    if (packs.size === 0) return;
    for (const [key, { pack }] of this.#places) if (packs.has(pack)) this.#places.delete(key);
    for (const { file, descriptor } of packs) {
      closeSync(descriptor);
      if (file !== written) rmSync(file, { force: true });
    }
    this.#packs = this.#packs.filter((pack) => !packs.has(pack));
  }

  #write(entries: readonly PendingEntry[]): string {
    const isSmall = ({ length }: PendingEntry) => length <= smallBytes;
    const inOrder = [...entries.filter(isSmall), ...entries.filter((entry) => !isSmall(entry))];
    let offset = 0;
    const index = inOrder.map(({ key, length, check }) => {
      const entry = [key, offset, length, check] as const;
      offset += length;
      return entry;
    });
    const head = Buffer.from(JSON.stringify(index));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.byteLength);
    const name = sha256Of(head, 'hex').slice(0, 16);
    const file = path.join(this.folder, `${name}${ending}`);
    const temporary = temporaryBeside(file);
    mkdirSync(this.folder, { recursive: true });
    try {
      writeParts(temporary, [magic, length, head], inOrder);
      renameFile(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
    return file;
  }

  #open(file: string): void {
    let descriptor: number;
    try {
      descriptor = openSync(file, 'r');
    } catch {
      return;
    }
    const sizeBytes = fstatSync(descriptor).size;
    const index = readIndex(descriptor, sizeBytes);
    if (index === undefined) {
      closeSync(descriptor);
      return;
    }
    const pack: Pack = { file, descriptor, sizeBytes };
    this.#packs.push(pack);
    for (const [key, offset, length, check] of index.entries) {
      this.#places.set(key, { pack, offset: index.start + offset, length, check, isUsed: false });
    }
  }
}

function bytesOf(packs: readonly Pack[]): number {
  return packs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/**
 * Writes in pieces of some megabytes: never a whole pack in memory. To join the values of a piece first would cost more than
 * to write them. Throws when something cannot be read or written.
 */
function writeParts(file: string, head: readonly Buffer[], entries: readonly PendingEntry[]): void {
  const descriptor = openSync(file, 'w');
  try {
    let piece = [...head];
    let size = 0;
    for (const { key, value } of entries) {
      const bytes = value();
      if (bytes === undefined) throw new Error(`The cache cannot be read at ${key}.`);
      piece.push(bytes);
      size += bytes.byteLength;
      if (size < pieceBytes) continue;
      writeWhole(descriptor, piece);
      piece = [];
      size = 0;
    }
    writeWhole(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

/** Without empty values: where a thousand of them follow one another, Node stops writing. */
function writeWhole(descriptor: number, piece: readonly Buffer[]): void {
  const filled = piece.filter(({ byteLength }) => byteLength > 0);
  const size = filled.reduce((sum, { byteLength }) => sum + byteLength, 0);
  if (size > 0 && writevSync(descriptor, filled) !== size)
    throw new Error('The disk took a part of the cache alone.');
}

type IndexEntry = readonly [key: string, offset: number, length: number, check: string];

function readIndex(
  descriptor: number,
  sizeBytes: number,
): { readonly entries: readonly IndexEntry[]; readonly start: number } | undefined {
  const head = readExactly(descriptor, 0, magic.byteLength + 4);
  if (head?.subarray(0, magic.byteLength).equals(magic) !== true) return undefined;
  const length = head.readUInt32LE(magic.byteLength);
  const start = head.byteLength + length;
  const bytes = start > sizeBytes ? undefined : readExactly(descriptor, head.byteLength, length);
  if (bytes === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'));
    return Array.isArray(parsed) && parsed.every(isEntry) ? { entries: parsed, start } : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is IndexEntry {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    Number.isSafeInteger(value[1]) &&
    Number.isSafeInteger(value[2]) &&
    typeof value[3] === 'string'
  );
}

function readValue({ pack, offset, length }: Place): Buffer | undefined {
  const { window } = pack;
  const start = window === undefined ? -1 : offset - window.offset;
  if (window !== undefined && start >= 0 && start + length <= window.bytes.byteLength) {
    pack.nextOffset = offset + length;
    return window.bytes.subarray(start, start + length);
  }
  // Pages are asked for in the order in which they were made.
  const isOneOfMany = length <= smallBytes || offset === pack.nextOffset;
  pack.nextOffset = offset + length;
  const size = isOneOfMany ? Math.min(Math.max(length, windowBytes), pack.sizeBytes - offset) : length;
  const bytes = size < length ? undefined : readExactly(pack.descriptor, offset, size);
  if (bytes === undefined) return undefined;
  if (isOneOfMany) pack.window = { offset, bytes };
  return bytes.subarray(0, length);
}

function readExactly(descriptor: number, position: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  try {
    return readSync(descriptor, bytes, 0, length, position) === length ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function hashValue(key: string, value: Buffer): FreshValue {
  const sha256 = sha256Of(value, 'hex');
  return { value, sha256, check: sha256Of(`${sha256} ${key}`, 'hex').slice(0, 16) };
}

/** Oldest first, so that what was saved last wins. */
function listPacks(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ name, savedMs: statSync(path.join(folder, name)).mtimeMs }))
      .sort((a, b) => a.savedMs - b.savedMs || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
