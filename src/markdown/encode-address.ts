/**
 * Encodes an address for a page as browsers do when one types it: spaces and letters beyond ASCII by percent signs, host
 * names by Punycode. What is encoded already stays as it is. Pure.
 */

import MarkdownIt from 'markdown-it';

const { normalizeLink } = new MarkdownIt('zero');

export function encodeAddress(address: string): string {
  return normalizeLink(address);
}
