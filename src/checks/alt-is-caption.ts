/** Finds descriptions that only repeat the caption, wherever the two come from. */

import { resolveFigure } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'alt-is-caption': true;
  }
}

export const altIsCaption: DocumentRule = {
  code: 'alt-is-caption',
  level: 'warning',
  explanation: 'A photo’s description only repeats its caption.',
  check: (document, context) =>
    document.figures.flatMap((figure) => {
      if (figure.decorative) return [];
      const { alt, caption } = resolveFigure(figure, document, context);
      if (alt === '' || fold(alt) !== fold(caption)) return [];
      return [
        {
          file: document.displayPath,
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
