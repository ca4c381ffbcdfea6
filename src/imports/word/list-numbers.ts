/**
 * The numbers that Word shows before entries of lists: they go on over paragraphs between, and begin where a list says.
 * The library behind knows lists and no numbers, so each goes through it as a mark at the entry. Pure.
 */

import { type CheerioAPI, load } from 'cheerio';
import { type Element, isElement } from '../html/html-tree.ts';

/** Stands before the words of an entry on its way through the library; no text has it. */
const mark = /^XLISTNUMBERX(\d+),(\w+)X/u;
/** Kinds of numbers that HTML has a letter for. */
const types: ReadonlyMap<string, string> = new Map([
  ['lowerLetter', 'a'],
  ['upperLetter', 'A'],
  ['lowerRoman', 'i'],
  ['upperRoman', 'I'],
]);

interface Level {
  readonly start: number;
  readonly format: string;
}

/** @param numbering the XML of the file's lists */
export function markListNumbers($: CheerioAPI, numbering: string | undefined): void {
  if (numbering === undefined) return;
  const lists = load(numbering, { xml: true });
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  for (const properties of $('w\\:pPr > w\\:numPr').toArray()) {
    const id = $(properties).children('w\\:numId').attr('w:val') ?? '0';
    const depth = Number($(properties).children('w\\:ilvl').attr('w:val') ?? '0');
    const list = lists('w\\:num')
      .filter((_, one) => one.attribs['w:numId'] === id)
      .first();
    const abstract = list.children('w\\:abstractNumId').attr('w:val');
    // What tracked changes keep of before is no entry.
    const isOld = $(properties).closest('w\\:pPrChange').length > 0;
    if (id === '0' || abstract === undefined || isOld) continue;
    const level = levelOf(lists, abstract, depth);
    const count = counts.get(abstract) ?? [];
    counts.set(abstract, count);
    const override = list
      .children('w\\:lvlOverride')
      .filter((_, one) => one.attribs['w:ilvl'] === String(depth))
      .children('w\\:startOverride')
      .attr('w:val');
    if (override !== undefined && !begun.has(`${id} ${depth}`)) count[depth] = Number(override) - 1;
    begun.add(`${id} ${depth}`);
    count[depth] = (count[depth] ?? level.start - 1) + 1;
    count.length = depth + 1;
    if (level.format === 'bullet' || level.format === 'none') continue;
    const [paragraph] = $(properties).closest('w\\:p');
    if (paragraph === undefined) continue;
    const run = $('<w:r><w:t xml:space="preserve"></w:t></w:r>');
    run.find('w\\:t').text(`XLISTNUMBERX${count[depth]},${level.format}X`);
    $(paragraph).children('w\\:pPr').after(run);
  }
}

function levelOf(lists: CheerioAPI, abstract: string, depth: number): Level {
  const level = lists('w\\:abstractNum')
    .filter((_, one) => one.attribs['w:abstractNumId'] === abstract)
    .children('w\\:lvl')
    .filter((_, one) => one.attribs['w:ilvl'] === String(depth))
    .first();
  return {
    start: Number(level.children('w\\:start').attr('w:val') ?? '1'),
    format: level.children('w\\:numFmt').attr('w:val') ?? 'decimal',
  };
}

/** Turns the marks into what HTML says of an entry and its list. */
export function takeListNumbers($: CheerioAPI): void {
  for (const element of $('p, li, h1, h2, h3, h4, h5, h6').toArray()) {
    const text = firstText(element);
    const [whole = '', number = '', format = ''] = mark.exec(text?.data ?? '') ?? [];
    if (text === undefined || whole === '') continue;
    text.data = text.data.slice(whole.length);
    const list = element.parent;
    if (element.name !== 'li' || !isElement(list) || list.name !== 'ol') continue;
    element.attribs.value = number;
    const type = types.get(format);
    if (type !== undefined) list.attribs.type = type;
  }
}

function firstText(element: Element): { data: string } | undefined {
  for (const child of element.children) {
    if (child.type === 'text') return child;
    const inner = isElement(child) ? firstText(child) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
