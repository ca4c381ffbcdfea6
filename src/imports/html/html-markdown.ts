/** HTML as Markdown of the dialect. What the dialect has no place for has been taken out or is only its text. Pure. */

import TurndownService from 'turndown';
import { escapeInline } from '../markdown-text.ts';

function createTurndown(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    strongDelimiter: '**',
    br: '\\',
  });
  service.escape = escapeInline;
  service.addRule('strikethrough', { filter: ['del', 's'], replacement: (content) => wrap(content, '~~') });
  service.addRule('caption-free-list-item', {
    filter: 'li',
    replacement: (content, node) => {
      const parent = node.parentNode;
      const isOrdered = parent?.nodeName === 'OL';
      const before = isOrdered ? `${numberOf(node)}. ` : '- ';
      const text = content
        .replace(/^\n+|\n+$/gu, '')
        .replace(/\n{3,}/gu, '\n\n')
        .replace(/\n(?=[^\n])/gu, `\n${' '.repeat(before.length)}`);
      return `${before}${text}\n`;
    },
  });
  service.addRule('lines', {
    filter: 'pre',
    replacement: (_content, node) => `\n\n${codeText(node)}\n\n`,
  });
  service.addRule('quoted-words', { filter: 'q', replacement: (content) => `“${content}”` });
  service.addRule('emphasis', {
    filter: ['em', 'i'],
    // Two kinds of marks where stars would run into those of a neighbour.
    replacement: (content, node) => wrap(content, isBesideStrong(node) ? '_' : '*'),
  });
  service.addRule('term', { filter: 'dt', replacement: (content) => `\n\n**${content.trim()}**\\\n` });
  service.addRule('definition', {
    filter: 'dd',
    replacement: (content, node) => {
      const isNext = node.nextSibling?.nodeName === 'DD';
      return `${content.trim().replace(/\n+/gu, ' ')}${isNext ? '\\\n' : '\n\n'}`;
    },
  });
  service.addRule('footnote-call', {
    filter: (node) => node.nodeName === 'SUP' && node.getAttribute('data-footnote') !== null,
    replacement: (_content, node) => `[^${attribute(node, 'data-footnote')}]`,
  });
  service.addRule('footnote', {
    filter: (node) => node.nodeName === 'P' && node.getAttribute('data-footnote') !== null,
    replacement: (content, node) => `\n\n[^${attribute(node, 'data-footnote')}]: ${content.trim()}\n\n`,
  });
  service.addRule('quote-block', {
    filter: (node) => node.nodeName === 'BLOCKQUOTE' && node.getAttribute('data-pull') !== null,
    replacement: (content) => `\n\n::: quote\n${content.trim()}\n:::\n\n`,
  });
  service.addRule('cite', {
    filter: 'cite',
    replacement: (content, node) =>
      node.parentNode?.nodeName === 'BLOCKQUOTE' ? `\n\n— ${content.trim()}\n\n` : content,
  });
  service.addRule('table', {
    filter: (node) => node.nodeName === 'TABLE',
    replacement: (_content, node) => `\n\n${tableText(node, service)}\n\n`,
  });
  return service;
}

/** Emphasis whose inside is only white space would be stray stars. */
function wrap(content: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(content) ?? [];
  return inner === '' ? content : `${before}${mark}${inner}${mark}${after}`;
}

type Node = TurndownService.Node;

function attribute(node: Node | ChildNode | ParentNode, name: string): string {
  return 'getAttribute' in node ? (node.getAttribute(name) ?? '') : '';
}

/** The number that a browser shows: from the start of the list, or from the last entry that names its own. */
function numberOf(node: Node): number {
  let steps = 0;
  for (let at: Node | ChildNode | null = node; at !== null; at = at.previousSibling) {
    if (at.nodeName !== 'LI') continue;
    const own = Number.parseInt(attribute(at, 'value'), 10);
    if (own >= 0) return own + steps;
    steps += 1;
  }
  const start =
    node.parentNode === null ? Number.NaN : Number.parseInt(attribute(node.parentNode, 'start'), 10);
  return (start >= 0 ? start : 1) + steps - 1;
}

/** Fenced, with the lines as they are; the fence is longer than any inside. */
function codeText(node: Node): string {
  if (!('querySelectorAll' in node) || !isHtml(node)) return '';
  const language = /\b(?:language|lang|brush:?)-?\s*([\w+#-]+)/u.exec(
    [
      attribute(node, 'class'),
      ...Array.from(node.querySelectorAll('code')).map((code) => attribute(code, 'class')),
    ].join(' '),
  )?.[1];
  for (const end of Array.from(node.querySelectorAll('br'))) end.replaceWith('\n');
  const text = (node.textContent ?? '').replace(/^\n|\s+$/gu, '');
  if (text.trim() === '') return '';
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language ?? ''}\n${text}\n${fence}`;
}

/** Whether strong text stands directly before or behind. */
function isBesideStrong(node: Node): boolean {
  return [node.previousSibling, node.nextSibling].some((beside) =>
    /^(?:B|STRONG)$/u.test(beside?.nodeName ?? ''),
  );
}

/** `:---:` as the cells of a column say. */
function alignmentOf(cell: ChildNode | undefined): string {
  if (cell === undefined) return ' --- ';
  const said = `${attribute(cell, 'align')} ${/text-align:\s*(\w+)/u.exec(attribute(cell, 'style'))?.[1] ?? ''} ${attribute(cell, 'class')}`;
  if (/\b(?:has-text-align-|text-|align-)?center\b/u.test(said)) return ' :---: ';
  if (/\b(?:has-text-align-|text-|align-)?right\b/u.test(said)) return ' ---: ';
  return ' --- ';
}

function isHtml(node: object): node is HTMLElement {
  return 'innerHTML' in node;
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
      // Paragraphs that do not end like sentences would run into one.
      .replace(/(?<=[^\s.!?:;,。！？：；，…-])\n{2,}(?=[^\s\n*+-])/gu, ' / ')
      .replace(/\\?\s*\n+\s*/gu, ' ')
      .replaceAll('|', '\\|')
      .trim()
  );
}

/** Cells by rows, in their columns: one that spans several leaves empty cells beside and below it. */
function gridOf(table: HTMLElement, service: TurndownService): string[][] {
  const grid: string[][] = [];
  // Columns that a cell above reaches into, with the rows that it still takes.
  let spans = new Map<number, number>();
  for (const row of Array.from(table.querySelectorAll('tr'))) {
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
function tableText(table: Node, service: TurndownService): string {
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
  return [line(head), `|${rule}|`, ...body.map(line)].join('\n');
}

/** Keeps no state between texts. */
const turndown = createTurndown();

export function htmlToMarkdown(html: string): string {
  return tidy(turndown.turndown(html));
}

/** No line ends in white space, none has odd spaces inside; code keeps its own. */
function tidy(markdown: string): string {
  let isCode = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (/^\s*(?:```|~~~)/u.test(line)) isCode = !isCode;
      return isCode
        ? line
        : line
            .replace(/[\u00a0\u3000\t\u2000-\u200a\u202f]+/gu, ' ')
            .replace(/(?<=\S) {2,}/gu, ' ')
            .replace(/[\u200b\u00ad\ufeff]/gu, '')
            .trimEnd();
    })
    .join('\n');
}
