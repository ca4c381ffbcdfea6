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
      const before = isOrdered ? `${indexOf(node) + 1}. ` : '- ';
      const text = content
        .replace(/^\n+|\n+$/gu, '')
        .replace(/\n{3,}/gu, '\n\n')
        .replace(/\n(?=[^\n])/gu, `\n${' '.repeat(before.length)}`);
      return `${before}${text}\n`;
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

function attribute(node: Node, name: string): string {
  return 'getAttribute' in node ? (node.getAttribute(name) ?? '') : '';
}

function indexOf(node: Node): number {
  let index = 0;
  for (let at = node.previousSibling; at !== null; at = at.previousSibling)
    if (at.nodeName === 'LI') index += 1;
  return index;
}

function isHtml(node: object): node is HTMLElement {
  return 'innerHTML' in node;
}

/** Every table has a head row: the first one, when the page names none. Cells are one line. */
function tableText(table: Node, service: TurndownService): string {
  if (!('querySelectorAll' in table)) return '';
  const rows = Array.from(table.querySelectorAll('tr')).map((row) =>
    Array.from(row.childNodes).flatMap((cell): string[] => {
      if ((cell.nodeName !== 'TD' && cell.nodeName !== 'TH') || !isHtml(cell)) return [];
      const span = Math.min(50, Math.max(1, Number(attribute(cell, 'colspan')) || 1));
      const text = service
        .turndown(cell.innerHTML)
        .replace(/\\?\s*\n+\s*/gu, ' ')
        .replaceAll('|', '\\|')
        .trim();
      return [text, ...Array.from({ length: span - 1 }, () => '')];
    }),
  );
  const filled = rows.filter((row) => row.length > 0);
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return '';
  // A table of one column is a frame around a text.
  if (width === 1) return filled.map(([text = '']) => text).join('\n\n');
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...body] = filled;
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
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
