/** Words of the editor's own surface, in the language of the browser. */

import { chinese } from './words-zh.ts';

export const interfaceLanguage: 'en' | 'zh' = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** @param english as it stands in the code */
export function words(english: string): string {
  return interfaceLanguage === 'zh' ? (chinese[english] ?? english) : english;
}
