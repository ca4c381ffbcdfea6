/**
 * Gives paragraphs and quotations that run against their text (Arabic in an English story, English in a Hebrew one) a
 * direction of their own: their full stop and brackets stand at their end then, not at that of the text.
 */

import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { directionBalance, hasLetterFromRight } from '../text/text-direction.ts';
import { inlineText } from './inline-text.ts';

export function directBlocks(md: MarkdownIt): void {
  md.core.ruler.push('block_direction', ({ src, tokens }) => {
    if (!hasLetterFromRight(src)) return;
    const balances = tokens.map((token) => (token.type === 'inline' ? balanceOf(token) : 0));
    const isTextFromRight = sum(balances) > 0;
    const open: { readonly token: Token; hasOwn: boolean; hasOther: boolean }[] = [];
    for (const [index, token] of tokens.entries()) {
      const balance = balances[index] ?? 0;
      const top = open.at(-1);
      if (top !== undefined && balance !== 0) {
        if (balance > 0 === isTextFromRight) top.hasOwn = true;
        else top.hasOther = true;
      }
      if (token.nesting === 1) open.push({ token, hasOwn: false, hasOther: false });
      if (token.nesting !== -1) continue;
      const closed = open.pop();
      const around = open.at(-1);
      if (closed === undefined) continue;
      if (around !== undefined) {
        around.hasOwn ||= closed.hasOwn;
        around.hasOther ||= closed.hasOther;
      }
      if (closed.hasOther && !closed.hasOwn && isBlock.test(closed.token.type))
        closed.token.attrSet('dir', isTextFromRight ? 'ltr' : 'rtl');
    }
  });
}

const isBlock = /^(?:paragraph|heading|blockquote|list_item|bullet_list|ordered_list|t[dh])_open$/u;

function balanceOf({ children }: Token): number {
  return directionBalance(inlineText(children ?? []));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
