import { describe, expect, test } from 'vitest';
import type { SiteMemory } from '../../src/site/assemble-options.ts';
import type { Relatable } from '../../src/site/relatable.ts';
import { RelatedMemory } from '../../src/site/related-stories.ts';

function story(name: string, title: string): Relatable {
  return { url: `/${name}/`, lang: 'en', title, summary: '', leadTerms: '', topics: [{ slug: 'art' }] };
}

const stories = [story('fish', 'Fossil fish'), story('map', 'Old map'), story('bones', 'Fossil fish bones')];

function memory(codeVersion = 'one', values = new Map<string, Buffer>()) {
  const puts: string[] = [];
  const store: SiteMemory['store'] = {
    get: (key) => values.get(key),
    put: (key, value) => {
      puts.push(key);
      values.set(key, value);
    },
  };
  return { memory: { codeVersion, store }, values, puts };
}

describe('related stories of an earlier build', () => {
  test('are not looked for again while the stories are the same', () => {
    const first = memory();
    const found = new RelatedMemory(first.memory).finderFor('en', stories).find('/fish/');
    expect(first.puts).toHaveLength(1);
    const second = memory('one', first.values);
    expect(new RelatedMemory(second.memory).finderFor('en', stories).find('/fish/')).toEqual(found);
    expect(second.puts).toHaveLength(0);
  });

  test.each([
    ['a headline', 'one', [story('fish', 'Another subject'), ...stories.slice(1)]],
    ['the number of stories', 'one', stories.slice(0, 2)],
    ['the generator', 'two', stories],
  ])('are looked for again when %s has changed', (_, codeVersion, now) => {
    const first = memory();
    new RelatedMemory(first.memory).finderFor('en', stories).find('/fish/');
    const second = memory(codeVersion, first.values);
    const found = new RelatedMemory(second.memory).finderFor('en', now).find('/map/');
    expect(second.puts).toHaveLength(1);
    expect(found).toEqual(new RelatedMemory().finderFor('en', now).find('/map/'));
  });
});
