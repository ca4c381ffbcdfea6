/** Chooses the interface's language. */

import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { zh } from './zh.ts';

/** A new language is a file here, as complete as the others: the compiler and a test see to it. */
export const allMessages: ReadonlyMap<string, Messages> = new Map([
  ['en', en],
  ['zh', zh],
]);

/** Undefined for a language whose words nobody has written yet; `zh-TW` uses those of `zh`. */
export function ownMessages(lang: string): Messages | undefined {
  return allMessages.get(lang) ?? allMessages.get(lang.split('-')[0] ?? '');
}

/** A language without words of its own speaks the site's default language, or where that has none either English. */
export function messagesFor(lang: string, defaultLanguage: string): Messages {
  return ownMessages(lang) ?? ownMessages(defaultLanguage) ?? en;
}
