/** Inline rules that never match: they note what an editor should know and leave the text as it is. */

import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { maximumFootnoteName } from './bounds.ts';
import { dialectState } from './dialect-state.ts';

/** CommonMark 6.6: an opening or closing tag. */
const tag = /<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?\/?>/y;

export function noticeRawHtml(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== 0x3c /* < */) return false;
  tag.lastIndex = state.pos;
  const match = tag.exec(state.src);
  if (match === null) return false;
  const name = (match[1] ?? '').toLowerCase();
  const end = state.pos + match[0].length;
  dialectState(state.env).opaque.push({ tokens: state.tokens, start: state.pos, end });
  const noted = dialectState(state.env);
  if (match[0].startsWith('</') && noted.openedTags.has(name)) return false;
  noted.openedTags.add(name);
  const stretch = { tokens: state.tokens, start: state.pos, end };
  noted.rawHtml.push({ ...stretch, name, tag: match[0] });
  if (name === 'img') {
    noted.inlineNotices.push({
      ...stretch,
      code: 'unread-photo',
      severity: 'error',
      message: 'This is not read as a photo: readers would see it as it is typed.',
      hint: 'For a photo, write ![what is to be seen](file.jpg "caption") on a line of its own.',
    });
  }
  return false;
}

const footnoteCall = new RegExp(`\\[\\^[^\\s\\]]{1,${maximumFootnoteName}}\\]`, 'y');

export function noticeUnknownFootnote(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== 0x5b /* [ */) return false;
  footnoteCall.lastIndex = state.pos;
  const match = footnoteCall.exec(state.src);
  if (match === null) return false;
  dialectState(state.env).inlineNotices.push({
    tokens: state.tokens,
    start: state.pos,
    end: state.pos + match[0].length,
    code: 'unknown-footnote',
    severity: 'error',
    message: `The footnote ${match[0]} is called here, but it is written nowhere.`,
    hint: `Write it at the end of the story, on a line of its own: ${match[0]}: Text of the note.`,
  });
  return false;
}
