/** Finds photos that would look blurred at the width of the text. */

import { nameOf } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

/** The text column is about 700 px wide, and many screens have two pixels for each. */
const minimumLongSidePx = 900;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'small-photo': true;
  }
}

export const smallPhoto: DocumentRule = {
  code: 'small-photo',
  level: 'warning',
  explanation: 'A photo has too few pixels to look sharp.',
  check: (document, context) =>
    document.figures.flatMap((figure) => {
      const photo = context.photos.get(figure.file);
      if (photo === undefined || Math.max(photo.widthPx, photo.heightPx) >= minimumLongSidePx) return [];
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: `${nameOf(figure.file)} has only ${photo.widthPx} × ${photo.heightPx} pixels and would look blurred.`,
          hint: `Ask for the camera's own file (at least ${minimumLongSidePx} pixels, better 2000): chats and web pages make photos smaller.`,
        },
      ];
    }),
};
