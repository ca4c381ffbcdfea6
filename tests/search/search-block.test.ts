import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../src/content/terms.ts';
import { BlockIndex } from '../../src/search/block-index.ts';
import { searchBlocks, searchFacets } from '../../src/search/search-block.ts';
import { planBlocks, shardOf } from '../../src/search/search-format.ts';
import type { Site } from '../../src/site/site.ts';
import { assembleStories } from '../feeds/small-site.ts';

const site = await assembleStories(
  [
    { slug: 'steel', title: 'Steel and constructor', date: '2023-05-01' },
    { slug: 'glass', title: 'Glass and steel', date: '2024-05-01' },
    { slug: 'later', title: 'Embargoed steel', date: '2024-05-01', embargoUntil: '2024-06-01T00:00Z' },
  ],
  Date.parse('2024-05-03T12:00:00Z'),
);

const [edition] = site.editions;
const blocks = edition === undefined ? [] : searchBlocks(edition);
const [block] = blocks;

function shardWith(word: string): Record<string, number[]> {
  const [term = ''] = termsOf(word, 'en');
  if (block === undefined) throw new Error('There is no block.');
  return JSON.parse(new BlockIndex(block).textOf(shardOf(term, block.shards)));
}

describe('the search index', () => {
  test('numbers articles from the oldest, and weighs a word by where it stands', () => {
    expect(blocks).toHaveLength(1);
    // Both have it in the headline, which weighs 3: the first is 0 away from the beginning, the next 1 from it.
    expect(shardWith('steel').steel).toEqual([3, 7]);
    expect(shardWith('sentence').sentenc).toEqual([2, 6]);
  });

  test('takes words for words that mean something to JavaScript', () => {
    expect(Object.hasOwn(shardWith('constructor'), 'constructor')).toBe(true);
  });

  test('has no word of what is not published', () => {
    expect(Object.keys(shardWith('embargoed'))).not.toContain('embargo');
    expect(JSON.stringify(blocks)).not.toContain('later');
  });

  test('knows the topics and months of each article', () => {
    if (block === undefined) throw new Error('There is no block.');
    expect(JSON.parse(searchFacets({ block }))).toEqual({
      topics: { research: [0, 1] },
      people: {},
      months: { '2023-05': [0], '2024-05': [1] },
    });
  });

  test('changes its version with what it says, and only then', async () => {
    const again = await assembleStories(
      [{ slug: 'steel', title: 'Steel and copper', date: '2023-05-01' }],
      Date.parse('2024-05-03T12:00:00Z'),
    );
    const versionOf = (of: Site) => of.editions.map((one) => searchBlocks(one)[0]?.version);
    expect(versionOf(site)).toEqual(versionOf({ ...site, nowMs: site.nowMs + 1 }));
    expect(versionOf(again)).not.toEqual(versionOf(site));
  });
});

describe('the blocks of an index', () => {
  test('hold every article once, and all but the last stay when one is added', () => {
    fc.assert(
      fc.property(fc.nat(30_000), (count) => {
        const plan = planBlocks(count);
        expect(plan[0]?.from).toBe(0);
        expect(plan.at(-1)?.to).toBe(count);
        for (const [index, { from, to }] of plan.entries()) {
          expect(to).toBe(plan[index + 1]?.from ?? count);
          expect(to - from).toBeLessThanOrEqual(4096);
        }
        expect(plan.length).toBeLessThanOrEqual(count / 4096 + 9);
      }),
    );
  });

  test('send terms that begin alike into one shard', () => {
    expect(new Set(['steel', 'steam', 'ste'].map((term) => shardOf(term, 64))).size).toBe(1);
    expect(new Set(['钢铁', '钢笔', '钢'].map((term) => shardOf(term, 64))).size).toBe(1);
  });
});
