/**
 * Comments of HTML (`<!-- ask the dean -->`) are private: nothing of them comes into a block, whichever lines they cover.
 * A comment without an end hides the rest of its text and is an error, so that nothing is published by mistake.
 */

import type MarkdownIt from 'markdown-it';
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import { commentWords } from '../text/comments.ts';
import { dialectState } from './dialect-state.ts';

const opening = '<!--';
const closing = '-->';

export function hideComments(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'html_comment', commentBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.before('autolink', 'html_comment', commentInline);
}

interface CommentNotice {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** @param comment with its marks, as far as it goes */
function noticeOf(comment: string): CommentNotice {
  const words = commentWords(comment);
  return comment.endsWith(closing)
    ? {
        code: 'html-comment',
        severity: 'warning',
        message: `The comment "${words}" is left out of the site, but stays in the file.`,
        hint: 'Delete it once it is settled: everyone with access to the repository can read it.',
      }
    : {
        code: 'unclosed-block',
        severity: 'error',
        message: `The comment "${words}" has no end, so all that follows would be left out.`,
        hint: 'Write --> behind its last word.',
      };
}

/** A comment that begins its line, up to the end of another line or of this one. */
function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith(opening, start)) return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const rows: string[] = [];
  for (let line = startLine; line < endLine; line += 1) {
    const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    const row = state.src.slice(from, state.eMarks[line]);
    const end = row.indexOf(closing, line === startLine ? 2 : 0);
    rows.push(end === -1 ? row : row.slice(0, end + closing.length));
    if (end === -1) continue;
    const rest = row.slice(end + closing.length);
    const hasRest = rest.trim() !== '';
    // Words behind a comment of one line are a paragraph, which hides the comment itself.
    if (hasRest && line === startLine) return false;
    if (silent) return true;
    dialectState(state.env).lineNotices.push({ line: startLine, ...noticeOf(rows.join('\n')) });
    if (hasRest) {
      state.bMarks[line] = from + end + closing.length;
      state.tShift[line] = rest.length - rest.trimStart().length;
      state.sCount[line] = state.blkIndent;
    }
    state.line = hasRest ? line : line + 1;
    return true;
  }
  if (silent) return true;
  dialectState(state.env).lineNotices.push({ line: startLine, ...noticeOf(rows.join('\n')) });
  state.line = endLine;
  return true;
}

function commentInline(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith(opening, state.pos)) return false;
  const found = state.src.indexOf(closing, state.pos + 2);
  const isClosed = found !== -1 && found + closing.length <= state.posMax;
  const end = isClosed ? found + closing.length : state.posMax;
  if (!silent) {
    const { tokens } = state;
    const stretch = { tokens, start: state.pos, end };
    const noted = dialectState(state.env);
    noted.opaque.push(stretch);
    noted.inlineNotices.push({ ...stretch, ...noticeOf(state.src.slice(state.pos, end)) });
  }
  state.pos = end;
  return true;
}
