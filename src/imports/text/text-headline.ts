/** The headline of a text page: where it begins, and how many lines it has. Pure. */

import { isFactLine } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { cleanText, endsSentence, isSameWords, wordsOf } from '../fold-text.ts';
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
  let section = -1;
  for (const [index, item] of items.entries()) {
    const text = cleanText(item.text);
    if (photosOf(item) !== undefined || isTagline(index) || isMenu(text)) continue;
    if (isFactLine(text, labels)) continue;
    if (fallback === -1) fallback = index;
    // The name of a section or of the university above the headline is none, when a headline follows.
    if (section === -1 && isSection(text, items, index)) {
      section = index;
      continue;
    }
    if (section !== -1 && isSameWords(text, items[section]?.text ?? '')) continue;
    const isContinued = /[,;:，；、]$/u.test(text);
    const continues = /[,;，；、]$/u.test(cleanText(items[index - 1]?.text ?? '')) && /^\p{Ll}/u.test(text);
    const isSentence = /[.。]["'”’)）]*$/u.test(text) && !/\b\p{Lu}\.$/u.test(text);
    if (text.length <= longestTitle && !isContinued && !continues && !isSentence) return index;
    // The story begins: what looked like a section was the headline.
    if (section !== -1) return section;
    // After a few lines this is the story itself: its first line is the best headline there is.
    if (index - fallback > 4 || text.length > longestTitle) break;
  }
  return section !== -1 ? section : fallback;
}

const sectionWords =
  /^(?:(?:the )?(?:latest |campus |university |school |top |all )?(?:news(?: ?(?:&|and|,) ?events?)?|events?|headlines?|stories|announcements?|highlights|notices?|media|features?|focus|reports?|press releases?)(?: (?:center|centre|room|desk))?|(?:[\p{Script=Han}]{0,6}(?:要闻|新闻|动态|快讯|公告|通知|头条|专题|聚焦|新闻网|新闻中心)))$/iu;
const institution =
  /^(?:(?:the )?(?:\p{Lu}[\p{L}’'.-]+ ){0,5}(?:University|College|Institute|Academy|School)(?: of(?: \p{Lu}?[\p{L}’'.-]+){1,5})?(?: News)?|[\p{Script=Han}]{2,14}(?:大学|学院|研究所|新闻网))$/u;

/** The name of a section or an institution, or a line that the page shows twice or in its path of menus. */
function isSection(text: string, items: readonly Item[], index: number): boolean {
  if (text.length > 60) return false;
  if (sectionWords.test(text) || institution.test(text)) return true;
  return items.slice(index + 1, index + 6).some((item) => {
    const later = cleanText(item.text);
    return (
      isMenu(later) &&
      wordsOf(text).length > 0 &&
      ` ${wordsOf(later).join(' ')} `.includes(` ${wordsOf(text).join(' ')} `)
    );
  });
}

/** A headline and what stands behind it in its line: a date, labels with their values. */
export function splitHeadline(text: string, labels: LabelWords): readonly [headline: string, tail: string] {
  for (const { index, 0: gap } of text.matchAll(/\s+|(?<=\S)[[(（【|]\s*/gu)) {
    const head = text.slice(0, index).trim();
    const tail = text.slice(index + gap.length);
    if (wordsOf(head).length < 2 || !isFactLine(tail, labels)) continue;
    const isWide = /\s{2}|[\t\u3000[(（【|]/u.test(gap);
    // "Exhibition opens May 23, 2020" is a headline; a number for a date, or a colon, is not.
    if (isWide || /^\d{4}[-/.年]/u.test(tail) || /[:：]/u.test(tail))
      return [head, tail.replace(/[\])）】]+\s*$/u, '')];
  }
  return [text, ''];
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
