/** What readers and machines are told of the part that a machine had in a story. Pure. */

import type { AiTextTerm, AiUse } from '../content/ai-use.ts';
import type { SourceType } from '../photos/provenance/source-type.ts';
import { defined } from '../text/defined.ts';
import type { Messages } from './messages/messages.ts';

export interface AiNoteLine {
  readonly text: string;
  /** The word of the interface that it is; undefined for the newsroom's own words. */
  readonly word?: 'aiTextMade' | 'aiTextAssisted' | 'aiTextTranslated';
}

const wordsOfTerms = {
  generated: 'aiTextMade',
  assisted: 'aiTextAssisted',
  translated: 'aiTextTranslated',
} as const satisfies Readonly<Record<AiTextTerm, AiNoteLine['word']>>;

/** Of the text, then of the photos; photos that are marked one by one need no line. */
export function aiNote({ text, photos }: AiUse, messages: Messages): readonly AiNoteLine[] {
  const word = text?.kind === 'term' ? wordsOfTerms[text.term] : undefined;
  const ofText = word === undefined ? undefined : messages[word];
  const lines = [
    { text: text?.kind === 'words' ? text.words : ofText, ...defined({ word }) },
    { text: photos?.kind === 'words' ? photos.words : undefined },
  ];
  return lines.flatMap(({ text: line, ...rest }): AiNoteLine[] =>
    line === undefined ? [] : [{ text: line, ...rest }],
  );
}

/** The text of a story in the terms that pictures have: what a machine made, or worked on. */
export function textSource({ text }: AiUse): SourceType | undefined {
  if (text?.kind !== 'term') return undefined;
  return text.term === 'generated' ? 'trainedAlgorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia';
}
