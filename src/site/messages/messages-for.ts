/** Chooses the interface's language. A language without a file here uses English. */

import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { zh } from './zh.ts';

const byLanguage: Readonly<Record<string, Messages>> = { en, zh };

export function messagesFor(lang: string): Messages {
  return byLanguage[lang] ?? byLanguage[lang.split('-')[0] ?? ''] ?? en;
}
