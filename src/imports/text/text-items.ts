/** The lines of a text page that say something, and the photos that some of them begin with. Pure. */

import type { SourceLine } from '../facts/fact-lines.ts';
import { cleanText, fold } from '../fold-text.ts';

export interface Item extends SourceLine {
  /** An empty line, or the start of the text, is above it. */
  readonly isApart: boolean;
  readonly photos?: readonly string[];
}

/** A name without spaces, or with one before its number: `IMG 1234.jpg`, `photo (2).png`. */
const photoName =
  /^(?:[^\s/\\:*?"<>|]{1,120}?|[\p{L}\p{N}_-]{1,40} \(?\d{1,6}\)?) ?\.(?:jpeg|jpg|jfif|png|gif|webp|bmp|tiff|tif|heic|heif|avif)(?![\w-]*\/|\.\w)/iu;
/** "[Photo: 5.jpg]": the word says what the name says already. */
const photoWord = /^(?:photo|picture|image|pic|图片?|照片) ?\d{0,3} ?[:：] ?(?=\S)/iu;
const pictureName = /\.(?:jpeg|jpg|jfif|png|gif|webp|bmp|tiff|tif|heic|heif|avif)(?![\w-]*\/|\.\w)/giu;
/** How far back from its ending a name is looked for in running text. */
const longestInnerName = 60;
const mostInnerPhotos = 200;
const leadingMarks = /^[\s\u200b\ufeff\u00ad[\]【】!•·●▲△▼]+/u;

export function splitItems(text: string): Item[] {
  const items: Item[] = [];
  let isApart = true;
  for (const [index, line] of text.split(/\r\n?|[\n\u2028\u2029\u0085\u000b\u000c]/u).entries()) {
    if (cleanText(line) === '') isApart = true;
    else {
      items.push({ line: index + 1, text: line, isApart });
      isApart = false;
    }
  }
  return items;
}

/** Whether empty lines part the paragraphs; else every line is one. */
export function hasGaps(items: readonly Item[]): boolean {
  return items.filter(({ isApart }) => isApart).length * 2 > items.length;
}

/**
 * A line as what it holds: words, or photos with their words. Where a page lost its line breaks, photos stand in the
 * midst of a line; there only names count that a photo beside the text has.
 * @param isThere whether there is such a photo
 */
export function withPhotos(item: Item, isThere: (name: string) => boolean): Item[] {
  const items: Item[] = [];
  let own = withOwnPhotos(item);
  // A hostile line would have a million of them.
  for (let count = 0; count < mostInnerPhotos; count += 1) {
    const inner = innerPhoto(own.text, isThere);
    if (inner === undefined) break;
    const before = { ...own, text: own.text.slice(0, inner) };
    if (before.photos !== undefined || cleanText(before.text) !== '') items.push(before);
    own = withOwnPhotos({ line: item.line, text: own.text.slice(inner), isApart: false });
  }
  return [...items, own];
}

function withOwnPhotos(item: Item): Item {
  const found = photosOf(item);
  return found === undefined ? item : { ...item, text: found.caption, photos: found.names };
}

/** Where the first photo stands in the words of a line. */
function innerPhoto(text: string, isThere: (name: string) => boolean): number | undefined {
  const folded = fold(text);
  for (const match of folded.matchAll(pictureName)) {
    const end = match.index + match[0].length;
    for (let start = Math.max(0, end - longestInnerName); start < match.index; start += 1) {
      const name = folded.slice(start, end);
      if (
        name.trim() === name &&
        photosOf({ line: 1, text: name, isApart: true })?.names[0] === name &&
        isThere(name)
      )
        return start;
    }
  }
  return undefined;
}

/** The photos that a line begins with, and its words after them. */
export function photosOf(
  item: Item,
): { readonly names: readonly string[]; readonly caption: string } | undefined {
  const names: string[] = [];
  let rest = item.text.replace(leadingMarks, '');
  for (;;) {
    const worded = rest.replace(photoWord, '');
    const match = photoName.exec(fold(worded));
    if (match === null) break;
    rest = worded;
    names.push(cleanText(fold(rest).slice(0, match[0].length)));
    rest = rest.slice(match[0].length).replace(leadingMarks, '');
  }
  if (names.length === 0) return undefined;
  return { names, caption: cleanText(rest.replace(/^[\s:：|–—-]+/u, '')) };
}
