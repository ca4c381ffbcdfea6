/** Names in Latin letters as small letters, digits and hyphens, the marks of letters spelt as the language does. Pure. */

import slugify from '@sindresorhus/slugify';

/** Here ä, ö and ü without their marks are a, o and u; elsewhere, as in German, they are ae, oe and ue. */
const withoutMarks: ReadonlySet<string> = new Set([
  ...['az', 'ca', 'es', 'et', 'eu', 'fi', 'fr', 'gl', 'hu', 'it', 'nl', 'pl', 'pt', 'sk', 'sv', 'tk', 'tr'],
]);

const plainVowels: readonly [string, string][] = ['ä', 'ö', 'ü'].flatMap((letter): [string, string][] => {
  const plain = letter.normalize('NFD').charAt(0);
  return [
    [letter, plain],
    [letter.toUpperCase(), plain.toUpperCase()],
  ];
});

export interface LatinSlugOptions {
  /** The language of the name; without one, English. */
  readonly lang?: string | undefined;
  /** Whether `BambooBicycle` is two words. */
  readonly splitsCapitals: boolean;
}

export function latinSlug(text: string, { lang = 'en', splitsCapitals }: LatinSlugOptions): string {
  const base = lang.split('-')[0] ?? '';
  const composed = text.normalize('NFC').replaceAll('İ', 'I');
  // A word of capitals is one: "Ö" would become "Oe", which looks like the beginning of another.
  const words = splitsCapitals
    ? composed.replace(/\p{Lu}{2,}(?!\p{Ll})/gu, (run) => run.toLowerCase())
    : composed;
  // The library's own `locale: 'tr'` makes a dotless i of I, and drops it (findings/slugify-turkish-capitals.sh).
  return slugify(words, {
    decamelize: splitsCapitals,
    customReplacements: [
      ...(withoutMarks.has(base) ? plainVowels : []),
      // "and" is English.
      ...(base === 'en' ? [] : [['&', ' '] satisfies [string, string]]),
    ],
  });
}
