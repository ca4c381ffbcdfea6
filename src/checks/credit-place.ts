/**
 * Finds credits that stand in captions, where lists, press kits and search engines do not find them, and credits that
 * say "Photo:" once more.
 */

import { creditInCaption, creditNames } from '../text/caption-credit.ts';
import { nameOf, resolveFigure } from './resolved-figure.ts';
import type { CheckedDocument, DocumentRule, Finding } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'credit-place': true;
  }
}

export const creditPlace: DocumentRule = {
  code: 'credit-place',
  level: 'warning',
  readsFrontMatter: true,
  explanation: 'Who took a photo stands in its caption, or a credit says “Photo:” itself.',
  check: (document, context) => [
    ...document.figures.flatMap((figure): Finding[] => {
      if (figure.media !== 'photo' || !context.photos.has(figure.file)) return [];
      const { caption, credit } = resolveFigure(figure, document, context);
      const place = { file: document.displayPath, ...figure.place };
      const names = creditNames(credit);
      if (names !== credit) return [{ ...place, ...labelled(credit, `{credit="${names}"}`) }];
      const found = creditInCaption(caption);
      if (found === undefined || found.credit === credit) return [];
      return [
        {
          ...place,
          message: `The caption of ${nameOf(figure.file)} says who took the photo: ${found.credit}. Lists and press kits do not find it there.`,
          hint: `Take it out of the caption, and write it behind the photo: {credit="${found.credit}"}`,
        },
      ];
    }),
    ...ofStory(document),
  ],
};

function ofStory({ article, displayPath }: CheckedDocument): Finding[] {
  return (article?.frontMatter.credits.photos ?? []).flatMap((credit): Finding[] => {
    const names = creditNames(credit);
    if (article === undefined || names === credit) return [];
    return [
      {
        ...article.placeOf(['credits', 'photos']),
        file: displayPath,
        ...labelled(credit, `photos: ${names}`),
      },
    ];
  });
}

function labelled(credit: string, instead: string): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `The credit "${credit}" says itself that it is one: readers would see it twice, as in "Photo: Photo:".`,
    hint: `Write the name alone: ${instead}`,
  };
}
