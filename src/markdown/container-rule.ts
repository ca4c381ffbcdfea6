/**
 * `::: note "Title"` … `:::`: blocks of their own kind. They nest, and a line of colons inside fenced code is code.
 * Tokens: `container_open` and `container_close`, `info` the block's name as typed.
 */

import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { withoutComments } from '../text/comments.ts';
import { dialectState } from './dialect-state.ts';

/** Each block looks for its end by itself: a thousand in each other would take as long as a thousand texts. */
const maximumDepth = 8;

const containerNames = ['gallery', 'quote', 'note', 'facts'];

const opening = /^:{3,}\s*([\p{L}\p{N}_-]+)(.*)$/u;
const quotes = /^["“](.*)["”]$/u;
const closing = /^:{3,}\s*$/u;
const fence = /^(`{3,}|~{3,})/u;

export function containerRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const first = lineAt(state, startLine);
  if (!first.startsWith(':::') || isCode(state, startLine)) return false;
  const match = opening.exec(first);
  const noted = dialectState(state.env);
  const notices = noted.lineNotices;
  if (match === null) {
    if (silent || !closing.test(first)) return false;
    notices.push({
      line: startLine,
      code: 'unknown-block',
      severity: 'error',
      message: 'These colons end a block, but none is open here.',
      hint: 'Delete the line, or open a block above it: ::: note',
    });
    state.line = startLine + 1;
    return true;
  }
  if (noted.openContainers >= maximumDepth) {
    if (!silent && !noted.hasTooDeepContainers) {
      noted.hasTooDeepContainers = true;
      notices.push({
        line: startLine,
        code: 'unclosed-block',
        severity: 'error',
        message: `Here ${maximumDepth} blocks are open already, each in the one before.`,
        hint: 'Close those that have no end with a line of three colons (:::).',
      });
    }
    return false;
  }
  if (silent) return true;

  const [, name = '', rest = ''] = match;
  const bare = withoutComments(rest).trim();
  const title = (quotes.exec(bare)?.[1] ?? bare).trim();
  const isKnown = containerNames.includes(name);
  if (!isKnown) {
    const guess = didYouMean(name, containerNames);
    notices.push({
      line: startLine,
      code: 'unknown-block',
      severity: 'error',
      message: `There is no block called "${name}".${meantWords(guess)}`,
      hint: guess === undefined ? `Blocks are: ${containerNames.join(', ')}.` : `Write ::: ${guess}`,
    });
  }
  const end = findEnd(state, startLine, endLine);
  if (end === undefined) {
    notices.push({
      line: startLine,
      code: 'unclosed-block',
      severity: 'error',
      message: `The block ::: ${name} has no end.`,
      hint: 'Put a line with three colons (:::) and nothing else below its last line.',
    });
  }
  const lastLine = end ?? endLine;
  const open = state.push('container_open', '', 1);
  open.block = true;
  open.info = isKnown ? name : '';
  open.map = [startLine, lastLine];
  if (title !== '') noted.containerTitles.set(open, title);
  const { parentType, lineMax } = state;
  state.parentType = 'root';
  // The content ends before the closing line, whatever paragraph or list is still open there.
  state.lineMax = lastLine;
  noted.openContainers += 1;
  state.md.block.tokenize(state, startLine + 1, lastLine);
  noted.openContainers -= 1;
  state.parentType = parentType;
  state.lineMax = lineMax;
  const close = state.push('container_close', '', -1);
  close.block = true;
  state.line = end === undefined ? lastLine : end + 1;
  return true;
}

/** The line of the block's own closing colons. */
function findEnd(state: StateBlock, startLine: number, endLine: number): number | undefined {
  let depth = 1;
  let fenceMark: string | undefined;
  for (let line = startLine + 1; line < endLine; line += 1) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
    const text = lineAt(state, line);
    const mark = fence.exec(text)?.[1];
    if (mark !== undefined) {
      if (fenceMark === undefined) fenceMark = mark;
      else if (mark.startsWith(fenceMark)) fenceMark = undefined;
    }
    if (fenceMark !== undefined || isCode(state, line)) continue;
    if (closing.test(text)) depth -= 1;
    else if (text.startsWith(':::') && opening.test(text)) depth += 1;
    if (depth === 0) return line;
  }
  return undefined;
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}
