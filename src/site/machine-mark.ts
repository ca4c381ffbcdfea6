/** What readers are told of a picture that a machine made or changed. Pure. */

import { machineShare, type SourceType } from '../photos/provenance/source-type.ts';
import type { Messages } from './messages/messages.ts';

type MarkWord = 'aiMade' | 'aiChanged' | 'softwareMade' | 'softwareEnhanced';

/** In the reader's language; nothing for all other pictures. */
export function machineMark(
  sourceType: SourceType | undefined,
  messages: Pick<Messages, MarkWord>,
): string | undefined {
  const word = markWord(sourceType);
  return word === undefined ? undefined : messages[word];
}

/** The word of the interface that says it. */
export function markWord(sourceType: SourceType | undefined): MarkWord | undefined {
  // Programs that draw by a formula or sharpen a photo are no AI.
  if (sourceType === 'algorithmicMedia') return 'softwareMade';
  if (sourceType === 'algorithmicallyEnhanced') return 'softwareEnhanced';
  switch (machineShare(sourceType)) {
    case 'made':
      return 'aiMade';
    case 'changed':
      return 'aiChanged';
    case 'none':
      return undefined;
  }
}

type MediaWord = 'mediaAiMade' | 'mediaAiChanged';

/** The same of a film or a sound. */
export function mediaMark(
  sourceType: SourceType | undefined,
  messages: Pick<Messages, MediaWord>,
): { readonly word: MediaWord; readonly text: string } | undefined {
  const share = machineShare(sourceType);
  if (share === 'none') return undefined;
  const word = share === 'made' ? 'mediaAiMade' : 'mediaAiChanged';
  return { word, text: messages[word] };
}
