/** Digests of plain data: what decides whether a page must be made again. */

import { createHash } from 'node:crypto';

/** SHA-256 of the value as JSON, in 43 characters. Functions, and maps and sets, leave no trace in it. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url');
}

const digests = new WeakMap<object, string>();

/**
 * Lets an object that stands on many pages be digested once: in the digest of whatever holds it, it counts as its own
 * digest. Copies of it made by spreading are digested in full.
 */
export function digestOnce<T extends object>(value: T): T {
  // One function for all: with one of its own each object would have a shape of its own, too.
  return Object.defineProperty(value, 'toJSON', { value: digestOfThis });
}

function digestOfThis(this: object): string {
  const known = digests.get(this);
  if (known !== undefined) return known;
  const digest = digestOf({ ...this });
  digests.set(this, digest);
  return digest;
}
