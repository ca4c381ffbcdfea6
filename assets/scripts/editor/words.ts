/** Words of the editor's own surface, in the language of the browser. */

import { chineseHelp } from './field-help-zh.ts';
import { chinese } from './words-zh.ts';

export const interfaceLanguage: 'en' | 'zh' = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** What the editor says, in English. A text without Chinese words is no such text. */
export type EditorWords = keyof typeof chinese;

const byEnglish: Readonly<Record<string, string>> = chinese;

export function words(english: EditorWords): string {
  return knownWords(english);
}

/** @param english made by the schema of the site or by a store, which may have words of their own */
export function knownWords(english: string): string {
  return interfaceLanguage === 'zh' ? (byEnglish[english] ?? english) : english;
}

/** @param english what the schema says of a field */
export function fieldHelp(english: string): string {
  return interfaceLanguage === 'zh' ? (chineseHelp[english] ?? english) : english;
}
