/** Finds photos without a description for readers who cannot see them. */

import { nameOf, resolveFigure } from './resolved-figure.ts';
import type { CheckedDocument, DocumentRule, Finding } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'missing-alt': true;
  }
}

export const missingAlt: DocumentRule = {
  code: 'missing-alt',
  level: 'warning',
  readsFrontMatter: true,
  explanation: 'A photo has no description for readers who cannot see it.',
  check: (document, context) => [
    ...chartsWithoutWords(document),
    ...document.figures.flatMap((figure) => {
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
  ],
};

/** What a chart says, its figures say only to those who read them all. */
function chartsWithoutWords({ body, displayPath }: CheckedDocument): readonly Finding[] {
  return body.inserts.flatMap((insert) => {
    if (insert.kind !== 'chart' || insert.alt !== '') return [];
    const name = nameOf(insert.file);
    return [
      {
        file: displayPath,
        ...insert.place,
        message: `The chart ${name} has no words for readers who cannot see it.`,
        hint: `Write between the brackets what it shows: ![Visits doubled from 2019 to 2024](${name})`,
      },
    ];
  });
}
