/**
 * `ai:` of a story: what a machine wrote or drew. A known term is said in each reader's language; other words are the
 * newsroom's own and shown as they are. Pure.
 */

import { z } from 'zod';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { readTypedSource, type SourceType, typedSources } from '../photos/provenance/source-type.ts';
import { problem } from './schema-diagnostics.ts';
import { exampleLines } from './schema-fields.ts';
import { unknownSource } from './source-field.ts';
import { text } from './text-field.ts';

/** What a machine did of a text. */
const aiTextTerms = ['generated', 'assisted', 'translated'] as const;

export type AiTextTerm = (typeof aiTextTerms)[number];

/** A term, or a sentence of the newsroom. */
type AiText =
  | { readonly kind: 'term'; readonly term: AiTextTerm }
  | { readonly kind: 'words'; readonly words: string };

/** Of all photos of the story that nothing else is said of, or a sentence about them. */
type AiPhotos =
  | { readonly kind: 'source'; readonly source: SourceType }
  | { readonly kind: 'words'; readonly words: string };

export interface AiUse {
  readonly text?: AiText;
  readonly photos?: AiPhotos;
}

/** One word is a term, or nearly one: a sentence has several. */
const ONE_WORD = /^[\p{Script=Latin}\d_:/.-]+$/u;

const aiText = text.transform((typed, context): AiText => {
  const term = aiTextTerms.find((known) => known === typed.toLowerCase());
  if (term !== undefined) return { kind: 'term', term };
  if (!ONE_WORD.test(typed)) return { kind: 'words', words: typed };
  context.addIssue(problem(unknownTerm(typed)));
  return z.NEVER;
});

const aiPhotos = text.transform((typed, context): AiPhotos => {
  const source = readTypedSource(typed);
  if (source !== undefined) return { kind: 'source', source };
  if (!ONE_WORD.test(typed)) return { kind: 'words', words: typed };
  context.addIssue(problem(unknownSource(typed)));
  return z.NEVER;
});

const refusedFlag = z.boolean().transform((_, context): AiUse => {
  context.addIssue(problem(unknownTerm(undefined)));
  return z.NEVER;
});

/** Of a page, which has a text and no photos of a story. */
export const aiTextUse = z
  .union([refusedFlag, aiText.transform((value): AiUse => ({ text: value }))])
  .optional()
  .describe('What a machine did of the text: generated, assisted, translated, or a sentence.')
  .register(exampleLines, { line: 'ai: translated' });

export const aiUse = z
  .union([
    refusedFlag,
    aiText.transform((value): AiUse => ({ text: value })),
    z
      .strictObject({
        text: aiText
          .optional()
          .describe('What a machine did of the text.')
          .meta({ examples: [...aiTextTerms] }),
        photos: aiPhotos
          .optional()
          .describe('Where the photos come from that nothing else is said of, or a sentence about them.')
          .meta({ examples: [...typedSources] }),
      })
      .transform(
        ({ text: ofText, photos }): AiUse => ({
          ...(ofText === undefined ? {} : { text: ofText }),
          ...(photos === undefined ? {} : { photos }),
        }),
      ),
  ])
  .optional()
  .describe(
    'What a machine wrote or drew: generated, assisted, translated, or a sentence; readers are told above the story.',
  )
  .register(exampleLines, { line: 'ai: translated' });

function unknownTerm(typed: string | undefined) {
  const guess = typed === undefined ? undefined : didYouMean(typed, aiTextTerms);
  return {
    code: 'wrong-value',
    message:
      typed === undefined
        ? 'ai: says what a machine did, not whether.'
        : `"${typed}" does not say what a machine did.${meantWords(guess)}`,
    hint: 'Write ai: generated (a machine wrote the text), assisted (it helped), translated, or a sentence of your own. Leave the line out where no machine had a part.',
  } as const;
}
