/** `source:` of a photo: where it comes from, as front matter and captions say it. Pure. */

import { z } from 'zod';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { readTypedSource, type SourceType, typedSources } from '../photos/provenance/source-type.ts';
import { type Problem, problem } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { text } from './text-field.ts';

export const sourceField = text
  .meta({ enum: [...typedSources] })
  .transform((typed, context): SourceType => {
    const source = readTypedSource(typed);
    if (source !== undefined) return source;
    context.addIssue(problem(unknownSource(typed)));
    return z.NEVER;
  })
  .optional()
  .describe('Where it comes from, when the file does not say: camera, ai, ai-edited, or a term of the IPTC.')
  .register(exampleLines, { line: 'source: ai' });

/** What is said of a source that the IPTC does not know. */
export function unknownSource(typed: string): Problem & { readonly message: string; readonly hint: string } {
  const guess = didYouMean(typed, typedSources);
  return {
    code: 'wrong-value',
    message: `"${typed}" is no source of a picture.${meantWords(guess)}`,
    hint:
      guess === undefined
        ? `Write one of these: ${typedSources.join(', ')}.`
        : `Write ${guess} instead; others: camera, edited, ai, ai-edited, drawing.`,
  };
}
