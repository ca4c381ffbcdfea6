/** Settings of site.yaml that name an article: whether it exists, published or not. */

import type { Content } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { meantWords } from '../diagnostics/did-you-mean.ts';
import type { ArticleNames } from './related-stories.ts';

export function checkNamedArticles(
  { config, placeOfSetting }: Pick<Content, 'config' | 'placeOfSetting'>,
  names: ArticleNames,
): Diagnostic[] {
  return (['lead', 'photoStory'] as const).flatMap((key): Diagnostic[] => {
    const wanted = config.home[key];
    // Rules are words; an article is a folder in a folder.
    if (!wanted.includes('/') || names.has(wanted)) return [];
    const guess = names.guess(wanted);
    return [
      {
        code: 'unknown-article',
        severity: 'error',
        ...placeOfSetting(['home', key]),
        message: `There is no article "${wanted}".${meantWords(guess)}`,
        hint: 'Write the folder of the article below content/articles/, such as 2024/bamboo-bicycle.',
      },
    ];
  });
}
