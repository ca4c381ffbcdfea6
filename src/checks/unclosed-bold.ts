/** Finds stars or underscores that begin bold words and nothing ends: readers would see them. Part of unread-markup. */

import type { ProseLine } from '../markdown/prose.ts';
import { codeLike, touches } from './code-like.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding } from './rule.ts';

const marks = /(?<![\\*])\*{2,3}(?!\*)|(?<![\\_])_{2,3}(?!_)/gu;

interface Mark {
  readonly line: ProseLine;
  readonly index: number;
  readonly typed: string;
}

export function unclosedBold(text: CheckedText): Finding[] {
  const found: Finding[] = [];
  let block: ProseLine[] = [];
  const judge = () => {
    for (const { line, index, typed } of openMarks(block)) {
      found.push({
        ...placeIn(text, line, index, index + typed.length),
        message: `What these ${typed.startsWith('*') ? 'stars' : 'underscores'} begin has no end: readers would see them as they are typed.`,
        hint: `Write ${typed} behind the last of the bold words, without a space before it; or delete it here.`,
      });
    }
  };
  for (const line of text.prose) {
    if (line.kind === 'alt') continue;
    if (line.block !== block[0]?.block) {
      judge();
      block = [];
    }
    block.push(line);
  }
  judge();
  return found;
}

/** Of each kind of mark the one in a paragraph that is open at its end. */
function openMarks(lines: readonly ProseLine[]): readonly Mark[] {
  const open = new Map<string, Mark>();
  for (const line of lines) {
    if (!/\*\*|__/u.test(line.text)) continue;
    const code = codeLike(line.text);
    for (const { index, 0: typed } of line.text.matchAll(marks)) {
      if (touches(code, index, index + typed.length)) continue;
      const before = line.text.charAt(index - 1);
      const after = line.text.charAt(index + typed.length);
      const kind = typed.charAt(0);
      const isInWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
      if (open.has(kind) && /\S/u.test(before)) open.delete(kind);
      else if (/\S/u.test(after) && !isInWord) open.set(kind, { line, index, typed });
    }
  }
  return [...open.values()];
}
