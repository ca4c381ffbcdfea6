/** Finds signed photos that were changed after they were signed: readers are told so at the caption. */

import { nameOf } from './resolved-figure.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'photo-signature': true;
  }
}

export const photoSignature: DocumentRule = {
  code: 'photo-signature',
  level: 'warning',
  explanation: 'A signed photo was changed after it was signed.',
  check: (document, { photos }) =>
    document.figures.flatMap((figure) => {
      const credentials = photos.get(figure.file)?.credentials;
      if (credentials?.state !== 'broken') return [];
      const { signer } = credentials;
      const by = signer === undefined ? '' : ` by "${signer}"`;
      return [
        {
          file: document.displayPath,
          ...figure.place,
          message: `"${nameOf(figure.file)}" was signed${by} and changed since; readers are told so.`,
          hint: 'Take the file as it was signed, or edit it with a program that signs again. If you doubt where it comes from, do not use it.',
        },
      ];
    }),
};
