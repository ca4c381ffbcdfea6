/** Tables of HTML as tables of Markdown: each cell on one line, in its column. Pure. */

import type TurndownService from 'turndown';
import { attribute, isHtml, type Node } from './markdown-nodes.ts';

/** `:---:` as the cells of a column say. */
function alignmentOf(cell: ChildNode | undefined): string {
  if (cell === undefined) return ' --- ';
  const said = `${attribute(cell, 'align')} ${/text-align:\s*(\w+)/u.exec(attribute(cell, 'style'))?.[1] ?? ''} ${attribute(cell, 'class')}`;
  if (/\b(?:has-text-align-|text-|align-)?center\b/u.test(said)) return ' :---: ';
  if (/\b(?:has-text-align-|text-|align-)?right\b/u.test(said)) return ' ---: ';
  return ' --- ';
}

/** What a cell may span: more is a mistake. */
const widestSpan = 50;

function spanOf(cell: ChildNode, name: 'colspan' | 'rowspan'): number {
  return Math.min(widestSpan, Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1));
}

/** Its words in one line. */
function cellText(cell: HTMLElement, service: TurndownService): string {
  return (
    service
      .turndown(cell.innerHTML)
      // Entries of a list.
      .replace(/(?<=\S)\n+ *(?:[-*] |(?=\d+[.)] ))/gu, ' / ')
      .replace(/^ *[-*] /u, '')
      // Paragraphs that do not end like sentences would run into one.
      .replace(/(?<=[^\s.!?:;,。！？：；，…-])\n{2,}(?=[^\s\n*+-])/gu, ' / ')
      .replace(/\\?\s*\n+\s*/gu, ' ')
      .replaceAll('|', '\\|')
      .trim()
  );
}

/** As a browser shows them: the foot comes last, wherever it was written. */
function rowsOf(table: HTMLElement): Element[] {
  const all = Array.from(table.querySelectorAll('tr'));
  const isFoot = (row: Element) => row.parentNode?.nodeName === 'TFOOT';
  return [...all.filter((row) => !isFoot(row)), ...all.filter(isFoot)];
}

/** Cells by rows, in their columns: one that spans several leaves empty cells beside and below it. */
function gridOf(table: HTMLElement, service: TurndownService): string[][] {
  const grid: string[][] = [];
  // Columns that a cell above reaches into, with the rows that it still takes.
  let spans = new Map<number, number>();
  for (const row of rowsOf(table)) {
    const line: string[] = [];
    const next = new Map<number, number>();
    const skip = (): void => {
      for (let left = spans.get(line.length); left !== undefined; left = spans.get(line.length)) {
        if (left > 1) next.set(line.length, left - 1);
        line.push('');
      }
    };
    for (const cell of Array.from(row.childNodes)) {
      if ((cell.nodeName !== 'TD' && cell.nodeName !== 'TH') || !isHtml(cell)) continue;
      skip();
      const rows = spanOf(cell, 'rowspan');
      for (let column = 0; column < spanOf(cell, 'colspan'); column += 1) {
        if (rows > 1) next.set(line.length, rows - 1);
        line.push(column === 0 ? cellText(cell, service) : '');
      }
    }
    if (line.length > 0) skip();
    spans = next;
    grid.push(line);
  }
  return grid.filter((line) => line.length > 0);
}

/** Every table has a head row: the first one, when the page names none. Cells are one line. */
export function tableText(table: Node, service: TurndownService): string {
  if (!('querySelectorAll' in table) || !isHtml(table)) return '';
  const filled = gridOf(table, service);
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return '';
  // A table of one column is a frame around a text.
  if (width === 1) return filled.map(([text = '']) => text).join('\n\n');
  const cells = Array.from(table.querySelectorAll('tr'))
    .map((row) => Array.from(row.childNodes).filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH'))
    .find((row) => row.length === width);
  const rule = Array.from({ length: width }, (_, index) => alignmentOf(cells?.[index])).join('|');
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...body] = filled;
  const captions = Array.from(table.querySelectorAll('caption')).map((caption) =>
    service.turndown(caption.innerHTML).trim(),
  );
  const above = captions.filter((caption) => caption !== '').map((caption) => `${caption}\n\n`);
  return above.join('') + [line(head), `|${rule}|`, ...body.map(line)].join('\n');
}
