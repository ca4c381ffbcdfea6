/** Finds photos without a description for readers who cannot see them. */

import { nameOf, resolveFigure } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'missing-alt': true;
  }
}

export const missingAlt: DocumentRule = {
  code: 'missing-alt',
  level: 'warning',
  explanation: 'A photo has no description for readers who cannot see it.',
  check: (document, context) =>
    document.figures.flatMap((figure) => {
      if (figure.media !== 'photo' || figure.decorative || !context.photos.has(figure.file)) return [];
      const { alt, caption } = resolveFigure(figure, document, context);
      if (alt !== '') return [];
      const name = nameOf(figure.file);
      const lacksBoth = caption === '';
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: `The photo ${name} has no description for readers who cannot see it${lacksBoth ? ', and no caption' : ''}.`,
          hint: lacksBoth
            ? `Write what is to be seen between the brackets, and who does what in quotes: ![Two people sign papers](${name} "The signing ceremony"); or mark it {decorative}.`
            : `Write between the brackets what is to be seen: ![Two people sign papers](${name}); or mark it {decorative}.`,
        },
      ];
    }),
};
