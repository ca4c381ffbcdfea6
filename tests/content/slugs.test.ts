import { describe, expect, test } from 'vitest';
import { freeSlug, personSlugOf, slugOf } from '../../src/content/slugs.ts';
import { slug } from '../../src/imports/photo-name.ts';
import { articleReport } from './report-on.ts';

describe('the part of an address that a name becomes', () => {
  test.each([
    ['湖面上的八个人', 'hu-mian-shang-de-ba-ge-ren', '湖面上的八个人'],
    ['重庆的银行', 'chong-qing-de-yin-hang', '重庆的银行'],
    ['USTB 2024 运动会', 'ustb-2024-yun-dong-hui', 'ustb-2024-运动会'],
    ['Fossil: goes home!', 'fossil-goes-home', 'fossil-goes-home'],
    ['Ökonomie & Straße', 'oekonomie-and-strasse', 'oekonomie-and-strasse'],
    ['McDonald', 'mcdonald', 'mcdonald'],
    ['مرحبا بالعالم', 'مرحبا-بالعالم', 'مرحبا-بالعالم'],
    ['…', '', ''],
  ])('%s is %s in pinyin and %s in words', (name, pinyin, words) => {
    expect(slugOf(name, 'pinyin')).toBe(pinyin);
    expect(slugOf(name, 'words')).toBe(words);
  });

  test.each([
    ['tr', 'Öğrenci Ödülü & İlk Iğdır Günü', 'ogrenci-odulu-ilk-igdir-gunu'],
    ['sv', 'Två Möten på Ön', 'tva-moten-pa-on'],
    ['fi', 'Yö Äänekoskella', 'yo-aanekoskella'],
    ['es', 'El Pingüino & el Niño', 'el-pinguino-el-nino'],
    ['nl', 'Coöperatie', 'cooperatie'],
    ['de', 'Größe & Übung', 'groesse-uebung'],
    ['de-AT', 'Größe & Übung', 'groesse-uebung'],
    ['en', 'Größe & Übung', 'groesse-and-uebung'],
  ])('%s spells %s as %s, in addresses, of people and in the name of a folder', (lang, name, spelt) => {
    expect(slugOf(name, 'words', lang)).toBe(spelt);
    expect(slugOf(name.normalize('NFD'), 'pinyin', lang)).toBe(spelt);
    expect(personSlugOf(name, 'words', lang)).toBe(spelt);
    expect(slug(name, lang)).toBe(spelt);
    // Capitals begin no word within a word.
    expect(slug(name.toLocaleUpperCase(lang).replace('ẞ', 'ß'), lang)).toBe(spelt);
  });

  test.each([
    ['YANG Lindi', 'yang-lindi'],
    ['宋栖月', 'song-qiyue'],
    ['欧阳修', 'ouyang-xiu'],
    ['单雄信', 'shan-xiongxin'],
    ['曾国藩', 'zeng-guofan'],
  ])('the person %s is %s', (name, slug) => {
    expect(personSlugOf(name, 'pinyin')).toBe(slug);
  });

  test('is numbered where it is taken', () => {
    expect(freeSlug('fair', new Set(['fair', 'fair-2']))).toBe('fair-3');
  });
});

describe('letters in another form', () => {
  test.each([
    ['ＵＳＴＢ', 'ustb'],
    ['CO₂ in the lake', 'co2-in-the-lake'],
    ['ﬁne oﬃce', 'fine-office'],
    ['Ⅳ. Forum', 'iv-forum'],
    ['ｶﾞﾗｽ', 'ガラス'],
  ])('%s becomes %s', (name, slug) => {
    expect(slugOf(name, 'words')).toBe(slug);
  });

  test('of folders and photos that are made are none of a device of Windows', () => {
    expect(
      ['Con', 'aux', 'NUL', 'COM1', 'lpt9', 'Console', 'Con and pro'].map((title) => slug(title)),
    ).toEqual(['con-1', 'aux-1', 'nul-1', 'com1-1', 'lpt9-1', 'console', 'con-and-pro']);
  });

  test('are told where a slug is typed', () => {
    expect(articleReport('title: A\ndate: 2024-01-02\ntopics: [Research]\nslug: ﬁne-co₂')).toContain(
      'Write fine-co2 instead.',
    );
  });
});
