/**
 * Finds stars inside words, of which two make italic what stands between them: `Student*innen und Lehrer*innen`, `5*3*2`.
 * Part of unread-markup.
 */

import type { ProseLine } from '../markdown/prose.ts';
import { codeLike, touches } from './code-like.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding } from './rule.ts';

/** A star between two letters or digits. Chinese and Japanese have no spaces at which words could end. */
const inWord =
  /(?<=[\p{L}\p{N}])(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\*(?=[\p{L}\p{N}])(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;
const wordAround = /[\p{L}\p{N}]+\*[\p{L}\p{N}]+/uy;

interface Star {
  readonly line: ProseLine;
  readonly index: number;
}

export function starsInWords(text: CheckedText): Finding[] {
  const found: Finding[] = [];
  let open: Star | undefined;
  for (const line of text.prose) {
    if (line.kind === 'alt' || !line.text.includes('*')) continue;
    const code = codeLike(line.text);
    for (const { index } of line.text.matchAll(inWord)) {
      if (touches(code, index, index + 1)) continue;
      if (open?.line.block !== line.block) {
        open = { line, index };
        continue;
      }
      if (!isMeant(open, { line, index })) found.push(findingAt(text, open));
      open = undefined;
    }
  }
  return found;
}

/** Part of a word may be italic: un*believ*able, but no row of words and no product of numbers. */
function isMeant(first: Star, second: Star): boolean {
  if (first.line !== second.line) return false;
  const { text } = first.line;
  return (
    /^\p{L}+$/u.test(text.slice(first.index + 1, second.index)) &&
    !/\p{N}/u.test(text.charAt(first.index - 1))
  );
}

function findingAt(text: CheckedText, { line, index }: Star): Finding {
  const start = index - (/[\p{L}\p{N}]+$/u.exec(line.text.slice(0, index))?.[0].length ?? 0);
  wordAround.lastIndex = start;
  const word = wordAround.exec(line.text)?.[0] ?? '*';
  return {
    ...placeIn(text, line, start, start + word.length),
    message: 'Two stars inside words make italic what stands between them: readers would not see the stars.',
    hint: `Write \\ before each of them: ${word.replace('*', '\\*')}`,
  };
}
