/** What a query is read as. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuery } from '../../assets/scripts/search/query.ts';
import { findDates } from '../../assets/scripts/search/query-dates.ts';
import { neighboursOf } from '../../assets/scripts/search/spelling.ts';

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
  ])('%s', (query, days) => {
    expect(findDates(query, ['en']).map(({ day }) => day)).toEqual(days);
  });

  test('are read in the language of the page and in English', () => {
    expect(findDates('März 2024', ['de', 'en']).map(({ day }) => day)).toEqual(['2024-03']);
    expect(findDates('march 2024', ['de', 'en']).map(({ day }) => day)).toEqual(['2024-03']);
  });
});

describe('a query', () => {
  const texts = (query: string, lang = 'en') => readQuery(query, lang).words.map(({ text }) => text);

  test.each([
    ['where is the library open at night', ['library', 'open', 'night']],
    ['who', ['who']],
    ['the and of', ['the', 'and', 'of']],
    ['what happened in 2024', ['happened']],
  ])('requires no function words of “%s”', (query, words) => {
    expect(texts(query)).toEqual(words);
  });

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
    expect(readQuery(query, 'en').phrases).toEqual(phrases);
  });

  test('is read whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'zh', 'de', 'ar'), (text, lang) => {
        const { words, dates } = readQuery(text, lang);
        expect(words.length).toBeLessThanOrEqual(12);
        for (const { from, to } of dates) expect(from >= 0 && to <= text.length && from < to).toBe(true);
      }),
    );
  });
});

describe('neighbours of a misspelt word', () => {
  test.each([
    ['furnase', 'furnace'],
    ['libary', 'library'],
    ['hospitall', 'hospital'],
    ['brigde', 'bridge'],
  ])('%s has %s', (typed, meant) => {
    expect(neighboursOf(typed, [...'abcdefghijklmnopqrstuvwxyz'])).toContain(meant);
  });

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
