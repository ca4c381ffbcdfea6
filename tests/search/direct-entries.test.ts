/** Which people, topics and pages a query means. */

import { describe, expect, test } from 'vitest';
import { directEntries } from '../../assets/scripts/search/direct-entries.ts';
import { pagesSaying } from '../../assets/scripts/search/pages-saying.ts';
import { type Query, readQuery } from '../../assets/scripts/search/query.ts';
import { termsOf } from '../../src/content/terms.ts';
import { skippedWords } from '../../src/search/function-words.ts';
import type { SearchRoot } from '../../src/search/search-format.ts';

function rootIn(lang: string, lists: Partial<SearchRoot>): SearchRoot {
  return {
    articles: 0,
    skipped: skippedWords(lang),
    blocks: [],
    topics: [],
    years: [],
    people: [],
    series: [],
    pages: [],
    ...lists,
  };
}

const english = rootIn('en', {
  topics: [
    ['staff', 'Faculty and Staff'],
    ['art', 'Art'],
    ['world', 'World'],
  ],
  people: [
    ['okafor-amara', 'Amara OKAFOR', 'English editor'],
    ['qiao-muyun', 'QIAO Muyun', 'Photographer'],
    ['liang-shuning', 'LIANG Shuning', 'Student photographer'],
    ['lu-anran', 'LÜ Anran'],
  ],
  series: [['river', 'Three Seasons on the River']],
  pages: [
    ['about/', 'About Example News'],
    ['contact/', 'Contact'],
    ['privacy/', 'Privacy'],
    ['press/', 'For journalists'],
  ],
});
const chinese = rootIn('zh', {
  topics: [['research', '科学研究']],
  people: [['qiao-muyun', '乔牧云', '摄影记者']],
  pages: [['privacy/', '隐私']],
});

function read(text: string, lang: string): Query {
  return readQuery(`${text} `, { lang, skipped: skippedWords(lang), dates: [] });
}

const pathsOf = (root: SearchRoot, text: string, lang: string) =>
  directEntries(root, read(text, lang), lang).map(({ path }) => path);

describe('the entries of a query', () => {
  test.each([
    ['amara okafor', ['people/okafor-amara/']],
    ['Okafor, Amara', ['people/okafor-amara/']],
    ['QiaoMuyun', ['people/qiao-muyun/']],
    ['qiao mu yun', ['people/qiao-muyun/']],
    ['muyun qiao', ['people/qiao-muyun/']],
    ['lu anran', ['people/lu-anran/']],
    ['photographer', ['people/qiao-muyun/', 'people/liang-shuning/']],
    ['photographer qiao', ['people/qiao-muyun/']],
    ['english editor', ['people/okafor-amara/']],
    ['editor', ['people/okafor-amara/']],
    ['faculty', ['topics/staff/']],
    ['contact us', ['contact/']],
    ['privacy policy', ['privacy/']],
    ['about us', ['about/']],
    ['journalists', ['press/']],
    ['press', ['press/']],
    ['seasons on the river', ['series/river/']],
    // What says more than a name means articles.
    ['art exhibition', []],
    ['world robot league', []],
    ['bronze contact angles', []],
    ['photographer of herons', []],
    ['river', []],
    ['the', []],
  ])('%s', (text, paths) => {
    expect(pathsOf(english, text, 'en')).toEqual(paths);
  });

  test.each([
    ['科学研究', ['topics/research/']],
    ['乔牧云', ['people/qiao-muyun/']],
    ['乔牧云 记者', ['people/qiao-muyun/']],
    ['qiao muyun', ['people/qiao-muyun/']],
    ['隐私政策', ['privacy/']],
  ])('in Chinese: %s', (text, paths) => {
    expect(pathsOf(chinese, text, 'zh')).toEqual(paths);
  });
});

describe('the newsroom’s own pages', () => {
  const pages = [
    ['privacy/', 'Privacy', termsOf('We set no cookies and track nobody', 'en').join(' ')],
    ['about/', 'About', termsOf('Who makes this site, and for whom', 'en').join(' ')],
  ] as const;
  const saying = (text: string, parts = 0) =>
    pagesSaying(pages, read(text, 'en').words, parts).map(({ path }) => path);

  test('are found by what they say', () => {
    expect(saying('cookies')).toEqual(['privacy/']);
    expect(saying('tracking cookies')).toEqual(['privacy/']);
    expect(saying('making the site')).toEqual(['about/']);
  });

  test('are not shown where articles have as many of the words, or where most words stand nowhere', () => {
    expect(saying('cookies', 1)).toEqual([]);
    expect(saying('cookies baked with walnuts')).toEqual([]);
    expect(saying('herons')).toEqual([]);
  });
});
