/**
 * Bounds of one text. No story comes near them; without them a stranger's pull request could keep a machine busy for
 * hours, because reading a paragraph or a note takes longer the more open brackets it has.
 */

import type MarkdownIt from 'markdown-it';
import { type DialectState, dialectState } from './dialect-state.ts';
import { findRule } from './inline-places.ts';

/** 8,000 words without an empty line. */
export const maximumParagraphLength = 50_000;
export const maximumFootnotes = 1_000;
/** Of the name between `[^` and `]`. */
export const maximumFootnoteName = 100;

const footnoteCall = new RegExp(`\\[\\^[^\\s\\]]{1,${maximumFootnoteName}}\\]`, 'y');

export function boundText(md: MarkdownIt): void {
  md.core.ruler.after('block', 'paragraph_length', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline' || token.content.length <= maximumParagraphLength) continue;
      dialectState(state.env).lineNotices.push({
        line: token.map?.[0] ?? 0,
        code: 'unreadable-markdown',
        severity: 'error',
        message: `This paragraph has ${token.content.length.toLocaleString('en')} characters; one may have ${maximumParagraphLength.toLocaleString('en')}.`,
        hint: 'Split it into paragraphs by empty lines, or put pasted data into a file that the story links to.',
      });
      token.content = '';
    }
  });
  const call = findRule(md.inline.ruler, 'footnote_ref');
  md.inline.ruler.at('footnote_ref', (state, silent) => {
    footnoteCall.lastIndex = state.pos;
    return footnoteCall.test(state.src) && hasRoom(dialectState(state.env)) && call(state, silent);
  });
  const note = findRule(md.inline.ruler, 'footnote_inline');
  md.inline.ruler.at('footnote_inline', (state, silent) => {
    const noted = dialectState(state.env);
    if (!state.src.startsWith('^[', state.pos) || !hasRoom(noted)) return false;
    const start = state.pos;
    if (!note(state, silent)) return false;
    const words = noted.footnotes?.list?.at(-1)?.tokens;
    if (!silent && words !== undefined) noted.nested.set(words, { tokens: state.tokens, start: start + 2 });
    return true;
  });
}

function hasRoom(state: DialectState): boolean {
  if ((state.footnotes?.list?.length ?? 0) < maximumFootnotes) return true;
  if (!state.hasTooManyFootnotes) {
    state.hasTooManyFootnotes = true;
    state.lineNotices.push({
      line: 0,
      code: 'unreadable-markdown',
      severity: 'error',
      message: `The story has more than ${maximumFootnotes.toLocaleString('en')} footnotes.`,
      hint: 'Split the story, or put the notes into a file that the story links to.',
    });
  }
  return false;
}
