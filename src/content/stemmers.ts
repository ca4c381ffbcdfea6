/** The stemmers of all languages that have one, for what reads whole archives; a page of the search loads its own alone. */

import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { addStemmer, type Stemmer } from './terms.ts';

/** With the name by which the package exports it. */
const languages: Readonly<Record<string, readonly [stemmer: Stemmer, name: string]>> = {
  ar: [arabic, 'arabic'],
  da: [danish, 'danish'],
  de: [german, 'german'],
  el: [greek, 'greek'],
  es: [spanish, 'spanish'],
  fi: [finnish, 'finnish'],
  fr: [french, 'french'],
  hi: [hindi, 'indian'],
  hu: [hungarian, 'hungarian'],
  id: [indonesian, 'indonesian'],
  it: [italian, 'italian'],
  nb: [norwegian, 'norwegian'],
  nl: [dutch, 'dutch'],
  nn: [norwegian, 'norwegian'],
  no: [norwegian, 'norwegian'],
  pt: [portuguese, 'portuguese'],
  ro: [romanian, 'romanian'],
  ru: [russian, 'russian'],
  sv: [swedish, 'swedish'],
  tr: [turkish, 'turkish'],
  uk: [ukrainian, 'ukrainian'],
};

for (const [lang, [stemmer]] of Object.entries(languages)) addStemmer(lang, stemmer);

/** The stemmers of the package that pages of these languages load, by name, each once. English needs none. */
export function stemmerNames(langs: readonly string[]): readonly string[] {
  return [...new Set(langs.flatMap((lang) => stemmerName(lang) ?? []))];
}

/** The stemmer of the package for a language, such as `german` for `de-AT`. */
export function stemmerName(lang: string): string | undefined {
  return languages[lang.split('-')[0] ?? '']?.[1];
}
