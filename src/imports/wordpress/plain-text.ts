/** The short texts of WordPress, which it keeps as HTML: "Arts &amp; <em>Culture</em>". Pure. */

import { cleanText } from '../fold-text.ts';
import { parseHtml, textOf } from '../html/html-tree.ts';

export function plainText(html: string): string {
  if (!/[<&]/u.test(html)) return cleanText(html);
  const $ = parseHtml(html);
  return textOf($, $('body'));
}
