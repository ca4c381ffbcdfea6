/** Finds photos without a credit, of their own or by the story's `photos` role. */

import { resolveFigure } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'missing-credit': true;
  }
}

export const missingCredit: DocumentRule = {
  code: 'missing-credit',
  level: 'warning',
  readsFrontMatter: true,
  explanation: 'A photo has no credit.',
  check: (document, context) => {
    if (document.article?.frontMatter.credits.photos !== undefined) return [];
    const without = document.figures.filter(
      (figure) =>
        figure.media === 'photo' &&
        !figure.decorative &&
        context.photos.has(figure.file) &&
        resolveFigure(figure, document, context).credit === '',
    );
    const [first] = without;
    if (first === undefined) return [];
    const many =
      without.length === 1 ? 'This photo has no credit.' : `${without.length} photos have no credit.`;
    const hasRole = document.article !== undefined && 'photos' in context.content.config.credits;
    return [
      {
        file: document.displayPath,
        ...first.place,
        message: many,
        hint: `Write who took it behind the photo: ![…](…){credit="LI Hua"}${hasRole ? '; or once for all, under credits: in the front matter: photos: LI Hua' : ''}.`,
      },
    ];
  },
};
