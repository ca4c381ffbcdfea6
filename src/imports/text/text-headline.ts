/** The headline of a text page: where it begins, and how many lines it has. Pure. */

import { isFactLine } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { cleanText, endsSentence, wordsOf } from '../fold-text.ts';
import { type Item, photosOf } from './text-items.ts';

const longestTitle = 250;

/** The headline: the first line that is no tagline, no path of menus, no label and no photo. */
export function findHeadline(
  items: readonly Item[],
  taglines: readonly string[],
  labels: LabelWords,
): number {
  const taglineWords = new Set(taglines.map((tagline) => wordsOf(tagline).join(' ')));
  const isTagline = (index: number): boolean => {
    const words = wordsOf(items[index]?.text ?? '').join(' ');
    return (
      words !== '' &&
      [...taglineWords].some(
        (tagline) => tagline === words || (words.includes(' ') && tagline.includes(words)),
      )
    );
  };
  let fallback = -1;
  for (const [index, item] of items.entries()) {
    const text = cleanText(item.text);
    if (photosOf(item) !== undefined || isTagline(index) || isMenu(text)) continue;
    if (isFactLine(text, labels)) continue;
    if (fallback === -1) fallback = index;
    const isContinued = /[,;:，；、]$/u.test(text);
    const continues = /[,;，；、]$/u.test(cleanText(items[index - 1]?.text ?? '')) && /^\p{Ll}/u.test(text);
    const isSentence = /[.。]["'”’)）]*$/u.test(text) && !/\b\p{Lu}\.$/u.test(text);
    if (text.length <= longestTitle && !isContinued && !continues && !isSentence) return index;
    // After a few lines this is the story itself: its first line is the best headline there is.
    if (index - fallback > 4 || text.length > longestTitle) break;
  }
  return fallback;
}

/** A headline may go on in the next line, when no empty line parts the two and it ends in mid-sentence. */
export function headlineLines(
  items: readonly Item[],
  titleAt: number,
  labels: LabelWords,
  hasGaps: boolean,
): readonly Item[] {
  const first = items[titleAt];
  const second = items[titleAt + 1];
  if (first === undefined) return [];
  const goesOn =
    second !== undefined &&
    hasGaps &&
    !second.isApart &&
    items[titleAt + 2]?.isApart === true &&
    second.text.length < longestTitle / 2 &&
    photosOf(second) === undefined &&
    !isFactLine(second.text, labels) &&
    !endsSentence(cleanText(second.text));
  return goesOn ? [first, second] : [first];
}

/** "Home > News > Content", "Current position: Home". */
function isMenu(text: string): boolean {
  return (
    /^(?:home|news|首页|新闻|menu|search|english|中文|print|share|back|上一篇.*|下一篇.*)$/iu.test(text) ||
    /^(?:home|首页|当前位置|您的位置|(?:current )?(?:position|location)|you are here).*[>»›→:：/]/iu.test(
      text,
    ) ||
    /^[^.!?。]{1,40}(?:\s*[>»›]\s*[^.!?。>]{1,60})+$/u.test(text)
  );
}
