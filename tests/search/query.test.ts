/** What a query is read as. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Query, readQuery } from '../../assets/scripts/search/query.ts';
import { findDates as findDatesIn } from '../../assets/scripts/search/query-dates.ts';
import { fold, wordsOf } from '../../src/content/terms.ts';
import { skippedWords } from '../../src/search/function-words.ts';
import { shippedWords } from '../../src/site/messages/messages-for.ts';

const findDates = (text: string, locales: readonly string[]) => findDatesIn(text, locales, { fold, wordsOf });

function read(text: string, lang = 'en'): Query {
  const locales = lang === 'en' ? [lang] : [lang, 'en'];
  return readQuery(text, { lang, skipped: skippedWords(lang), dates: findDates(text, locales) });
}

describe('dates in a query', () => {
  test.each([
    ['2024', ['2024']],
    ['October 2024', ['2024-10']],
    ['oct 2024', ['2024-10']],
    ['2 January 2024', ['2024-01-02']],
    ['January 2, 2024', ['2024-01-02']],
    ['May 3rd 2024', ['2024-05-03']],
    ['2024-01-02', ['2024-01-02']],
    ['2024-1', ['2024-01']],
    ['2025年', ['2025']],
    ['2025年3月8日 运动会', ['2025-03-08']],
    ['robot 2024 final', ['2024']],
    ['2024-13-01', ['2024']],
    ['room 1234', []],
    ['1,900 students', []],
    ['1900', ['1900']],
    ['2024/1/2', ['2024-01-02']],
    ['2024.01.02', ['2024-01-02']],
    ['2nd of January 2024', ['2024-01-02']],
    ['٢٠٢٤', ['2024']],
    ['۲۰۲۴ robot', ['2024']],
    ['２０２４年１月', ['2024-01']],
    ['1/2/2024', ['2024-01-02']],
    ['13/2/2024', ['2024-02-13']],
    ['10.11.2025', ['2025-11-10']],
    ['06/2025', ['2025-06']],
    ['20240102', ['2024-01-02']],
    ['Sept 2026', ['2026-09']],
    ['Ju 2026', ['2026']],
    ['Jan. 2, 2024', ['2024-01-02']],
    ['2023 or 2024', ['2023', '2024']],
    ['version 1.2.3', []],
    ['call 010-6233-2024', ['2024']],
  ])('%s', (query, days) => {
    expect(findDates(query, ['en']).map(({ day }) => day)).toEqual(days);
  });

  test.each([
    ['de', '2. März 2024', '2024-03-02'],
    ['es', '2 de enero de 2024', '2024-01-02'],
    ['pt', 'março de 2024', '2024-03'],
    ['ru', '2 марта 2024', '2024-03-02'],
    ['ru', 'март 2024', '2024-03'],
    ['uk', '2 березня 2024', '2024-03-02'],
    ['pl', '2 marca 2024', '2024-03-02'],
    ['vi', '2 tháng 3 năm 2024', '2024-03-02'],
    ['vi', 'tháng 3 2024', '2024-03'],
    ['ar', 'مارس 2024', '2024-03'],
    ['fa', 'مارس ۲۰۲۴', '2024-03'],
    ['en-GB', '1/2/2024', '2024-02-01'],
    ['en-GB', '2/13/2024', '2024-02-13'],
    ['de', '2.3.2024', '2024-03-02'],
    ['ar', '٢/٣/٢٠٢٤', '2024-03-02'],
    ['zh', '二〇二五年十月', '2025-10'],
    ['zh', '二零二四年十二月三十一日', '2024-12-31'],
    ['zh', '2024/1/2', '2024-01-02'],
    ['ja', '2024年3月2日', '2024-03-02'],
    ['ko', '2024년 3월', '2024-03'],
  ])('are read as %s writes them: %s', (lang, query, day) => {
    expect(findDates(query, [lang, 'en']).map((date) => date.day)).toEqual([day]);
  });

  test('are read in the language of the page and in English', () => {
    expect(findDates('März 2024', ['de', 'en']).map(({ day }) => day)).toEqual(['2024-03']);
    expect(findDates('march 2024', ['de', 'en']).map(({ day }) => day)).toEqual(['2024-03']);
  });
});

describe('a query', () => {
  const texts = (query: string, lang = 'en') => read(query, lang).words.map(({ text }) => text);

  test.each([
    ['where is the library open at night', ['library', 'open', 'night']],
    ['who', ['who']],
    ['the and of', ['the', 'and', 'of']],
    ['what happened in 2024', ['happened']],
  ])('requires no function words of “%s”', (query, words) => {
    expect(texts(query)).toEqual(words);
  });

  test.each([
    ['fr', 'où est la bibliothèque', ['bibliothèque']],
    ['de', 'Wann öffnet die Bibliothek für Gäste', ['öffnet', 'Bibliothek', 'Gäste']],
    ['es', 'cómo llego a la biblioteca', ['llego', 'biblioteca']],
    ['pt', 'onde está a biblioteca', ['biblioteca']],
    ['it', 'perché è chiusa la biblioteca', ['chiusa', 'biblioteca']],
    ['pl', 'gdzie są książki', ['książki']],
    ['tr', 'kütüphane nerede', ['kütüphane']],
    ['ru', 'где её библиотека', ['библиотека']],
    ['vi', 'thư viện ở đâu', ['thư', 'viện']],
    ['ar', 'أين المكتبة', ['المكتبة']],
    ['fa', 'کتابخانه کجا است', ['کتابخانه']],
    ['ko', '도서관 어디', ['도서관']],
    ['ja', '図書館はどこですか', ['図書館は']],
    ['zh', '圖書館在哪裡', ['圖書館']],
  ])('requires no function words of %s: %s', (lang, query, words) => {
    expect(texts(query, lang)).toEqual(words);
  });

  test.each([...shippedWords.keys()])(
    'requires none of the words that %s skips, however they are typed',
    (lang) => {
      const [words, runs] = skippedWords(lang);
      expect(words + runs).not.toBe('');
      for (const word of words.split(' ').filter((one) => one !== '')) {
        for (const typed of [word, word.toLocaleUpperCase('en'), word.normalize('NFD')])
          expect(texts(`xenon ${typed} `, lang)).toEqual(['xenon']);
      }
      for (const run of runs.split(' ').filter((one) => one !== ''))
        expect(texts(`鋼${run}`, lang)).toEqual(['鋼']);
    },
  );

  test('asks no Chinese question words of an article', () => {
    expect(texts('谁在湖面上划船', 'zh')).toEqual(['在湖面上划船']);
    expect(texts('图书馆什么时候开门', 'zh').join('')).not.toContain('什么');
  });

  test.each([
    ['"open all night"', [' open all night ']],
    ['mung-bean soup', [' mung bean ']],
    ['“around the clock” library', [' around the clock ']],
    ['"steel"', []],
  ])('knows the phrases of %s', (query, phrases) => {
    expect(read(query).phrases).toEqual(phrases);
  });

  test.each([
    ['foot bridge', ['footbridg']],
    ['the green house lettuce', ['greenhous', 'houselettuc']],
    ['foot, bridge', []],
    ['an egg', []],
    ['building 9', []],
    ['自行车 工坊', []],
  ])('asks for neighbouring words as one: %s', (query, terms) => {
    expect(read(query).joined.flatMap((word) => word.terms.map(({ term }) => term))).toEqual(terms);
  });

  test('is read whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'zh', 'de', 'ar'), (text, lang) => {
        const { words, dates } = read(text, lang);
        expect(words.length).toBeLessThanOrEqual(12);
        for (const { from, to } of dates) expect(from >= 0 && to <= text.length && from < to).toBe(true);
      }),
    );
  });
});
