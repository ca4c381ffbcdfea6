/** Finds photos that can be shown, but whose decoder has filled up holes in them. */

import { nameOf } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'photo-damaged': true;
  }
}

export const photoDamaged: DocumentRule = {
  code: 'photo-damaged',
  level: 'warning',
  explanation: 'A photo can be shown, but looks damaged.',
  check: (document, { photos }) =>
    document.figures.flatMap((figure) => {
      const doubt = photos.get(figure.file)?.doubt;
      if (doubt === undefined) return [];
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: `"${nameOf(figure.file)}" looks damaged: ${doubt}.`,
          hint: 'Look at it in the preview. If parts are grey or shifted, copy it from the camera or the photographer once more.',
        },
      ];
    }),
};
