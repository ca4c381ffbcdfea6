/** What a browser would find in a whole page and has no business there: the oracle of hostile sites. */

import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

const digest = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** An address within the site, or one of the few kinds that lead elsewhere and run nothing. */
function isHarmless(address: string): boolean {
  return (
    /^(?:https?:\/\/|mailto:|tel:|#|\/(?![/\\])|[?]|$)/u.test(address) ||
    /^[\w%.~-]+(?:[/?#]|$)/u.test(address)
  );
}

/** Everything that a browser would run or fetch from elsewhere, but for what the layout itself writes. */
export function foreignToPage(html: string): string[] {
  const found: string[] = [];
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? '';
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if (defaultTreeAdapter.isElementNode(node)) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const name = node.tagName;
      if (/^(?:iframe|object|embed|base|frame|applet|math|template|xmp|plaintext)$/u.test(name))
        found.push(`<${name}>`);
      if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
        if (!/^0; ?url=https:\/\/news\.example\.edu\/|^0; ?url=\//u.test(attributes.get('content') ?? ''))
          found.push('a refresh to elsewhere');
      }
      if (name === 'form' && !attributes.get('action')?.startsWith('/')) found.push('a form to elsewhere');
      if (name === 'script') {
        const src = attributes.get('src');
        const isData = attributes.get('type') === 'application/ld+json';
        const [text] = node.childNodes;
        const words = text !== undefined && defaultTreeAdapter.isTextNode(text) ? text.value : '';
        if (isData) JSON.parse(words);
        else if (src === undefined ? !policy.includes(digest(words)) : !/^\/assets\/[\w.-]+\.js$/u.test(src))
          found.push(`<script> ${src ?? words.slice(0, 40)}`);
      }
      for (const [attribute, value] of attributes) {
        if (/^on|^srcdoc$|^formaction$|^style$|^ping$/u.test(attribute)) found.push(`${attribute}=`);
        if (/^(?:href|src|action|data|poster|cite|background)$/u.test(attribute) && !isHarmless(value))
          found.push(`${attribute}="${value}"`);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}
