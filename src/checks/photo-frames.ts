/** Finds animations and files of many pages: readers see one picture of them. */

import { nameOf } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'photo-frames': true;
  }
}

export const photoFrames: DocumentRule = {
  code: 'photo-frames',
  level: 'warning',
  explanation: 'A file holds several pictures, of which one is shown.',
  check: (document, { photos }) =>
    document.figures.flatMap((figure) => {
      const pictureCount = photos.get(figure.file)?.pictureCount;
      if (pictureCount === undefined) return [];
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: `"${nameOf(figure.file)}" holds ${pictureCount} pictures, of which readers see the first.`,
          hint: 'Export the picture that you want as JPEG, or save the animation as a video (.mp4) and show that.',
        },
      ];
    }),
};
