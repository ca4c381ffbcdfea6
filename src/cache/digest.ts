/** Digests of plain data: what decides whether a page must be made again. */

import { sha256Of } from '../text/sha256.ts';

/** SHA-256 of the value as JSON, in 43 characters. Functions, and maps and sets, leave no trace in it. */
export function digestOf(value: unknown): string {
  return sha256Of(JSON.stringify(value, standIn) ?? '', 'base64url');
}

/** The key under which an object says what it counts as in the digest of whatever holds it. */
export const digestedAs = Symbol('digestedAs');

/** Digests of shared objects, by object; those that were never asked for are undefined. */
const shared = new WeakMap<object, string | undefined>();

/**
 * Marks an object that stands on many pages, so that it is digested once: in the digest of whatever holds it, it
 * counts as its own digest. `JSON.stringify` of the object stays what it is. Copies are digested in full.
 */
export function digestOnce<T extends object>(value: T): T {
  shared.set(value, undefined);
  return value;
}

/** The replacer of `JSON.stringify` in digests: what stands for a value there. */
function standIn(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (digestedAs in value) return value[digestedAs];
  if (!shared.has(value)) return value;
  const known = shared.get(value) ?? digestOf({ ...value });
  shared.set(value, known);
  return known;
}
