/** Digests of plain data: what decides whether a page must be made again. */

import { createHash } from 'node:crypto';

/** SHA-256 of the value as JSON, in 43 characters. Functions, and maps and sets, leave no trace in it. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('base64url');
}

/**
 * Lets an object that stands on many pages be digested once: in the digest of whatever holds it, it counts as its own
 * digest. Copies of it made by spreading are digested in full.
 */
export function digestOnce<T extends object>(value: T): T {
  let digest: string | undefined;
  const toJSON = (): string => {
    digest ??= digestOf({ ...value });
    return digest;
  };
  return Object.defineProperty(value, 'toJSON', { value: toJSON });
}
