/** What may stand behind the label of a credit, and what is a sentence of the story that begins with such a word. Pure. */

import { looksLikeNames } from '../../text/name-words.ts';
import { cleanText, endsSentence, wordsOf } from '../fold-text.ts';

/** "Photos: courtesy of the city archive": what no names are has few words. */
const maximumOtherWords = 7;
const abbreviated =
  /(?:^|[\s(])(?:\p{Lu}|Jr|Sr|Inc|Ltd|Co|Corp|Dr|Prof|St|al|ca|e\.V|d\. ?Ä|u\. ?a|M\. ?A|B\. ?A)\.\)?$/u;
const quoted = /[„“”«»"「」『』]/u;
/** Words that stand between subject and object in sentences, and in no name of a person, an office or an archive. */
const finiteVerb =
  /(?:^|\s)(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|kann|können|soll|muss|sagt|sagte|zeigt|bedeutet|heißt|lautet|is|are|was|were|has|have|had|will|would|can|must|says|said|shows|means|est|sont|était|sera|dit|montre|signifie|es|son|era|será|dice|muestra|significa|è|sono|dice|mostra|são|foi|diz|jest|są|był)(?=[\s,.;:!?]|$)/iu;

/**
 * @returns whether a value is surely names or an office (`names`), may be (`guess`), or is a sentence (`sentence`)
 */
export function judgeCredit(value: string): 'names' | 'guess' | 'sentence' {
  const text = cleanText(value);
  const words = wordsOf(text).length;
  if (/[!?！？。]/u.test(text)) return 'sentence';
  const isClosed = endsSentence(text) && !abbreviated.test(text);
  const hasCase = /\p{Lu}|\p{Ll}/u.test(text);
  if (looksLikeNames(text)) {
    if (isClosed && !hasCase && words > 4) return 'sentence';
    return quoted.test(text) || isClosed || words > 10 ? 'guess' : 'names';
  }
  if (isClosed || words > maximumOtherWords || finiteVerb.test(text)) return 'sentence';
  return 'guess';
}
