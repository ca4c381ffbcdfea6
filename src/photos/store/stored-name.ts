/**
 * How a store names a rendition's file: `3f/3f9ac1d27b5e-960.51234-8c7d6e5f4a3b2c1d.avif`. Length and checksum stand in
 * the name, so one listing says what is there and every file can be checked by itself: no index to keep, to lock or
 * to lose. Pure.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';

export interface StoredName {
  /** The rendition: `3f9ac1d27b5e-960.avif`. */
  readonly name: string;
  /** The file's name, without its shard. */
  readonly fileName: string;
  readonly lengthBytes: number;
  readonly checksum: string;
}

const STORED_NAME = /^([\w-]+)\.(\d+)-([\da-f]{16})(\.\w+)$/;

/** The part of a store that a rendition is kept in: none grows so large that listing it is slow. */
export function shardOf(name: string): string {
  return name.slice(0, 2);
}

export function storedNameFor(name: string, bytes: Buffer): StoredName & { readonly sha256: string } {
  const { name: stem, ext: extension } = path.parse(name);
  const sha256 = sha256Of(bytes);
  const checksum = sha256.slice(0, checksumLength);
  return {
    name,
    fileName: `${stem}.${bytes.length}-${checksum}${extension}`,
    lengthBytes: bytes.length,
    checksum,
    sha256,
  };
}

/** Nothing for a file that no store has named. */
export function parseStoredName(fileName: string): StoredName | undefined {
  const [, stem, length, checksum = '', extension] = STORED_NAME.exec(fileName) ?? [];
  if (stem === undefined) return undefined;
  return { name: `${stem}${extension}`, fileName, lengthBytes: Number(length), checksum };
}

/** The hash, if it and the length are those of the bytes that were named. @param sha256 hexadecimal */
export function verifiedHash(named: StoredName, lengthBytes: number, sha256: string): string | undefined {
  return lengthBytes === named.lengthBytes && sha256.startsWith(named.checksum) ? sha256 : undefined;
}

export function hasItsBytes(named: StoredName, bytes: Buffer): boolean {
  return verifiedHash(named, bytes.length, sha256Of(bytes)) !== undefined;
}

const checksumLength = 16;

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
