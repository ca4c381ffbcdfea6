/** What readers are told of a picture that a machine made or changed. Pure. */

import { machineShare, type SourceType } from '../photos/provenance/source-type.ts';
import type { Messages } from './messages/messages.ts';

/** In the reader's language; nothing for all other pictures. */
export function machineMark(
  sourceType: SourceType | undefined,
  { aiMade, aiChanged }: Pick<Messages, 'aiMade' | 'aiChanged'>,
): string | undefined {
  switch (machineShare(sourceType)) {
    case 'made':
      return aiMade;
    case 'changed':
      return aiChanged;
    case 'none':
      return undefined;
  }
}
