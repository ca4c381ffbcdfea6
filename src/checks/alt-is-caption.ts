/** A description that repeats the caption, where one of the two comes from the front matter or the camera's file. */

import { resolveFigure } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

export const altIsCaption: DocumentRule = {
  code: 'alt-is-caption',
  check: (document, context) =>
    document.figures.flatMap((figure) => {
      // Reading the Markdown has compared these two already.
      if (figure.decorative || (figure.alt !== '' && figure.captionText !== undefined)) return [];
      const { alt, caption } = resolveFigure(figure, document, context);
      if (alt === '' || fold(alt) !== fold(caption)) return [];
      return [
        {
          file: document.shownFile,
          ...figure.place,
          message: 'The description of this photo only repeats its caption.',
          hint: 'Say between the brackets what is to be seen: ![Two people sign papers](…); the caption is read aloud too.',
        },
      ];
    }),
};

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
