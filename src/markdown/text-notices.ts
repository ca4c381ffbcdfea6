/** Inline rules that never match: they note what an editor should know and leave the text as it is. */

import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { maximumFootnoteName } from './bounds.ts';
import { dialectState } from './dialect-state.ts';

/** CommonMark 6.6: an opening or closing tag. */
const tag = /<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?\/?>/y;

const instead: Readonly<Record<string, string>> = {
  br: 'For a new line, end the line above with a backslash (\\).',
  b: 'For bold text, write **two stars** around it.',
  strong: 'For bold text, write **two stars** around it.',
  i: 'For italic text, write *one star* around it.',
  em: 'For italic text, write *one star* around it.',
  a: 'For a link, write [text](address).',
  img: 'For a photo, write ![what is to be seen](file.jpg "caption") on a line of its own.',
  p: 'Leave the tags out: an empty line parts two paragraphs.',
  div: 'Leave the tags out, or use a block such as ::: note',
  blockquote: 'For a quotation, write ::: quote above it and ::: below it.',
  table: 'Write the table with bars: | one | two |',
  script: 'Leave it out: stories never run programs.',
  iframe: 'Leave it out, and link to the page instead: [text](address).',
};

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
  noted.inlineNotices.push({
    tokens: state.tokens,
    start: state.pos,
    end: state.pos + match[0].length,
    code: name === 'img' ? 'unread-photo' : 'raw-html',
    severity: name === 'img' ? 'error' : 'warning',
    message:
      name === 'img'
        ? 'This is not read as a photo: readers would see it as it is typed.'
        : `HTML such as ${match[0]} is shown to readers as it is typed.`,
    hint:
      (Object.hasOwn(instead, name) ? instead[name] : undefined) ?? 'Take it out, or write it in Markdown.',
  });
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
