/** What a browser would find in the HTML of a body and has no business there: the oracle of hostile texts. */

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import type { Block, Html } from '../../src/markdown/block.ts';

export function htmlOf(block: Block): Html[] {
  switch (block.kind) {
    case 'prose':
    case 'footnotes':
    case 'quote':
      return [block.html];
    case 'figure':
    case 'film':
    case 'chart':
      return block.caption === undefined ? [] : [block.caption];
    case 'gallery':
      return block.figures.flatMap(htmlOf);
    case 'note':
    case 'facts':
      return block.blocks.flatMap(htmlOf);
  }
}

const elements = new Set(
  'a blockquote br code div em h2 h3 h4 h5 h6 hr li ol p pre s strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const attributes = new Set('class href id rel role scope start tabindex title'.split(' '));
const address = /^(?:https?:|mailto:|tel:|#|x:target$)/iu;

/** An element, attribute or address that the dialect never writes, or HTML that is no HTML. */
export function foreignHtml(html: Html): string[] {
  const printed = html.map((piece) => (typeof piece === 'string' ? piece : 'x:target')).join('');
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if (defaultTreeAdapter.isCommentNode(node)) found.push('a comment');
    if (defaultTreeAdapter.isElementNode(node)) {
      if (!elements.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (!attributes.has(name)) found.push(`${name}=`);
        if (name === 'href' && !address.test(value)) found.push(`href="${value}"`);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(printed, { onParseError: ({ code }) => found.push(code) }));
  // Characters that HTML does not have are the editor's own; they do nothing.
  return found.filter((code) => !code.endsWith('-in-input-stream'));
}
