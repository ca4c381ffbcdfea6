/**
 * Rendered pages, feeds and search shards of earlier builds, by the digest of all that they are made from. A page whose
 * key is known is written from here and never rendered, whether the output folder is there or not: a CI runner begins
 * without one. Safe to carry from run to run, to share, to damage and to delete.
 */

import path from 'node:path';
import type { HashedValue } from '../cache/pack-file.ts';
import { PackStore } from '../cache/pack-store.ts';

/**
 * Bytes of pages that the last build did not use and that are kept all the same, for other branches. When the style of
 * all pages changes, the old ones go as soon as they amount to more.
 */
const maximumUnusedBytes = 128_000_000;

export class PageStore {
  readonly #pages: PackStore;

  /** @param cache the folder of all that is kept between builds */
  constructor(cache: string) {
    this.#pages = new PackStore(path.join(cache, pageFolder), { maximumUnusedBytes });
  }

  /**
   * The bytes of a page, until the next is asked for; undefined where it was never rendered, or where what is kept of it is
   * damaged.
   */
  get(key: string): HashedValue | undefined {
    return this.#pages.lend(key);
  }

  /** Marks a page that the output has already as used. */
  use(key: string): void {
    this.#pages.has(key);
  }

  /** @param parts of its text, one upon another; none ends amid a character */
  put(key: string, parts: readonly string[]): HashedValue {
    return this.#pages.put(key, bytesOf(parts));
  }

  /** Saves new pages and drops unused ones; call when all pages of a build are made. */
  save(): void {
    this.#pages.save();
    this.#pages.close();
  }
}

/** Below the cache. */
export const pageFolder = 'pages';

/**
 * Characters that are encoded at once. V8 gives larger texts memory of their own, anew each time: measured, a feed of
 * 150 KB takes a sixth of the time in pieces.
 */
const maximumPiece = 32_000;

function bytesOf([first = '', ...rest]: readonly string[]): Buffer {
  if (rest.length === 0) return Buffer.from(first);
  const pieces: Buffer[] = [];
  let piece = first;
  for (const part of rest) {
    if (piece.length + part.length > maximumPiece) {
      pieces.push(Buffer.from(piece));
      piece = '';
    }
    piece += part;
  }
  return Buffer.concat([...pieces, Buffer.from(piece)]);
}
