/**
 * Finds lines that were meant to end where they end, as in a poem or an address: readers would see them as one. Lines
 * that an editor's program has wrapped are longer. Part of unread-markup.
 */

import type { ProseLine } from '../markdown/prose.ts';
import { letterWidths } from '../text/letter-widths.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding } from './rule.ts';

/** Of a line, in Latin letters; no program wraps so early. */
const longestLine = 45;
/** Two short lines are a sentence with a stray line end. */
const fewestLines = 3;

/** @param known lines that something else is said about already: their blocks are left alone */
export function joinedLines(text: CheckedText, known: ReadonlySet<number>): Finding[] {
  const lines = text.text.split('\n');
  const typed = ({ line }: ProseLine) => lines[line - 1] ?? '';
  const found: Finding[] = [];
  let block: ProseLine[] = [];
  const judge = () => {
    const [first] = block;
    if (first === undefined || block.length < fewestLines) return;
    const isWrapped = block.some((line) => letterWidths(typed(line)) > longestLine);
    const isBroken = block.slice(0, -1).some((line) => /(?:\\| {2})$/u.test(typed(line)));
    if (isWrapped || isBroken || block.some(({ line }) => known.has(line))) return;
    found.push({
      ...placeIn(text, first, 0, first.text.length),
      message: `Readers would see these ${block.length} lines as one: a line ends with its paragraph.`,
      hint: `Write \\ at the end of each line that ends there: ${typed(first).trim()}\\`,
    });
  };
  for (const line of text.prose) {
    if (line.block !== block[0]?.block) {
      judge();
      block = [];
    }
    if (line.kind === 'paragraph') block.push(line);
  }
  judge();
  return found;
}
