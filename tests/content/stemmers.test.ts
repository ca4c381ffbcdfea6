/** Words of one stem in the languages that have a stemmer, with accents and without. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stemmerName, stemmerNames } from '../../src/content/stemmers.ts';
import { termsOf, termsOfWord } from '../../src/content/terms.ts';

const families: readonly (readonly [lang: string, words: string])[] = [
  ['en', 'library libraries'],
  ['de', 'Buch Bücher'],
  ['de-AT', 'Studierende Studierenden'],
  ['fr', 'étudiant étudiants étudiantes'],
  ['es', 'investigación investigaciones'],
  ['pt-BR', 'investigação investigações'],
  ['it', 'biblioteca biblioteche'],
  ['nl', 'bibliotheek bibliotheken'],
  ['ru', 'студент студентов студентам'],
  ['uk', 'дослідження дослідженням'],
  ['tr', 'öğrenci öğrenciler öğrencilerin'],
  ['ar', 'جامعة الجامعة'],
  ['hi', 'पुस्तक पुस्तकें पुस्तकों'],
  ['id', 'buku bukunya'],
  ['sv', 'student studenter studenterna'],
  ['da', 'bibliotek biblioteker bibliotekerne'],
  ['nb', 'forskning forskningen'],
  ['fi', 'kirjasto kirjastot'],
  ['hu', 'könyvtár könyvtárak'],
  ['ro', 'bibliotecă biblioteci'],
  ['el', 'βιβλιοθήκη βιβλιοθήκες'],
];

test.each(families)('%s: %s are one word to the search', (lang, words) => {
  const stems = new Set(words.split(' ').map((word) => termsOfWord(word, lang).join(' ')));
  expect([...stems]).toHaveLength(1);
});

test.each(['pl', 'he', 'fa', 'ko', 'vi', 'sw'])('%s has no stemmer, and keeps its words', (lang) => {
  expect(stemmerName(lang)).toBeUndefined();
  expect(termsOfWord('Kampusy', lang)).toEqual(['kampusy']);
});

describe('accents', () => {
  test('that are not typed still find the word as it is written', () => {
    expect(termsOf('La investigación', 'es')).toContain(termsOfWord('investigacion', 'es')[0]);
    expect(termsOf('très publié', 'fr')).toContain(termsOfWord('publie', 'fr')[0]);
    expect(termsOf('Bücher', 'de')).toContain(termsOfWord('bucher', 'de')[0]);
  });

  test('make no second term where they do not change the stem', () => {
    expect(termsOf('étudiants', 'fr')).toEqual(['etudi']);
  });

  test('of Cyrillic letters belong to the word: й is no и', () => {
    expect(termsOf('новый', 'ru')).toEqual(termsOfWord('новая', 'ru'));
  });
});

test('any text has terms in every language, the same each time, and none is empty', () => {
  const langs = families.map(([lang]) => lang);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...langs), (text, lang) => {
      const terms = termsOf(text, lang);
      expect(terms.every((term) => term !== '')).toBe(true);
      expect(termsOf(text, lang)).toEqual(terms);
    }),
  );
});

test('pages load the stemmers of their languages alone', () => {
  expect(stemmerNames(['en', 'de', 'de-CH', 'zh', 'fr'])).toEqual(['german', 'french']);
});
