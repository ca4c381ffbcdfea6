/** Slugs that are typed: letters in a wide, small or joined form are told, with what to type. */

import type { z } from 'zod';
import { problem } from './schema-diagnostics.ts';

export function checkSlugLetters(slug: string, context: z.core.$RefinementCtx<string>): void {
  const plain = slug.normalize('NFKC');
  if (slug.normalize('NFC') === plain) return;
  context.addIssue(
    problem({
      code: 'wrong-value',
      message: `"${slug}" has letters or digits in a form that differs from the plain ones only in looks.`,
      hint: `Write ${plain} instead.`,
    }),
  );
}
