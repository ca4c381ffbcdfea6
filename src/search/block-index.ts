/**
 * The shards of one block, made when one is asked for: of what an earlier build has left, where few articles have changed
 * since, because to read the words of thousands of articles takes longer than to change some shards.
 */

import { digestedAs, digestOf } from '../cache/digest.ts';
import type { SiteMemory } from '../site/assemble-options.ts';
import { once } from '../site/once.ts';
import { sha256Of } from '../text/sha256.ts';
import { makeShards, renewShards } from './block-shards.ts';
import type { SearchBlock } from './search-block.ts';

/** What earlier builds have left. */
export interface EarlierShards {
  readonly memory: SiteMemory;
  /** A shard by its key. */
  readonly textOf: (key: string) => string | undefined;
}

interface KeptBlock {
  /** The digest of what the articles were read by. */
  readonly basis: string;
  readonly digests: readonly string[];
  readonly keys: readonly string[];
}

/** From so many changed articles on all are read anew. */
const mostChanges = 64;

export class BlockIndex {
  readonly #block: SearchBlock;
  readonly #earlier: EarlierShards | undefined;
  readonly #basis: string;
  /** Of the newest block of this name that a build has made. */
  readonly #kept: () => KeptBlock | undefined;
  readonly #shards = once(() => this.#make());
  readonly #keys = once(() => this.#knownKeys() ?? this.#keep());

  constructor(block: SearchBlock, earlier?: EarlierShards) {
    this.#block = block;
    this.#earlier = earlier;
    this.#basis = digestOf([earlier?.memory.codeVersion, block.basis, block.shards]);
    this.#kept = once(() => {
      const bytes = earlier?.memory.store.get(this.#name);
      // What the store gives is what this version of the code has put in, or nothing that has its basis.
      const kept: KeptBlock | undefined = bytes && JSON.parse(bytes.toString('utf8'));
      return kept?.basis === this.#basis ? kept : undefined;
    });
  }

  /** Stands for the text of a shard, and for nothing else. */
  keyOf(shard: number): string {
    return this.#keys()[shard] ?? '';
  }

  textOf(shard: number): string {
    return this.#shards()[shard] ?? '';
  }

  get [digestedAs](): SearchBlock {
    return this.#block;
  }

  get #name(): string {
    return `search ${this.#block.lang} ${this.#block.name}`;
  }

  #knownKeys(): readonly string[] | undefined {
    const kept = this.#kept();
    return kept !== undefined && this.#changedSince(kept).size === 0 ? kept.keys : undefined;
  }

  #changedSince({ digests }: KeptBlock): ReadonlySet<number> {
    const { digests: now } = this.#block;
    const numbers = Array.from({ length: Math.max(now.length, digests.length) }, (_, number) => number);
    return new Set(numbers.filter((number) => now[number] !== digests[number]));
  }

  #make(): readonly string[] {
    const kept = this.#kept();
    const changed = kept && this.#changedSince(kept);
    if (kept === undefined || changed === undefined || changed.size > mostChanges)
      return makeShards(this.#block);
    const before = kept.keys.flatMap((key) => this.#earlier?.textOf(key) ?? []);
    return before.length === kept.keys.length
      ? renewShards(before, changed, this.#block)
      : makeShards(this.#block);
  }

  #keep(): readonly string[] {
    const keys = this.#shards().map((text) => sha256Of(text, 'base64url'));
    const kept: KeptBlock = { basis: this.#basis, digests: this.#block.digests, keys };
    this.#earlier?.memory.store.put(this.#name, Buffer.from(JSON.stringify(kept)));
    return keys;
  }
}

/** One shard as JSON. */
export function searchShard({
  index,
  shard,
}: {
  readonly index: BlockIndex;
  readonly shard: number;
}): string {
  return index.textOf(shard);
}
