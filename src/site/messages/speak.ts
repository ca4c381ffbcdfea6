/** Makes the interface's messages of a language's words: numbers as the language writes and counts them. Pure. */

import type { Words } from '../../content/interface-words.ts';
import { once } from '../once.ts';
import type { Messages } from './messages.ts';

type Counted = Words['photoCount'];

/** @param locale of numbers and of their kinds: `de-AT` */
export function speak(words: Words, locale: string): Messages {
  const format = once(() => new Intl.NumberFormat(locale));
  const number = (value: number) => format().format(value);
  const { select } = pluralRules(locale);
  const say = (counted: Counted, count: number): string =>
    fill(typeof counted === 'string' ? counted : (counted[select(count)] ?? counted.other), {
      count: number(count),
    });
  const {
    readingTime,
    photoCount,
    pressKitPhotos,
    articleCount,
    searchFound,
    citation,
    citationOfWriters,
    ...plain
  } = words;
  return {
    ...plain,
    allOf: (topic) => fill(words.allOf, { topic }),
    readingTime: (minutes) => say(readingTime, minutes),
    photoCount: (count) => say(photoCount, count),
    photoForms: formsOf(photoCount),
    photoCredit: (name) => fill(words.photoCredit, { name }),
    signedBy: (name) => fill(words.signedBy, { name }),
    madeWith: (tool) => fill(words.madeWith, { tool }),
    dataSource: (name) => fill(words.dataSource, { name }),
    filmNote: (host) => fill(words.filmNote, { host }),
    watchAt: (host) => fill(words.watchAt, { host }),
    photoNumber: (current, count) => fill(words.photoNumber, { number: current, count }),
    photoLabel: (label) => fill(words.photoLabel, { number: label }),
    partOf: (part, parts) => fill(words.partOf, { part: number(part), parts: number(parts) }),
    sameMonth: (month) => fill(words.sameMonth, { month }),
    searchForms: formsOf(searchFound),
    citation: ({ writers, ...source }) =>
      writers.length === 0
        ? fill(citation, source)
        : fill(citationOfWriters, { ...source, writers: writers.join(words.listSeparator) }),
    reportSubject: (title) => fill(words.reportSubject, { title }),
    pressKitPhotos: (count) => say(pressKitPhotos, count),
    pageOf: (page, pages) => fill(words.pageOf, { page: number(page), pages: number(pages) }),
    articleCount: (count) => say(articleCount, count),
    shareOn: (name) => fill(words.shareOn, { name }),
    newsletterSentTo: (host) => fill(words.newsletterSentTo, { host }),
    readIn: (language) => fill(words.readIn, { language }),
  };
}

/** For scripts, which count in the browser: `#` stands for the number. */
function formsOf(counted: Counted): Readonly<Record<string, string>> {
  const forms = typeof counted === 'string' ? { other: counted } : counted;
  return Object.fromEntries(
    Object.entries(forms).flatMap(([category, text]) =>
      text === undefined ? [] : [[category, text.replaceAll('{count}', '#')]],
    ),
  );
}

/** Names of what readers may have typed are never looked at again: one pass. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** `select` without its object, for languages whose code no table knows as for all others. */
function pluralRules(locale: string): { readonly select: (count: number) => Intl.LDMLPluralRule } {
  const rules = new Intl.PluralRules(locale);
  return { select: (count) => rules.select(count) };
}
