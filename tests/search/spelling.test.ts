/** What is asked instead of words that stand in no article. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { otherReadings } from '../../assets/scripts/search/other-readings.ts';
import { readQuery } from '../../assets/scripts/search/query.ts';
import { neighboursOf } from '../../assets/scripts/search/spelling.ts';
import { fold, termsOf, termsOfWord } from '../../src/content/terms.ts';
import { skippedWords } from '../../src/search/function-words.ts';
import { type SearchBlockEntry, shardOf } from '../../src/search/search-format.ts';

/** An index that has each word of a text in one article. */
function indexOf(lang: string, text: string, shards = 16) {
  const asked: string[] = [];
  const terms = new Set(termsOf(text, lang));
  return {
    asked,
    lang,
    root: async () => ({
      blocks: [{ name: '0-512', version: '', count: 1, shards }],
      skipped: skippedWords(lang),
    }),
    shard: async (_: SearchBlockEntry, term: string) => {
      asked.push(term);
      const own = [...terms].filter((one) => shardOf(one, shards) === shardOf(term, shards));
      return Object.fromEntries(own.map((one) => [one, [0]]));
    },
    simplify: async (written: string) => written.replaceAll('車', '车'),
  };
}

async function readingsOf(index: ReturnType<typeof indexOf>, text: string): Promise<readonly string[]> {
  const { words } = readQuery(`${text} `, { lang: index.lang, skipped: skippedWords(index.lang), dates: [] });
  const readings: string[] = [];
  for await (const reading of otherReadings({ index, text, words }, { fold, termsOfWord }))
    readings.push(reading.text);
  return readings;
}

const english =
  'furnace library hospital bridge exhibition greenhouse calligrapher science physics bicycle summer school';

describe('a word that stands nowhere', () => {
  test.each([
    ['furnase', 'furnace'],
    ['libary', 'library'],
    ['hospitall', 'hospital'],
    ['brigde', 'bridge'],
    ['rbidge', 'bridge'],
    ['exibition', 'exhibition'],
    ['greenhause', 'greenhouse'],
    ['caligraphy', 'calligraph'],
    ['phisics', 'physics'],
    ['bycicle', 'bicycle'],
    ['summerschool', 'summer school'],
    ['libary hospitel', 'library hospital'],
  ])('%s is read as %s', async (typed, meant) => {
    const [reading = ''] = await readingsOf(indexOf('en', english), typed);
    expect(termsOf(reading, 'en')).toEqual(termsOf(meant, 'en'));
  });

  test.each(['zebra', 'cat', 'qwertyuiop', '1234567', 'constructor'])('%s is like none', async (typed) => {
    expect(await readingsOf(indexOf('en', english), typed)).toEqual([]);
  });

  test('is found with its dots written as letters', async () => {
    expect(await readingsOf(indexOf('de', 'Brücke Fußgänger'), 'Bruecke')).toEqual(['brucke']);
    expect(await readingsOf(indexOf('de', 'Brücke Fußgänger'), 'Fussgaenger')).toEqual(['fussganger']);
  });

  test('is never read as Chinese characters', async () => {
    expect(await readingsOf(indexOf('zh', '自行车 划船的人'), 'keeper')).toEqual([]);
  });

  test('is not looked for at the price of an archive’s index', async () => {
    const archive = indexOf('en', english, 512);
    await readingsOf(archive, 'exibition');
    expect(archive.asked.length).toBeLessThan(20);
  });
});

test('a run of characters is read in simplified ones, then by its words', async () => {
  const readings = await readingsOf(indexOf('zh', '自行车 工坊'), '參觀自行車工坊');
  expect(readings[0]).toBe('參觀自行车工坊');
  expect(readings[1]?.split(' ').length).toBeGreaterThan(2);
  expect(readings[1]?.replaceAll(' ', '')).toBe('參觀自行车工坊');
});

describe('neighbours of a misspelt word', () => {
  test('are one mistake away, and never the word itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-e]{4,9}$/u), (typed) => {
        for (const word of neighboursOf(typed, [...'abcde'])) {
          expect(word).not.toBe(typed);
          expect(Math.abs(word.length - typed.length)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
