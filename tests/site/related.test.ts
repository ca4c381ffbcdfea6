import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOf } from '../../src/content/terms.ts';
import { RelatedFinder } from '../../src/site/rank-related.ts';
import type { Relatable } from '../../src/site/relatable.ts';
import { defined } from '../../src/text/defined.ts';

const filler = ['The university reports on its work.', 'Students and teachers met on campus this week.'];

function story(name: string, text: string, more: Partial<Relatable> = {}): Relatable {
  const topics = [{ slug: 'research' }];
  return {
    url: `/${name}/`,
    lang: 'en',
    title: text,
    summary: filler[0] ?? '',
    leadTerms: termsOf(filler.join(' '), 'en').join(' '),
    topics,
    ...more,
  };
}

const relatedTo = (name: string, stories: readonly Relatable[]) =>
  new RelatedFinder(stories).find(`/${name}/`);

function findRelated(stories: readonly Relatable[]): ReadonlyMap<string, readonly string[]> {
  const finder = new RelatedFinder(stories);
  return new Map(stories.map(({ url }) => [url, finder.find(url)]));
}

/** Twenty stories of other subjects and topics. */
const others = Array.from({ length: 20 }, (_, index) =>
  story(`other-${index}`, `Subject${index} matter${index}`, { topics: [{ slug: `topic-${index % 5}` }] }),
);

describe('related stories', () => {
  test('are the same from the lists of an earlier build', () => {
    const lists = new RelatedFinder(others).lists();
    const remembered = new RelatedFinder(others, lists);
    expect(new Map(others.map(({ url }) => [url, remembered.find(url)]))).toEqual(findRelated(others));
  });

  test('rest on the words that tell stories apart, and not on others', () => {
    const before = new RelatedFinder(others);
    const edited = others.map((other, index) =>
      index === 3 ? { ...other, leadTerms: `unheard ${other.leadTerms}` } : other,
    );
    expect(new RelatedFinder(edited).basis()).toEqual(before.basis());
    const shared = others.map((other, index) => (index < 2 ? { ...other, title: 'A fossil fish' } : other));
    expect(new RelatedFinder(shared).basis()).not.toEqual(before.basis());
  });

  test('of the same basis are the same, whatever the stories say', () => {
    const word = fc.constantFrom('fish', 'steel', 'river', 'bridge', 'heron', 'glass', 'choir', 'stone');
    const one = fc.record({
      words: fc.array(word, { maxLength: 4 }),
      topic: fc.constantFrom('art', 'research'),
      series: fc.constantFrom(undefined, 'Steel'),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 7, maxLength: 9 }), fc.nat(8), one, (all, at, other) => {
        const finderOf = (list: typeof all) =>
          new RelatedFinder(
            list.map(({ words, topic, series }, index) =>
              story(`${index}`, words.join(' '), { topics: [{ slug: topic }], ...defined({ series }) }),
            ),
          );
        const [before, after] = [
          finderOf(all),
          finderOf(all.map((was, index) => (index === at ? other : was))),
        ];
        if (JSON.stringify(before.basis()) === JSON.stringify(after.basis()))
          expect(after.lists()).toEqual(before.lists());
      }),
      { numRuns: 500 },
    );
  });

  test('are those that share rare words, the closest first', () => {
    const stories = [
      story('fish', 'A fossil fish returns to its museum'),
      ...others,
      story('bones', 'Fossil fish bones leave the museum', { topics: [{ slug: 'art' }] }),
      story('map', 'A fossil map', { topics: [{ slug: 'art' }] }),
    ];
    expect(relatedTo('fish', stories)[0]).toBe('/bones/');
    expect(relatedTo('bones', stories).slice(0, 2)).toEqual(['/fish/', '/map/']);
  });

  test('are found in Chinese, where no spaces part words', () => {
    const chinese = (name: string, title: string): Relatable =>
      story(name, title, {
        lang: 'zh',
        summary: '',
        leadTerms: termsOf('学校本周发布消息。', 'zh').join(' '),
        topics: [{ slug: name }],
      });
    const stories = [
      chinese('bicycle', '竹自行车工坊的第九辆车'),
      chinese('canteen', '食堂推出春节菜单'),
      chinese('ride', '骑着竹自行车去上课'),
    ];
    expect(relatedTo('bicycle', stories)[0]).toBe('/ride/');
  });

  test('without shared words are the nearest in time of the same topic', () => {
    const stories = Array.from({ length: 9 }, (_, index) => story(`s${index}`, `Word${index}`));
    expect(relatedTo('s4', stories)).toEqual(['/s5/', '/s3/', '/s6/', '/s2/']);
  });

  test('leave out the story itself and the parts of its series', () => {
    const parts = ['one', 'two'].map((name) => story(name, 'The river in spring', { series: 'River' }));
    const stories = [...parts, story('three', 'The river in spring again'), ...others];
    expect(relatedTo('one', stories)).toContain('/three/');
    expect(relatedTo('one', stories)).not.toContain('/two/');
    expect(relatedTo('one', stories)).not.toContain('/one/');
  });

  test('are the same whenever they are found', () => {
    const stories = [story('a', 'Steel and glass'), story('b', 'Glass and steel'), ...others];
    expect(findRelated(stories)).toEqual(findRelated(structuredClone(stories)));
  });

  test('of most stories stay as they are when one is added', () => {
    const subjects = ['fossil fish', 'river water', 'bamboo bicycle', 'steel furnace', 'night library'];
    const stories = Array.from({ length: 200 }, (_, index) => {
      const subject = subjects[index % 5] ?? '';
      const year = `class${index % 40}`;
      return story(`s${index}`, `${subject} ${year}`, { topics: [{ slug: `topic-${index % 7}` }] });
    });
    const before = findRelated(stories);
    const after = findRelated([story('new', 'A fossil fish in class7'), ...stories]);
    const changed = [...before].filter(([url, list]) => after.get(url)?.join() !== list.join());
    expect(changed.length).toBeLessThan(stories.length / 10);
  });
});
