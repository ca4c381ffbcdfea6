/**
 * Makes the text of an article's HTML ready to become Markdown: links get their marks, headings their levels, line breaks
 * that show nothing go, neighbours that Markdown cannot tell apart are joined. What is lost is reported. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { directAddress } from '../direct-address.ts';
import { cleanText } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import { importScheme, unsafeScheme } from '../resolve-imported-links.ts';
import {
  type AnyNode,
  blockNames,
  type Element,
  isBlock,
  isElement,
  lineOf,
  textOf,
  unwrap,
} from './html-tree.ts';
import { nestLists } from './nested-lists.ts';
import { turnFootnotes } from './page-footnotes.ts';

const keptSchemes = /^(?:https?|mailto|tel):/iu;
const headings = 'h1, h2, h3, h4, h5, h6';
const emphasis = 'b, strong, em, i, del, s, strike';

/** @param headingShift how far all headings of the story move; by default so that the first level becomes the second */
export function prepareText(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  issues: IssueList,
  headingShift?: number,
): void {
  turnFootnotes($, root);
  nestLists($, root);
  for (const link of root
    .find('a:has(address, article, div, h1, h2, h3, h4, h5, h6, p, li, table, figure, blockquote)')
    .toArray())
    spreadLink($, link);
  for (const link of root.find('a').toArray()) prepareLink($, link, issues);
  // Readings stand in brackets, where the page itself does not say so.
  for (const reading of root.find('ruby:not(:has(rp)) rt').toArray())
    if (textOf($, reading) !== '') $(reading).prepend('(').append(')');
  // A part that folds is a part of the text.
  for (const summary of root.find('summary').toArray()) summary.tagName = 'p';
  for (const script of root.find('sub, sup').toArray()) {
    if (script.attribs['data-footnote'] !== undefined) continue;
    if (setApart($, script)) continue;
    issues.add(
      'look',
      lineOf(script),
      `Text that was ${script.name === 'sub' ? 'below' : 'above'} the line stands in it now.`,
      textOf($, script),
    );
  }
  for (const short of root.find('abbr[title], acronym[title]').toArray()) {
    const long = cleanText(short.attribs.title ?? '');
    if (long !== '' && !textOf($, root).includes(long))
      issues.add(
        'dropped',
        lineOf(short),
        'The words that stand behind an abbreviation were left out.',
        `${textOf($, short)}: ${long}`,
      );
  }
  for (const list of root.find('ol[type="a" s], ol[type="A" s], ol[type="i" s], ol[type="I" s]').toArray())
    issues.add(
      'look',
      lineOf(list),
      'The letters or Roman numbers of this list are numbers now.',
      textOf($, list),
    );
  for (const list of root.find('ol[reversed]').toArray())
    issues.add(
      'look',
      lineOf(list),
      'The numbers of this list counted down; they count up now.',
      textOf($, list),
    );
  for (const cell of root.find('td, th').toArray()) {
    if (
      $(cell)
        .children('p, div')
        .filter((_, part) => textOf($, part) !== '').length > 1
    )
      issues.add(
        'look',
        lineOf(cell),
        'Paragraphs of a table cell stand on one line now, with a slash between them where a sentence does not end.',
        textOf($, cell),
      );
  }
  joinNeighbours($, root);
  trimBreaks($, root);
  moveHeadings($, root, headingShift);
  root.find('.wp-block-pullquote blockquote, blockquote.pullquote').attr('data-pull', '');
  for (const figure of root
    .find('.wp-block-pullquote, figure.wp-block-table, figure.wp-block-embed')
    .toArray())
    unwrap($, figure);
}

function moveHeadings($: CheerioAPI, root: Cheerio<AnyNode>, given: number | undefined): void {
  for (const heading of root.find(headings).toArray()) {
    $(heading).find('br').replaceWith(' ');
    if (textOf($, heading) === '' && $(heading).find('img').length === 0) $(heading).remove();
  }
  const all = root.find(headings).toArray();
  if (all.length === 0) return;
  // The headline of the page is the first level; the text begins with the second.
  const shift = given ?? 2 - Math.min(...all.map(({ name }) => Number(name[1])));
  for (const heading of all)
    heading.tagName = `h${Math.min(6, Math.max(2, Number(heading.name[1]) + shift))}`;
}

/** A link around blocks becomes a link in each of them: Markdown has only links inside lines. */
function spreadLink($: CheerioAPI, link: Element): void {
  const { href } = link.attribs;
  const blocks = $(link).find([...blockNames].join(','));
  const leaves = blocks.filter(
    (_, block) => $(block).find([...blockNames].join(',')).length === 0 && textOf($, block) !== '',
  );
  if (href !== undefined && $(link).find('img').length === 0) {
    for (const leaf of leaves.toArray()) {
      if (/^(?:table|tr|tbody|thead|ul|ol|dl)$/u.test(leaf.name) || $(leaf).find('a').length > 0) continue;
      const inner = $('<a></a>').attr('href', href).append($(leaf).contents());
      $(leaf).append(inner);
    }
    unwrap($, link);
  } else if (href === undefined) unwrap($, link);
}

const raised = new Map(
  [...'0123456789+-−=()ni'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'][index] ?? sign]),
);
const lowered = new Map(
  [...'0123456789+-−=()aexo'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₓₒ'][index] ?? sign]),
);

/** Numbers have signs of their own above and below the line; other words stand apart from those before. Says whether all is kept. */
function setApart($: CheerioAPI, script: Element): boolean {
  const text = textOf($, script);
  const signs = script.name === 'sup' ? raised : lowered;
  if (text !== '' && [...text].every((sign) => signs.has(sign)) && /\d|^[ni]$/u.test(text)) {
    $(script).replaceWith([...text].map((sign) => signs.get(sign) ?? sign).join(''));
    return true;
  }
  // "1st" and "TM" read as they are.
  if (script.name === 'sup' && /^(?:st|nd|rd|th|er|e|re|ème|tm|®|©|[ao]|\*+|†)$/iu.test(text)) return true;
  const { prev } = script;
  const before = prev?.type === 'text' ? (prev.data.at(-1) ?? '') : '';
  if (/[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(text)) $(script).prepend(' ');
  return false;
}

/** `<b>a</b><b>b</b>` is one stretch; Markdown would show stray stars. */
function joinNeighbours($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const element of root.find(emphasis).toArray()) {
    for (let { next } = element; isElement(next) && kindOf(next) === kindOf(element); { next } = element) {
      $(element).append($(next).contents());
      $(next).remove();
    }
  }
}

function kindOf({ name }: Element): string {
  if (name === 'b' || name === 'strong') return 'strong';
  if (name === 'i' || name === 'em') return 'em';
  return name === 's' || name === 'strike' ? 'del' : name;
}

/** Line breaks at the beginning or the end of a block show nothing; several in a row begin a new paragraph. */
export function trimBreaks($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const lineBreak of root.find('br').toArray()) {
    if ($(lineBreak).closest('pre').length > 0) continue;
    const before = neighbour(lineBreak, 'prev');
    const after = neighbour(lineBreak, 'next');
    if (before === undefined || after === undefined) {
      $(lineBreak).remove();
      continue;
    }
    if (after.name !== 'br') continue;
    // Of several the first stays until its paragraph is divided.
    const { parent } = lineBreak;
    if (!isElement(parent) || parent.name !== 'p' || after.parent !== parent) {
      $(lineBreak).remove();
      continue;
    }
    const paragraph = $('<p></p>').attr({ ...parent.attribs });
    const contents = $(parent).contents().toArray();
    paragraph.append(contents.slice(0, contents.indexOf(lineBreak)));
    $(parent).before(paragraph);
    $(lineBreak).remove();
    for (
      let [first] = $(parent).contents();
      isElement(first) && first.name === 'br';
      [first] = $(parent).contents()
    )
      $(first).remove();
  }
}

/** What stands beside a line break in the same block; undefined at its edge and beside another block. */
function neighbour(
  from: Element,
  side: 'prev' | 'next',
): { name: string; parent: AnyNode | null } | undefined {
  for (let at: AnyNode = from; ; ) {
    const beside: AnyNode | null = at[side];
    if (beside === null) {
      const parent: AnyNode | null = at.parent;
      if (!isElement(parent) || isBlock(parent)) return undefined;
      at = parent;
      continue;
    }
    if (isBlock(beside)) return undefined;
    if (beside.type === 'text' && beside.data.trim() === '') {
      at = beside;
      continue;
    }
    return { name: isElement(beside) ? beside.name : '', parent: beside.parent };
  }
}

function prepareLink($: CheerioAPI, link: Element, issues: IssueList): void {
  const written = (link.attribs.href ?? '').trim();
  // An address that leaves its scheme to the page; and one that lost a slash.
  const href = directAddress(
    written.replace(/^[\\/]{2}(?=[^\\/])/u, 'https://').replace(/^(https?):\/*(?=[^/])/iu, '$1://'),
  );
  const text = textOf($, link);
  $(link).find('br').replaceWith(' ');
  const title = (link.attribs.title ?? '').trim();
  if (title === '' || cleanText(title) === text || title === href) $(link).removeAttr('title');
  if (href === '' || (text === '' && $(link).find('img').length === 0)) {
    unwrap($, link);
    return;
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(href.replace(/[\u0000-\u0020\u007f-\u00a0]/gu, ''))?.[0];
  if (scheme !== undefined && !keptSchemes.test(scheme)) {
    issues.add(
      'dropped',
      lineOf(link),
      `A link of the kind "${scheme}" is not allowed; its words stay.`,
      cleanText(href.replace(unsafeScheme, '')),
    );
    unwrap($, link);
  } else if (!href.startsWith('#')) {
    // Also whole addresses: they may be those of an article that this run imports.
    // Brackets would end the link in Markdown.
    const encoded = encodeURIComponent(href).replace(/[()]/gu, (bracket) =>
      bracket === '(' ? '%28' : '%29',
    );
    $(link).attr('href', `${importScheme}${lineOf(link)}:${encoded}`);
  }
}
