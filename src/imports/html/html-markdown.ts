/** HTML as Markdown of the dialect. What the dialect has no place for has been taken out or is only its text. Pure. */

import TurndownService from 'turndown';
import { escapeInline } from '../markdown-text.ts';
import { wrap } from './emphasis-marks.ts';
import { attribute, isHtml, type Node } from './markdown-nodes.ts';
import { tableText } from './markdown-table.ts';

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
  service.addRule('strikethrough', {
    filter: (node) => /^(?:DEL|S|STRIKE)$/u.test(node.nodeName),
    replacement: (content, node) => wrap(content, '~~', node),
  });
  service.addRule('strong', {
    filter: ['strong', 'b'],
    replacement: (content, node) => wrap(content, '**', node),
  });
  service.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    // Signs that end the line would be taken for the end of the heading.
    replacement: (content, node) =>
      `\n\n${'#'.repeat(Number(node.nodeName[1]))} ${content.trim().replace(/(?<=^|\s)#+$/u, '\\$&')}\n\n`,
  });
  service.addRule('caption-free-list-item', {
    filter: 'li',
    replacement: (content, node) => {
      const parent = node.parentNode;
      const isOrdered = parent?.nodeName === 'OL';
      const isSecond = parent !== null && isSecondList(parent);
      const before = isOrdered ? `${numberOf(node)}${isSecond ? ')' : '.'} ` : isSecond ? '* ' : '- ';
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
    replacement: (content, node) => wrap(content, isBesideStrong(node) ? '_' : '*', node),
  });
  service.addRule('term', {
    filter: 'dt',
    replacement: (content, node) =>
      content.trim() === '' ? '' : `${entryBreak(node)}${wrap(content.trim(), '**', node)}`,
  });
  service.addRule('definition', {
    filter: 'dd',
    replacement: (content, node) => {
      const text = content.trim();
      return isOneLine(text) ? `${entryBreak(node)}${text}` : `\n\n${text}\n\n`;
    },
  });
  service.addRule('definitions', { filter: 'dl', replacement: (content) => `\n\n${content.trim()}\n\n` });
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

/** What stands between an entry of a list of definitions and the one before: terms begin a paragraph, others a line. */
function entryBreak(node: Node): string {
  let before = node.previousSibling;
  while (before !== null && before.nodeName !== 'DT' && before.nodeName !== 'DD')
    before = before.previousSibling;
  if (before === null || (before.textContent ?? '').trim() === '') return '';
  const isSameTerm = before.nodeName === 'DT' || node.nodeName === 'DD';
  const isFlow = before.nodeName === 'DD' && hasBlocksInside(before);
  return isSameTerm && !isFlow ? '\\\n' : '\n\n';
}

function hasBlocksInside(node: ChildNode): boolean {
  return (
    'querySelectorAll' in node &&
    isHtml(node) &&
    node.querySelectorAll('p, ul, ol, pre, blockquote, table, div').length > 0
  );
}

function isOneLine(text: string): boolean {
  return !text.includes('\n\n') && !/^(?:[-*>]|\d+[.)]|```) /mu.test(text);
}

/** Whether a list follows another of its kind at once: the same signs would make one list of them. */
function isSecondList(list: ParentNode & { nodeName: string }): boolean {
  let isSecond = false;
  for (let at: (ParentNode & { nodeName: string }) | ChildNode | null = list; at !== null; ) {
    let before: ChildNode | null = 'previousSibling' in at ? at.previousSibling : null;
    while (before !== null && before.nodeType === 3 && (before.textContent ?? '').trim() === '')
      before = before.previousSibling;
    if (before?.nodeName !== list.nodeName) return isSecond;
    isSecond = !isSecond;
    at = before;
  }
  return isSecond;
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
