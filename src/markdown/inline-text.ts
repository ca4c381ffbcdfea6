/** The words of inline tokens, without markup. */

import type Token from 'markdown-it/lib/token.mjs';
import { joinLines } from '../text/line-ends.ts';

export function inlineText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'softbreak') text += '\n';
    else if (token.type === 'hardbreak') text += ' ';
    else if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special') {
      text += token.content;
    }
  }
  return joinLines(text);
}
