/**
 * Tables that only lay photos out, side by side and with their captions in or below their cells, become galleries
 * before photos are taken. A table that tells anything else stays a table. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { IssueList } from '../import-issue.ts';
import { addressesOf } from './html-photo.ts';
import { type AnyNode, type Element, isElement, lineAttribute, lineOf, textOf } from './html-tree.ts';
import { isDecoration } from './tiny-pictures.ts';

/** What is longer is a text beside a photo. */
const longestCaption = 300;

interface PhotoCell {
  readonly images: readonly Element[];
  /** Where its words are: in its own cell or in the one below. */
  readonly words: readonly Element[];
}

/** Lists with a photo in every entry, as slideshows are written. */
export function unfoldPhotoLists($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const list of root.find('ul:has(img), ol:has(img)').toArray()) {
    const entries = list.children.filter(isElement);
    const isPhotos = entries.every(
      (entry) =>
        entry.name === 'li' &&
        picturesIn($, entry).length === 1 &&
        textOf($, entry).length <= longestCaption &&
        $(entry).find('ul, ol, table, h1, h2, h3, h4, pre').length === 0,
    );
    if (!isPhotos || $(list).closest(photoParents).length > 0) continue;
    const gallery = $(`<div class="photo-gallery" ${lineAttribute}="${lineOf(list)}"></div>`);
    for (const entry of entries) {
      const [image] = picturesIn($, entry);
      if (image === undefined) continue;
      const [own] = $(entry).children('figure');
      if (own !== undefined && textOf($, own) === textOf($, entry)) {
        gallery.append(own);
        continue;
      }
      const figure = $(`<figure ${lineAttribute}="${lineOf(entry)}"></figure>`);
      const link = $(image).closest('a');
      figure.append(link.length > 0 && textOf($, link) === '' ? link : $(image));
      if (textOf($, entry) !== '') figure.append($('<figcaption></figcaption>').append($(entry).contents()));
      gallery.append(figure);
    }
    $(list).replaceWith(gallery);
  }
}

/** Galleries that are read as such. */
const photoParents =
  '.gallery, .wp-block-gallery, .blocks-gallery-grid, .tiled-gallery, .image-gallery, .photo-gallery, figure';

export function unfoldPhotoTables($: CheerioAPI, root: Cheerio<AnyNode>, issues: IssueList): void {
  for (const table of root.find('table:has(img)').toArray()) {
    const cells = $(table).find('table').length > 0 ? undefined : photoCells($, table);
    if (cells === undefined) continue;
    const gallery = $(`<div class="photo-gallery" ${lineAttribute}="${lineOf(table)}"></div>`);
    const captions = cells.map(({ images, words }) => {
      for (const image of images) $(image).remove();
      const caption = $('<figcaption></figcaption>').html(
        words
          .map((cell) => $(cell).html() ?? '')
          .join(' ')
          .replace(/<\/p>\s*<p[^>]*>/gu, ' '),
      );
      for (const [index, image] of images.entries()) {
        const figure = $(`<figure ${lineAttribute}="${lineOf(image)}"></figure>`).append(image);
        if (index === images.length - 1 && textOf($, caption) !== '') figure.append(caption);
        gallery.append(figure);
      }
      return textOf($, caption);
    });
    issues.add(
      'guessed',
      lineOf(table),
      'This table only laid out photos; it became a gallery, and the words of its cells captions.',
      captions.filter((caption) => caption !== '').join(' / '),
    );
    $(table).replaceWith(gallery);
  }
}

/** Whether a table only lays out photos. */
export function isPhotoTable($: CheerioAPI, table: Element): boolean {
  return (
    $(table).find('table').length === 0 &&
    picturesIn($, table).length > 0 &&
    photoCells($, table) !== undefined
  );
}

export function picturesIn($: CheerioAPI, element: Element): Element[] {
  return $(element)
    .find('img')
    .toArray()
    .filter((image) => !isDecoration(image, addressesOf($, image)[0] ?? ''));
}

/** Rows of photos, each perhaps with a row of captions below; undefined when anything else is in the table. */
function photoCells($: CheerioAPI, table: Element): readonly PhotoCell[] | undefined {
  const cells: PhotoCell[] = [];
  let above: (PhotoCell | undefined)[] = [];
  for (const row of $(table).find('tr').toArray()) {
    const own = row.children.filter((cell): cell is Element => isElement(cell) && /^t[dh]$/u.test(cell.name));
    const filled = own.filter((cell) => textOf($, cell) !== '' || picturesIn($, cell).length > 0);
    if (filled.some((cell) => textOf($, cell).length > longestCaption)) return undefined;
    if (filled.length === 0) continue;
    if (filled.every((cell) => picturesIn($, cell).length > 0)) {
      above = own.map((cell) => {
        const images = picturesIn($, cell);
        return images.length === 0 ? undefined : { images, words: [cell] };
      });
      cells.push(...above.filter((cell) => cell !== undefined));
      continue;
    }
    // A row of captions: each below a photo that has no words of its own.
    const isBelow = own.every((cell, index) => {
      const photo = above[index];
      return (
        !filled.includes(cell) ||
        (picturesIn($, cell).length === 0 && photo?.words.every((words) => textOf($, words) === '') === true)
      );
    });
    if (!isBelow) return undefined;
    for (const [index, cell] of own.entries()) {
      const photo = above[index];
      if (photo !== undefined) cells[cells.indexOf(photo)] = { ...photo, words: [cell] };
    }
    above = [];
  }
  return cells;
}
