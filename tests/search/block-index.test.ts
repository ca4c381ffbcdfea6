/** An index that is made of an earlier one is the one that is made of all articles. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockIndex, type EarlierShards } from '../../src/search/block-index.ts';
import { makeShards, renewShards } from '../../src/search/block-shards.ts';
import { type SearchBlock, searchBlocks } from '../../src/search/search-block.ts';
import { assembleStories } from '../feeds/small-site.ts';

const titles = [
  'Steel',
  'A river of steel',
  'Constructor and __proto__',
  'In 2024, 7 of 10',
  'Glass, glass',
  'A street',
];
const { editions } = await assembleStories(
  titles.map((title, index) => ({ slug: `s${index}`, title, date: `2023-05-${index + 10}` })),
  Date.parse('2024-05-03T12:00:00Z'),
);

/** A block of these of the stories, in this order. */
function blockOf(numbers: readonly number[]): SearchBlock {
  const [block] = editions.flatMap((edition) => {
    const articles = numbers.flatMap((number) => edition.articles[number] ?? []).toReversed();
    return searchBlocks({ ...edition, articles });
  });
  if (block === undefined) throw new Error('There is no block.');
  return block;
}

function changedBetween(before: SearchBlock, after: SearchBlock): ReadonlySet<number> {
  const numbers = Array.from({ length: Math.max(before.digests.length, after.digests.length) }).keys();
  return new Set([...numbers].filter((number) => before.digests[number] !== after.digests[number]));
}

const picks = fc.array(fc.nat(titles.length - 1), { minLength: 1, maxLength: 9 });

test('shards that follow edits, additions and removals are those that are made anew', () => {
  fc.assert(
    fc.property(picks, picks, (one, other) => {
      const [before, after] = [blockOf(one), blockOf(other)];
      const renewed = renewShards(makeShards(before), changedBetween(before, after), after);
      expect(renewed).toEqual(makeShards(after));
    }),
  );
});

describe('the index of a block', () => {
  /** What builds keep, and which shards were asked for. */
  function keeping() {
    const values = new Map<string, Buffer>();
    const texts = new Map<string, string>();
    const asked: string[] = [];
    const earlier: EarlierShards = {
      memory: {
        codeVersion: 'v1',
        store: { get: (key) => values.get(key), put: (key, value) => values.set(key, value) },
      },
      textOf: (key) => {
        asked.push(key);
        return texts.get(key);
      },
    };
    const build = (block: SearchBlock) => {
      const index = new BlockIndex(block, earlier);
      const keys = Array.from({ length: block.shards }, (_, shard) => index.keyOf(shard));
      for (const [shard, key] of keys.entries()) if (!texts.has(key)) texts.set(key, index.textOf(shard));
      return keys.map((key) => texts.get(key));
    };
    return { build, texts, values, asked, earlier };
  }

  test('is that of an earlier build where no article has changed, and none of its shards is read', () => {
    const { build, asked } = keeping();
    const block = blockOf([0, 4]);
    const made = build(block);
    expect(made).toEqual(makeShards(block));
    expect(build(block)).toEqual(made);
    expect(asked).toEqual([]);
  });

  test('is made of the shards of an earlier build', () => {
    const { build, asked, texts } = keeping();
    build(blockOf([0, 4]));
    const before = texts.size;
    const block = blockOf([0, 4, 1]);
    expect(build(block)).toEqual(makeShards(block));
    expect(asked).toHaveLength(block.shards);
    expect(texts.size - before).toBeLessThan(block.shards / 2);
  });

  test.each(['lost', 'of other code'])('is made anew of shards that are %s', (what) => {
    const { build, earlier, texts } = keeping();
    build(blockOf([0, 4]));
    if (what === 'lost') texts.delete([...texts.keys()][0] ?? '');
    const block = blockOf([0, 1]);
    const memory = { ...earlier.memory, codeVersion: what === 'lost' ? 'v1' : 'v2' };
    const index = new BlockIndex(block, { ...earlier, memory });
    expect(Array.from({ length: block.shards }, (_, shard) => index.textOf(shard))).toEqual(
      makeShards(block),
    );
  });
});
