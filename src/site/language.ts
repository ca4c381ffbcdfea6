/** What a language brings along: the direction of its text, and whether the interface speaks it. */

import type { Content } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ownMessages } from './messages/messages-for.ts';

/** Languages that are written from right to left, unless site.yaml says otherwise. */
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function directionOf(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** @param languages those in which the site has something to read */
export function checkMessages(
  { config, placeOfSetting }: Pick<Content, 'config' | 'placeOfSetting'>,
  languages: readonly string[],
): Diagnostic[] {
  return languages
    .filter((lang) => ownMessages(lang) === undefined)
    .map((lang): Diagnostic => {
      const name = config.languages[lang]?.name ?? lang;
      const spoken = ownMessages(config.defaultLanguage) === undefined ? 'en' : config.defaultLanguage;
      return {
        code: 'missing-messages',
        severity: 'warning',
        ...placeOfSetting(['languages', lang]),
        message: `Buttons and headings of the pages in ${name} speak ${config.languages[spoken]?.name ?? 'English'}: nobody has translated them yet.`,
        hint: `Stories are not affected. A programmer adds the words in src/site/messages/${lang}.ts.`,
      };
    });
}
