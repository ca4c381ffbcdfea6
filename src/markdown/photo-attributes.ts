/** `![…](…){credit="LI Hua" source=ai size=half decorative}`: what stands in braces right after an image. */

import type MarkdownIt from 'markdown-it';
import { withoutComments } from '../text/comments.ts';
import { defined } from '../text/defined.ts';
import { dialectState, type PhotoAttributes } from './dialect-state.ts';
import { findRule } from './inline-places.ts';

/**
 * Up to the closing brace, which may stand inside quotes. Bounded, so that a row of open braces is not read again for
 * each of them.
 */
const braces = /\{((?:"[^"\n]*"|“[^”\n]*”|[^"“{}\n]){0,500})\}/uy;
/** A word, a word with a value in quotes or without spaces, or something that is neither. */
const entry = /([^\s="“”]+)(?:=(?:"([^"]*)"|“([^”]*)”|([^\s"“”]+)))?|"[^"]*"|“[^”]*”|\S/gu;

/** Makes the image rule read the braces too. */
export function photoAttributesRule(md: MarkdownIt): void {
  const image = findRule(md, 'image');
  md.inline.ruler.at('image', (state, silent) => {
    if (!image(state, silent)) return false;
    braces.lastIndex = state.pos;
    const match = braces.exec(state.src);
    if (match === null || state.pos + match[0].length > state.posMax) return true;
    const start = state.pos;
    state.pos += match[0].length;
    const token = state.tokens.at(-1);
    if (!silent && token !== undefined) {
      const attributes = readAttributes(match[1] ?? '', start, state.pos);
      dialectState(state.env).photoAttributes.set(token, attributes);
    }
    return true;
  });
}

export const photoAttributeNames = ['credit', 'source', 'size', 'decorative'];

function readAttributes(text: string, start: number, end: number): PhotoAttributes {
  let credit: string | undefined;
  let source: string | undefined;
  let size: string | undefined;
  let isDecorative = false;
  const unknown: string[] = [];
  for (const [typed, name = typed, quoted, curly, bare] of text.matchAll(entry)) {
    const given = quoted ?? curly ?? bare;
    const value = given === undefined ? undefined : withoutComments(given);
    if (name === 'credit' && value !== undefined) credit = value.trim();
    else if (name === 'source' && value !== undefined) source = value.trim();
    else if (name === 'size' && value !== undefined) size = value.trim();
    else if (name === 'decorative' && value === undefined) isDecorative = true;
    else unknown.push(name);
  }
  return { start, end, isDecorative, unknown, ...defined({ credit: credit || undefined, source, size }) };
}
