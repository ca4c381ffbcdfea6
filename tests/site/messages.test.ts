import { describe, expect, test } from 'vitest';
import { type Words, wordsSchema } from '../../src/content/interface-words.ts';
import { directionOf } from '../../src/site/language.ts';
import { shippedWords, spokenWords } from '../../src/site/messages/messages-for.ts';
import { speak } from '../../src/site/messages/speak.ts';

/** Every text of a language's words by its path. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no word.`);
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

const wordsIn = (lang: string): Words => {
  const words = shippedWords.get(lang);
  if (words === undefined) throw new Error(`There are no words of ${lang}.`);
  return words;
};

const noWords = new Map();
const english = new Map(textsOf(wordsIn('en')));

/** Alike in English and another language by chance, by path; each is right there. */
const alike =
  /\.(?:menu|photos|year|date|pages|home|newsletter|source|version|theme|system|themeSystem|pagination|notes|footnotes|archive|photographer|feed|podcast|photoCredit|photoNumber|photoLabel|photoCount.*|topics|series|correctionKinds\..*|listSeparator|citation|citationOfWriters|share|contact|pressKitPhotos.*|pageOf|openPhoto|zoomPhoto|person|morePhotos|articleCount.*|searchFound.*)$/u;

describe.each([...shippedWords])('the words of %s', (lang, words) => {
  const texts = textsOf(words);

  test('are complete, none empty, each with the numbers and names that belong into it', () => {
    expect(wordsSchema.safeParse(words).error).toBeUndefined();
    expect(Object.keys(words.work).sort()).toEqual(Object.keys(wordsIn('en').work).sort());
    for (const [path, text] of texts)
      expect(text.trim() === '' && path !== '.listSeparator', path).toBe(false);
  });

  test('are not left in English', () => {
    if (lang === 'en') return;
    const same = texts.filter(([path, text]) => english.get(path) === text && !alike.test(path));
    expect(same.map(([path]) => path)).toEqual([]);
    // Whatever is alike by chance, most is not.
    expect(texts.filter(([path, text]) => english.get(path) === text).length).toBeLessThan(24);
  });

  test('have a form for every kind of number that the language tells apart', () => {
    // A fraction or a million are no numbers of photos.
    const categories = new Set(
      Array.from({ length: 200 }, (_, count) => new Intl.PluralRules(lang).select(count)),
    );
    for (const counted of [words.photoCount, words.articleCount, words.searchFound, words.pressKitPhotos]) {
      if (typeof counted === 'string') {
        // One form for all: right where the noun never changes behind a number.
        expect(['zh', 'ja', 'ko', 'vi', 'id']).toContain(lang);
        continue;
      }
      expect([...categories].filter((category) => counted[category] === undefined)).toEqual([]);
    }
  });
});

describe('counting', () => {
  test.each([
    ['ru', [1, 3, 5, 21, 112], ['1 статья', '3 статьи', '5 статей', '21 статья', '112 статей']],
    ['pl', [1, 4, 12, 22], ['1 artykuł', '4 artykuły', '12 artykułów', '22 artykuły']],
    ['uk', [1, 2, 11], ['1 стаття', '2 статті', '11 статей']],
    ['he', [1, 2, 30], ['כתבה אחת', 'שתי כתבות', '30 כתבות']],
    ['en', [1, 2000], ['1 article', '2,000 articles']],
    ['de', [1, 2000], ['1 Artikel', '2.000 Artikel']],
    ['fr', [0, 1, 2], ['0 article', '1 article', '2 articles']],
  ] as const)('in %s', (lang, counts, said) => {
    const { articleCount } = speak(wordsIn(lang), lang);
    expect(counts.map((count) => articleCount(count))).toEqual(said);
  });

  test('in Arabic has six forms, with the digits of the locale', () => {
    const { articleCount } = speak(wordsIn('ar'), 'ar-EG');
    expect([0, 1, 2, 3, 11, 100].map((count) => articleCount(count))).toEqual([
      'لا مقالات',
      'مقال واحد',
      'مقالان',
      '٣ مقالات',
      '١١ مقالًا',
      '١٠٠ مقال',
    ]);
  });

  test('gives scripts the same forms with a mark for the number', () => {
    expect(speak(wordsIn('ru'), 'ru').searchForms.few).toBe('# статьи');
  });

  test('never looks into names for marks of its own', () => {
    const { citation } = speak(wordsIn('en'), 'en');
    const source = { writers: ['{title}'], title: '{address}', siteName: 'S', date: 'D', address: 'A' };
    expect(citation(source)).toBe('{title}. “{address}.” S, D. A');
  });
});

describe('the words of a language', () => {
  const ask = (lang: string, defaultLanguage: string, own = noWords) =>
    spokenWords({ lang, locale: lang, defaultLanguage, own });

  test('are its own, or those of the language that it is a form of', () => {
    expect(ask('de', 'en').messages.search).toBe('Suche');
    expect(ask('de-AT', 'en').messages.search).toBe('Suche');
    expect(ask('de-AT', 'en').fallback).toBeUndefined();
  });

  test('are those of the default language where it has none, and English else; it is told which', () => {
    expect(ask('sw', 'fr').messages.search).toBe('Recherche');
    expect(ask('sw', 'fr').fallback?.lang).toBe('fr');
    expect(ask('sw', 'rm').messages.search).toBe('Search');
    expect(ask('sw', 'rm').fallback?.keys).toContain('search');
  });

  test('are added and changed by the newsroom', () => {
    const own = new Map([
      ['sw', { search: 'Tafuta', work: { drone: 'Rubani' } }],
      ['de', { search: 'Stöbern' }],
    ]);
    expect(ask('de', 'en', own).messages.search).toBe('Stöbern');
    expect(ask('de', 'en', own).messages.home).toBe('Startseite');
    const swahili = ask('sw', 'en', own);
    expect(swahili.messages.search).toBe('Tafuta');
    expect(swahili.messages.work).toMatchObject({ drone: 'Rubani', draft: 'Wrote' });
    expect(swahili.fallback?.keys).toContain('home');
    expect(swahili.fallback?.keys).not.toContain('search');
  });
});

describe('the direction of text', () => {
  test('is that of the script that a language is written in', () => {
    expect(['ar', 'he', 'fa-IR', 'ur', 'ckb', 'en', 'zh', 'az', 'az-Arab'].map(directionOf)).toEqual([
      ...['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'rtl'],
    ]);
  });
});
