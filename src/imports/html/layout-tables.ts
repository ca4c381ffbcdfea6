/**
 * Tables that old pages were laid out with become the text of their cells, in reading order; lists that were set as
 * tables with a bullet in the first column become lists. Tables of data and of photos stay as they are. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { defined } from '../../text/defined.ts';
import { addressesOf } from './html-photo.ts';
import { type AnyNode, type Element, isElement, lineAttribute, lineOf, textOf, unwrap } from './html-tree.ts';
import { breakIntoParagraphs, flowOf, isShown } from './inline-paragraphs.ts';
import { isPhotoTable, picturesIn } from './photo-tables.ts';
import { isDecoration } from './tiny-pictures.ts';

/** Cells of data are shorter. */
const longestCell = 200;
const layoutRole = /^(?:presentation|none)$/iu;
/** What cells of data do not hold. */
const textBlocks = 'h1, h2, h3, h4, h5, h6, hr, blockquote, form, pre, p + p, p + br, br + br, br + p';
/** Attributes by which pages were laid out before style sheets. */
const layoutAttributes = '[cellspacing], [cellpadding], [width], [height], [background], [bgcolor], [valign]';
const bullet = /^[•·●○■□▪▫◆◇►▶»›*–—-]$/u;
const unfolded = 'data-unfolded';

export function unfoldLayoutTables($: CheerioAPI, root: Cheerio<AnyNode>): void {
  softenFonts($, root);
  // The innermost first: a table around another one is there for the layout.
  for (const table of root.find('table').toArray().reverse()) {
    const rows = rowsOf($, table);
    if (isBulletTable($, rows)) $(table).replaceWith(listOf($, rows, table));
    else if (isLayout($, table, rows)) {
      const box = $('<div></div>').attr({ [lineAttribute]: String(lineOf(table)), [unfolded]: '' });
      for (const caption of $(table).children('caption').toArray())
        box.append($('<p></p>').append($(caption).contents()));
      const cells = rows.flat().filter((cell) => isShown($, cell));
      // Beside a menu each cell stays a part of its own; else they are one text.
      const isText = !cells.some((cell) => isMenu($, cell));
      for (const cell of cells)
        if (isText) box.append(...flowIn($, cell).map((node) => $(node)));
        else
          box.append(
            $('<div></div>')
              .attr({ ...cell.attribs })
              .append($(cell).contents()),
          );
      $(table).replaceWith(box);
    }
  }
  breakIntoParagraphs($, root);
}

/** Cells by rows, without those of tables inside. */
function rowsOf($: CheerioAPI, table: Element): Element[][] {
  return $(table)
    .find('tr')
    .filter((_, row) => $(row).closest('table').is(table))
    .toArray()
    .map((row) =>
      row.children.filter((cell): cell is Element => isElement(cell) && /^t[dh]$/u.test(cell.name)),
    );
}

function isLayout($: CheerioAPI, table: Element, rows: readonly (readonly Element[])[]): boolean {
  if (layoutRole.test(table.attribs.role ?? '') || $(table).find(`table, [${unfolded}]`).length > 0)
    return true;
  if (isPhotoTable($, table)) return false;
  const filled = rows.map((row) => row.filter((cell) => !isEmpty($, cell))).filter((row) => row.length > 0);
  if (filled.length === 0 || $(table).find('th, thead').length > 0) return false;
  if (filled.every((row) => row.length === 1)) return true;
  if (Number.parseInt(table.attribs.border ?? '0', 10) > 0) return false;
  // A photo and the words beside it.
  if (filled.length === 1 && picturesIn($, table).length > 0) return true;
  const holdsText = filled
    .flat()
    .some((cell) => textOf($, cell).length > longestCell || $(cell).find(textBlocks).length > 0);
  const isLaidOut = $(table).is(layoutAttributes) || $(table).find(layoutAttributes).length > 0;
  return holdsText && (filled.length === 1 || isLaidOut);
}

function flowIn($: CheerioAPI, cell: Element): AnyNode[] {
  const { class: names, align, style } = cell.attribs;
  const nodes = flowOf($, cell, (run) => run.some((node) => isShown($, node)));
  const [first] = nodes;
  // What is said of a cell with one text is said of the text.
  if (nodes.length === 1 && isElement(first)) $(first).attr(defined({ class: names, align, style }));
  return nodes;
}

/** Mostly links, and several. */
function isMenu($: CheerioAPI, cell: Element): boolean {
  const links = $(cell).find('a[href]');
  return links.length > 1 && textOf($, links).length * 2 > textOf($, cell).length;
}

/** Rows of a bullet, drawn or typed, and a text. */
function isBulletTable($: CheerioAPI, rows: readonly (readonly Element[])[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(([mark, text, another]) => {
      if (mark === undefined || text === undefined || another !== undefined) return false;
      const drawn = $(mark).find('img').toArray();
      const isDrawn =
        drawn.length === 1 && drawn.every((image) => isTold($, image)) && textOf($, mark) === '';
      return (
        (isDrawn || bullet.test(textOf($, mark))) &&
        textOf($, text) !== '' &&
        $(text).find('img, table').length === 0
      );
    })
  );
}

function listOf($: CheerioAPI, rows: readonly (readonly Element[])[], table: Element): Cheerio<AnyNode> {
  const list = $('<ul></ul>').attr({ [lineAttribute]: String(lineOf(table)), [unfolded]: '' });
  for (const [, text] of rows) {
    if (text === undefined) continue;
    list.append(
      $('<li></li>')
        .attr(lineAttribute, String(lineOf(text)))
        .append($(text).contents()),
    );
  }
  return list;
}

/** Nothing that a reader sees: spacers hold cells open. */
function isEmpty($: CheerioAPI, cell: Element): boolean {
  return (
    textOf($, cell) === '' &&
    $(cell).find('iframe, video, audio, object, embed').length === 0 &&
    $(cell)
      .find('img')
      .toArray()
      .every((image) => isTold($, image))
  );
}

function isTold($: CheerioAPI, image: Element): boolean {
  return isDecoration(image, addressesOf($, image)[0] ?? '');
}

/** Typefaces mean nothing here; the smallest set what is said beside the text, such as captions. */
function softenFonts($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const font of root.find('font, nobr, big').toArray().reverse()) {
    if (/^(?:-\d|1)$/u.test(font.attribs.size ?? '') && $(font).find('table, p, div').length === 0)
      font.tagName = 'small';
    else unwrap($, font);
  }
}
