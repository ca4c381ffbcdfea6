/** Chooses the words of the interface: those that ship, changed and added to by the newsroom's own. Pure. */

import { type OwnWords, type Words, wordsSchema } from '../../content/interface-words.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Messages } from './messages.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { speak } from './speak.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** A language that ships is a file here, as complete as the others: the compiler and a test see to it. */
export const shippedWords: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['zh', zh],
  ['de', de],
  ['fr', fr],
  ['es', es],
  ['pt', pt],
  ['it', it],
  ['nl', nl],
  ['pl', pl],
  ['ru', ru],
  ['uk', uk],
  ['ar', ar],
  ['fa', fa],
  ['he', he],
  ['tr', tr],
  ['ja', ja],
  ['ko', ko],
  ['hi', hi],
  ['id', id],
  ['vi', vi],
]);

/** Undefined for a language that does not ship; `zh-TW` uses the words of `zh`. */
function wordsOf(lang: string): Words | undefined {
  return shippedWords.get(lang) ?? shippedWords.get(lang.split('-')[0] ?? '');
}

export interface SpokenWords {
  readonly messages: Messages;
  /** Stands for all words that are not those that ship: pages are made anew when it changes. */
  readonly own: OwnWords | undefined;
  /** The language of words that are not translated, and which they are; undefined where there are none. */
  readonly fallback?: FallbackWords;
}

export interface FallbackWords {
  readonly lang: string;
  readonly keys: readonly string[];
}

interface WordsAsked {
  readonly lang: string;
  readonly locale: string;
  readonly defaultLanguage: string;
  /** By language. */
  readonly own: ReadonlyMap<string, OwnWords>;
}

/** A language without words of its own speaks the site's default language, or where that has none either English. */
export function spokenWords({ lang, locale, defaultLanguage, own }: WordsAsked): SpokenWords {
  const mine = own.get(lang);
  const shipped = wordsOf(lang);
  if (shipped !== undefined) return { messages: speak(merge(shipped, mine), locale), own: mine };
  const standard = wordsOf(defaultLanguage);
  const base = merge(standard ?? en, own.get(defaultLanguage));
  const keys = Object.keys(base).filter((key) => !Object.hasOwn(mine ?? {}, key));
  const fallbackLang = standard === undefined ? 'en' : defaultLanguage;
  // Words of another language are counted by its own rules; once most are translated, by those of the reader's.
  const rules = keys.length > Object.keys(base).length / 2 ? fallbackLang : locale;
  const messages = speak(merge(base, mine), rules);
  return { messages, own: mine, ...(keys.length === 0 ? {} : { fallback: { lang: fallbackLang, keys } }) };
}

/** Both have been checked, and so has what they make together. */
function merge(words: Words, own: OwnWords | undefined): Words {
  if (own === undefined) return words;
  return wordsSchema.parse({
    ...words,
    ...own,
    work: { ...words.work, ...own.work },
    correctionKinds: { ...words.correctionKinds, ...own.correctionKinds },
    statuses: { ...words.statuses, ...own.statuses },
  });
}
