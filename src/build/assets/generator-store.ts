/**
 * What is made of the generator's own scripts and drawings, kept beside its bundle: a site that is built without its cache
 * makes none of it anew. An installed package brings its scripts made.
 */

import path from 'node:path';
import { PackStore } from '../../cache/pack-store.ts';

/** @param what names the bytes; what else they are made from, the one who keeps them knows */
export type Keep = (what: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;

export const makeAnew: Keep = (_what, make) => make();

export class GeneratorStore {
  readonly #store: PackStore;

  /** @param bundle the folder of the compiled generator; where it cannot be written nothing is kept */
  constructor(bundle: string) {
    this.#store = new PackStore(path.join(bundle, 'made'));
  }

  /** @param key all that the bytes are made from, in a digest */
  async bytes(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const known = this.#store.get(key);
    if (known !== undefined) return known;
    const made = await make();
    this.#store.put(key, Buffer.from(made));
    return made;
  }

  /** Persists what is new and releases the store. Call last. */
  close(): void {
    this.#store.save();
    this.#store.close();
  }
}
