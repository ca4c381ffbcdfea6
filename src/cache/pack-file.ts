/**
 * One file of a pack store: many values and an index of them. It is never changed once it is written.
 *
 * It holds: the magic line; the length of its index in four bytes, little-endian; the index as JSON,
 * `[[key, offset, length, check], ...]`; and the values, small ones first. `check` is the first eight bytes of the SHA-256
 * of the value, and the file's name that of the index: what is damaged is not found.
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

const magic = Buffer.from('news-pack 4\n');
const ending = '.pack';
/** Values up to this size lie together and are read many at once: a build that wants one wants most. */
const smallBytes = 4096;
const windowBytes = 1 << 18;
const pieceBytes = 1 << 22;

/** A value with its SHA-256, hexadecimal. */
export interface HashedValue {
  readonly value: Buffer;
  readonly sha256: string;
}

/** A value to be written. */
export interface PackedValue {
  readonly key: string;
  readonly length: number;
  readonly check: string;
  /** Undefined when it cannot be read. */
  readonly value: () => Buffer | undefined;
}

export type IndexEntry = readonly [key: string, offset: number, length: number, check: string];

/** Where a value stands in its pack; the offset is that of the index. */
export interface PackedPlace {
  readonly offset: number;
  readonly length: number;
  readonly check: string;
}

/** Bytes that were read for more than one value. */
interface Window {
  readonly offset: number;
  readonly bytes: Buffer;
}

export class PackFile {
  readonly file: string;
  readonly sizeBytes: number;
  readonly #descriptor: number;
  /** Where the values begin. */
  readonly #start: number;
  #entries: readonly IndexEntry[];
  #window: Window | undefined;
  /** Memory of what is lent, and what lies in it. */
  #room = Buffer.alloc(0);
  #lent: Window | undefined;
  /** Where the value last read ends. */
  #nextOffset = -1;

  private constructor(file: string, descriptor: number, sizeBytes: number, index: PackIndex) {
    this.file = file;
    this.sizeBytes = sizeBytes;
    this.#descriptor = descriptor;
    this.#start = index.start;
    this.#entries = index.entries;
  }

  /** Undefined when it cannot be read or its index is damaged. */
  static open(file: string): PackFile | undefined {
    let descriptor: number;
    try {
      descriptor = openSync(file, 'r');
    } catch {
      return undefined;
    }
    const sizeBytes = fstatSync(descriptor).size;
    const index = readIndex(descriptor, sizeBytes, path.basename(file, ending));
    if (index !== undefined) return new PackFile(file, descriptor, sizeBytes, index);
    closeSync(descriptor);
    return undefined;
  }

  /** Hands its index over: once, because it is as large as what is made of it. */
  takeEntries(): readonly IndexEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  /** Whether the file has grown shorter than its index says. */
  isCutAt({ offset, length }: PackedPlace): boolean {
    return this.#start + offset + length > this.sizeBytes;
  }

  /** Undefined where it is damaged. */
  read(place: PackedPlace): HashedValue | undefined {
    const bytes = this.readUnchecked(place);
    return bytes && checked(bytes, place);
  }

  /** The same in memory that the next call uses again. */
  lend(place: PackedPlace): HashedValue | undefined {
    const { offset, size } = this.#stretchFor(place);
    const known = this.#lent && cutFrom(this.#lent, offset, place.length);
    if (known !== undefined) return checked(known, place);
    const memory = this.#room.byteLength < size ? Buffer.allocUnsafeSlow(size) : this.#room;
    this.#room = memory;
    const bytes = readExactly(this.#descriptor, offset, memory.subarray(0, size));
    this.#lent = bytes && { offset, bytes };
    return bytes && checked(bytes.subarray(0, place.length), place);
  }

  readUnchecked(place: PackedPlace): Buffer | undefined {
    const { offset, size } = this.#stretchFor(place);
    const known = this.#window && cutFrom(this.#window, offset, place.length);
    if (known !== undefined) return known;
    const bytes = readExactly(this.#descriptor, offset, Buffer.allocUnsafe(size));
    if (bytes !== undefined && size > place.length) this.#window = { offset, bytes };
    return bytes?.subarray(0, place.length);
  }

  /** What to read for a value. Values are mostly asked for in the order in which they were made. */
  #stretchFor({ offset: place, length }: PackedPlace): { readonly offset: number; readonly size: number } {
    const offset = this.#start + place;
    const isOneOfMany = length <= smallBytes || offset === this.#nextOffset;
    this.#nextOffset = offset + length;
    const ahead = isOneOfMany ? Math.min(windowBytes, this.sizeBytes - offset) : 0;
    return { offset, size: Math.max(length, ahead) };
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The beginning of a value's hash: enough to see damage by. */
export function checkOf({ sha256 }: HashedValue): string {
  return sha256.slice(0, 16);
}

export function hashed(value: Buffer): HashedValue {
  return { value, sha256: sha256Of(value, 'hex') };
}

function checked(bytes: Buffer, { check }: PackedPlace): HashedValue | undefined {
  const found = hashed(bytes);
  return checkOf(found) === check ? found : undefined;
}

function cutFrom({ offset, bytes }: Window, from: number, length: number): Buffer | undefined {
  const start = from - offset;
  return start >= 0 && start + length <= bytes.byteLength ? bytes.subarray(start, start + length) : undefined;
}

/** The packs of a folder, oldest first, so that what was saved last wins. */
export function listPacks(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ name, savedMs: statSync(path.join(folder, name)).mtimeMs }))
      .sort((a, b) => a.savedMs - b.savedMs || (a.name < b.name ? -1 : 1))
      .map(({ name }) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** Writes a whole pack or none. Throws when something cannot be read or written. @returns its path */
export function writePack(folder: string, entries: readonly PackedValue[]): string {
  const isSmall = ({ length }: PackedValue) => length <= smallBytes;
  const inOrder = [...entries.filter(isSmall), ...entries.filter((entry) => !isSmall(entry))];
  let offset = 0;
  const index = inOrder.map(({ key, length, check }): IndexEntry => {
    const entry = [key, offset, length, check] as const;
    offset += length;
    return entry;
  });
  const head = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.byteLength);
  const file = path.join(folder, `${nameOf(head)}${ending}`);
  const temporary = temporaryBeside(file);
  mkdirSync(folder, { recursive: true });
  try {
    writeParts(temporary, [magic, length, head], inOrder);
    renameFile(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
  return file;
}

function nameOf(index: Buffer): string {
  return sha256Of(index, 'hex').slice(0, 16);
}

/**
 * Writes in pieces of some megabytes: never a whole pack in memory. To join the values of a piece first would cost more than
 * to write them.
 */
function writeParts(file: string, head: readonly Buffer[], entries: readonly PackedValue[]): void {
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

interface PackIndex {
  readonly entries: readonly IndexEntry[];
  readonly start: number;
}

function readIndex(descriptor: number, sizeBytes: number, name: string): PackIndex | undefined {
  const head = readExactly(descriptor, 0, Buffer.alloc(magic.byteLength + 4));
  if (head?.subarray(0, magic.byteLength).equals(magic) !== true) return undefined;
  const length = head.readUInt32LE(magic.byteLength);
  const start = head.byteLength + length;
  if (start > sizeBytes) return undefined;
  const bytes = readExactly(descriptor, head.byteLength, Buffer.allocUnsafe(length));
  if (bytes === undefined || nameOf(bytes) !== name) return undefined;
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

/** Fills the memory; undefined when that fails. */
function readExactly(descriptor: number, position: number, memory: Buffer): Buffer | undefined {
  try {
    return readSync(descriptor, memory, 0, memory.byteLength, position) === memory.byteLength
      ? memory
      : undefined;
  } catch {
    return undefined;
  }
}
