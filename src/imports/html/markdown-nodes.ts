/** The nodes that the library for Markdown walks over. */

import type TurndownService from 'turndown';

export type Node = TurndownService.Node;

export function attribute(node: Node | ChildNode | ParentNode, name: string): string {
  return 'getAttribute' in node ? (node.getAttribute(name) ?? '') : '';
}

export function isHtml(node: object): node is HTMLElement {
  return 'innerHTML' in node;
}
