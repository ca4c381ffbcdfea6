/**
 * A headline's text. Languages without spaces between words may break a line anywhere, even inside a word: here their
 * words are found when the page is made, and lines break only between them. The text itself stays as it is.
 */

import type { ComponentChildren } from 'preact';

interface HeadlineProps {
  readonly text: string;
  readonly lang: string;
}

const han = /\p{Script=Han}/u;
/** Opening marks stay with what follows them. */
const opening = /[\p{Ps}\p{Pi}]$/u;

export function Headline({ text, lang }: HeadlineProps) {
  if (!han.test(text)) return <>{text}</>;
  return <span class="phrases">{joinWords(splitWords(text, lang))}</span>;
}

/** A word of one character (`的`, `了`, `们`) mostly belongs to the word before it, unless that is long already. */
const particle = /^\p{Script=Han}$/u;
const shortWord = /^\p{Script=Han}{1,3}$/u;

/** Words with the marks that belong to them: no part begins with a mark that may not begin a line. */
function splitWords(text: string, lang: string): readonly string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    const last = words.at(-1);
    const isTail = last !== undefined && particle.test(segment) && shortWord.test(last);
    const beginsWord = (isWordLike === true && !isTail) || opening.test(segment);
    if (last === undefined || (beginsWord && !opening.test(last))) words.push(segment);
    else words[words.length - 1] = last + segment;
  }
  return words;
}

function joinWords(words: readonly string[]): ComponentChildren {
  return words.map((word, index) => (index === 0 ? word : [<wbr key={index} />, word]));
}
