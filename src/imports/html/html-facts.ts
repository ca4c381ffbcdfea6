/** The lines of an article's HTML that tell facts of it, read and taken out of the text. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { type DateHint, type Facts, isFactLine, readFacts, type SourceLine } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { tellsStory } from '../facts/tells-story.ts';
import { type AnyNode, type Element, isElement, leafBlocks, lineOf, linesOf, textOf } from './html-tree.ts';

/** Quotations, tables of data and the like: what stands in them is never a fact of the story. */
const inStory = 'blockquote, figure, pre, details, dl';
const footnotes =
  '[data-footnote], [class*="footnote" i], [id^="fn"], [id^="footnote"], [id^="endnote"], [role="doc-endnotes"], [role="doc-footnote"]';

/** A cell of data is shorter. */
const longestCell = 400;

/** Facts stand before the first and after the last block that tells the story; footnotes stand apart. */
export function takeHtmlFacts(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  labels: LabelWords,
  file: string,
  hint?: DateHint,
): Facts {
  const leaves = leafBlocks(root).filter(
    (leaf) =>
      (textOf($, leaf) !== '' || $(leaf).find('img').length > 0) && $(leaf).closest(footnotes).length === 0,
  );
  const lines = leaves.map((leaf) =>
    linesOf($, leaf).map((text): SourceLine => ({ line: lineOf(leaf), text })),
  );
  // Each table is judged once, not for each of its cells.
  const dataTables = new Map<Element, boolean>();
  const isDataTable = (table: Element): boolean => {
    const known = dataTables.get(table) ?? isDataOnly($, table, labels);
    dataTables.set(table, known);
    return known;
  };
  const isFact = lines.map(
    (own, index) =>
      own.length > 0 &&
      $(leaves[index]).find('img').length === 0 &&
      !isInStory($, leaves[index], isDataTable) &&
      own.some(({ text }) => isFactLine(text, labels)),
  );
  const isStory = lines.map((own, index) => {
    const text = own.map((line) => line.text).join(' ');
    return (
      isFact[index] !== true &&
      (own.length === 0 || tellsStory(text) || isInStory($, leaves[index], isDataTable))
    );
  });
  // Without a story the lines below the first facts are the story.
  // Photos above the text do not end its head.
  const isPhoto = leaves.map(
    (leaf) => $(leaf).find('img').length > 0 || $(leaf).closest('figure').length > 0,
  );
  const opening = isStory.findIndex((tells, index) => tells && isPhoto[index] !== true);
  const first =
    opening === -1 ? (isStory.includes(true) ? isStory.indexOf(true) : isFact.indexOf(false)) : opening;
  const last = isStory.includes(true) ? isStory.lastIndexOf(true) : isFact.lastIndexOf(false);
  const chosen: { leaf: Element; lines: SourceLine[] }[] = [];
  let isOpen = false;
  for (const [index, leaf] of leaves.entries()) {
    if (isPhoto[index] === true) continue;
    const isOutside = index < first || index > last;
    isOpen = isOutside && (isFact[index] === true || (isOpen && index !== first));
    if (isOutside && isOpen) chosen.push({ leaf, lines: lines[index] ?? [] });
  }
  const facts = readFacts(
    chosen.flatMap((entry) => entry.lines),
    labels,
    file,
    hint,
  );
  const rest = new Set(facts.rest);
  for (const { leaf, lines: own } of chosen) {
    if (own.every((line) => !rest.has(line))) $(leaf).remove();
    else if (own.some((line) => !rest.has(line))) {
      // Of several lines in one paragraph only those stay that told nothing.
      const kept = own.filter((line) => rest.has(line)).map(({ text }) => text);
      $(leaf).text(kept.join(' '));
    }
  }
  return facts;
}

/** Whether a block belongs to a quotation or to a table of data. */
function isInStory(
  $: CheerioAPI,
  leaf: Element | undefined,
  isDataTable: (table: Element) => boolean,
): boolean {
  if (leaf === undefined) return false;
  if ($(leaf).closest(inStory).length > 0) return true;
  const [table] = $(leaf).closest('table');
  return isElement(table) && isDataTable(table);
}

/** Whether a table has columns, and something else in them than facts. */
function isDataOnly($: CheerioAPI, table: Element, labels: LabelWords): boolean {
  const textsIn = (part: Element) =>
    $(part)
      .find('td, th')
      .toArray()
      .map((cell) => textOf($, cell))
      .filter((text) => text !== '');
  const texts = textsIn(table);
  // A page that is laid out as a table has its whole story in one cell.
  if (texts.some((text) => text.length > longestCell)) return false;
  const hasColumns = $(table)
    .find('tr')
    .toArray()
    .some((row) => textsIn(row).length > 1);
  return hasColumns && !texts.every((text) => isFactLine(text, labels));
}
