/** Finds photos without a caption. What lacks a description too is `missing-alt`'s: one finding a photo. */

import { nameOf, resolveFigure } from './resolved-figure.ts';
import type { CheckedDocument, DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'missing-caption': true;
  }
}

export const missingCaption: DocumentRule = {
  code: 'missing-caption',
  level: 'warning',
  readsFrontMatter: true,
  explanation: 'A photo has no caption.',
  check: (document, context) =>
    document.figures.flatMap((figure) => {
      if (figure.media !== 'photo' || figure.decorative || !context.photos.has(figure.file)) return [];
      const { alt, caption } = resolveFigure(figure, document, context);
      const isSaid = alt === '' && context.content.config.checks['missing-alt'] !== 'off';
      if (caption !== '' || isSaid) return [];
      const name = nameOf(figure.file);
      const below = captionBelow(document, figure.place.line);
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: `The photo ${name} has no caption.`,
          hint:
            below === undefined
              ? `Write it in quotes after the file name: ![…](${name} "Who does what, where")`
              : `If the line below is its caption, write it here: ![…](${name} "${below}")`,
        },
      ];
    }),
};

/** A paragraph in italics right below a photo: so captions are typed elsewhere. */
function captionBelow({ text }: CheckedDocument, line: number): string | undefined {
  const next = text
    .split('\n')
    .slice(line)
    .find((row) => row.trim() !== '');
  return /^([*_])((?:(?!\1).)+)\1$/u.exec(next?.trim() ?? '')?.[2]?.replaceAll('"', '');
}
