import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../src/content/stemmers.ts';
import { termsOf, wordsOf } from '../../src/content/terms.ts';

describe('the terms of a text', () => {
  test.each([
    ['en', 'Signing the agreements', ['sign', 'the', 'agreement']],
    ['en', 'The university’s Café', ['the', 'univers', 'cafe']],
    ['de', 'Über Wälder', ['uber', 'wald']],
    ['zh', '北京科技', ['北京', '京科', '科技', '技']],
    ['zh', '第3届USTB运动会', ['第', '3', '届', 'ustb', '运动', '动会', '会']],
    ['ja', 'ガラス', ['ガラ', 'ラス', 'ス']],
    ['ar', 'الجَامِعَة', ['جامع']],
    ['ko', '대학교', ['대학교']],
    ['tr', 'IŞIK ışık İzmir', ['isik', 'isik', 'izmir']],
    ['pl', 'Łódź', ['lodz']],
    ['de', 'Straße', ['strass']],
    ['vi', 'Đà Nẵng', ['da', 'nang']],
    ['en', '3f9ac1d23f9ac1d23f9ac1d23f9ac1d23f9ac1d2', []],
  ])('in %s of "%s"', (lang, text, terms) => {
    expect(termsOf(text, lang)).toEqual(terms);
  });

  test('of any text are small, found where they stand, and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { text: word, from } of wordsOf(text)) expect(text.startsWith(word, from)).toBe(true);
        for (const term of termsOf(text, 'en')) expect(term).not.toBe('');
      }),
    );
  });
});
