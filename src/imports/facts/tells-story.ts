/** Whether a line tells the story, so that credits stand above the first and below the last of them. Pure. */

import { endsSentence, wordsOf } from '../fold-text.ts';

/** Facts and the lines among them are shorter. */
const paragraphLength = 120;
/** "Thank you." and "To be continued." stand below credits as well as above. */
const sentenceWords = 4;
const pageWords =
  /©|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|版权所有|\b(?:telephone|tel|fax|e-?mail)\b|@/iu;

export function tellsStory(text: string): boolean {
  if (text.length > paragraphLength) return true;
  return endsSentence(text) && wordsOf(text).length >= sentenceWords && !pageWords.test(text);
}
