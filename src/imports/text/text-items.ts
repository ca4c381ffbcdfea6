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

export function withPhotos(item: Item): Item {
  const found = photosOf(item);
  return found === undefined ? item : { ...item, text: found.caption, photos: found.names };
}

/** The photos that a line begins with, and its words after them. */
export function photosOf(
  item: Item,
): { readonly names: readonly string[]; readonly caption: string } | undefined {
  const names: string[] = [];
  let rest = item.text.replace(leadingMarks, '');
  for (;;) {
    const match = photoName.exec(fold(rest));
    if (match === null) break;
    names.push(cleanText(fold(rest).slice(0, match[0].length)));
    rest = rest.slice(match[0].length).replace(leadingMarks, '');
  }
  if (names.length === 0) return undefined;
  return { names, caption: cleanText(rest.replace(/^[\s:：|–—-]+/u, '')) };
}
