/** The part of `node:crypto` that pages need, in a browser: SHA-256 without waiting, which the browser's own has not. */

import { sha256 } from '@noble/hashes/sha2.js';
import { Buffer } from 'buffer';

class Sha256 {
  readonly #hash = sha256.create();

  update(data: string | Uint8Array): this {
    this.#hash.update(typeof data === 'string' ? new TextEncoder().encode(data) : data);
    return this;
  }

  digest(encoding: 'hex' | 'base64' | 'base64url'): string {
    const bytes = Buffer.from(this.#hash.digest());
    if (encoding !== 'base64url') return bytes.toString(encoding);
    return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }
}

export function createHash(name: string): Sha256 {
  if (name !== 'sha256') throw new Error(`There is no ${name} here.`);
  return new Sha256();
}

/** At once, as newer versions of Node do it. */
export function hash(name: string, data: string | Uint8Array, encoding: 'hex' | 'base64url'): string {
  return createHash(name).update(data).digest(encoding);
}
