/**
 * What is known of all articles of one folder (a year) as one value of the cache: ten thousand small values take several
 * times as long to read. A roll is written again only when many of its articles have changed since; those that have are
 * found one by one, as each is kept by itself too.
 */

import path from 'node:path';
import type { PackStore } from '../cache/pack-store.ts';

/** So many articles of a folder, or this share of them, may differ from its roll. */
const fewChanged = 32;
const shareChanged = 1 / 8;

type Entry<Head> = readonly [file: string, hash: string, head: Head];

interface Roll<Head> {
  /** As it is kept, by file. */
  readonly kept: ReadonlyMap<string, Entry<Head>>;
  readonly seen: Entry<Head>[];
  changed: number;
}

export class HeadRolls<Head> {
  readonly #store: PackStore;
  readonly #version: string;
  readonly #rolls = new Map<string, Roll<Head>>();

  /** @param version names everything besides the file that decides what is kept */
  constructor(store: PackStore, version: string) {
    this.#store = store;
    this.#version = version;
  }

  /** What is kept of a file of this content; otherwise what `read` gives, which is noted for the next roll. */
  find(file: string, hash: string, read: () => Head | undefined): Head | undefined {
    const roll = this.#rollOf(path.posix.dirname(path.posix.dirname(file)));
    const kept = roll.kept.get(file);
    if (kept?.[1] === hash) {
      roll.seen.push(kept);
      return kept[2];
    }
    const head = read();
    if (head === undefined) return undefined;
    roll.seen.push([file, hash, head]);
    roll.changed += 1;
    return head;
  }

  /** Puts the rolls into the store that are worth it, and lets go of them all. */
  save(): void {
    for (const [folder, { seen, changed }] of this.#rolls) {
      if (changed <= fewChanged && changed <= seen.length * shareChanged) continue;
      this.#store.put(this.#key(folder), Buffer.from(JSON.stringify(seen)));
    }
    this.#rolls.clear();
  }

  #rollOf(folder: string): Roll<Head> {
    const known = this.#rolls.get(folder);
    if (known !== undefined) return known;
    const bytes = this.#store.get(this.#key(folder));
    // What the store gives is what this version of the code has put in, or nothing.
    const entries: readonly Entry<Head>[] = bytes === undefined ? [] : JSON.parse(bytes.toString('utf8'));
    const roll = { kept: new Map(entries.map((entry) => [entry[0], entry])), seen: [], changed: 0 };
    this.#rolls.set(folder, roll);
    return roll;
  }

  #key(folder: string): string {
    return `heads ${this.#version} ${folder}`;
  }
}
