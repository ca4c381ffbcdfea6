/**
 * Finds one story in two folders: copied to begin another one, or left behind when it was moved. Readers would find it twice,
 * in search and in feeds too.
 */

import type { CheckedDocument, SiteRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'copied-story': true;
  }
}

export const copiedStory: SiteRule = {
  code: 'copied-story',
  level: 'warning',
  explanation: 'One story lies in two folders.',
  check: (documents, { displayFolder }) => {
    const first = new Map<string, CheckedDocument>();
    return documents.flatMap((document) => {
      const { article, lang, displayPath } = document;
      if (article === undefined || article.frontMatter.draft || article.excerpt.opening === '') return [];
      const key = [lang, article.frontMatter.title, article.excerpt.opening].join('\n');
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, document);
        return [];
      }
      return [
        {
          ...article.placeOf(['title']),
          file: displayPath,
          message: `${displayFolder}/${other.file} has the same headline and begins with the same words.`,
          hint: 'Delete one of the two folders. One that is to become another story waits with  draft: true.',
        },
      ];
    });
  },
};
