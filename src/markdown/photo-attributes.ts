/** `![…](…){credit="LI Hua" source=ai size=half decorative}`: what stands in braces right after an image. */

import type MarkdownIt from 'markdown-it';
import { withoutComments } from '../text/comments.ts';
import { defined } from '../text/defined.ts';
import { braceEntries, insideBraces } from './brace-entries.ts';
import { dialectState, type PhotoAttributes } from './dialect-state.ts';
import { findRule } from './inline-places.ts';

/**
 * Up to the closing brace, which may stand inside quotes. Bounded, so that a row of open braces is not read again for
 * each of them.
 */
const braces = new RegExp(String.raw`\{(${insideBraces}{0,500})\}`, 'uy');

/** Makes the image rule read the braces too. */
export function photoAttributesRule(md: MarkdownIt): void {
  const image = findRule(md.inline.ruler, 'image');
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

/** What may stand in the braces of any image; what of them one kind of image knows is said where that kind is read. */
const valueNames = [
  'credit',
  'source',
  'size',
  'poster',
  'date',
  'chart',
  'unit',
  'place',
  'geo',
  'transcript',
] as const;

function readAttributes(text: string, start: number, end: number): PhotoAttributes {
  const values: Partial<Record<(typeof valueNames)[number], string>> = {};
  let isDecorative = false;
  const names: string[] = [];
  const unknown: string[] = [];
  for (const { name, value: given } of braceEntries(text)) {
    const key = valueNames.find((known) => known === name);
    if (key !== undefined && given !== undefined) values[key] = withoutComments(given).trim();
    else if (name === 'decorative' && given === undefined) isDecorative = true;
    else {
      unknown.push(name);
      continue;
    }
    names.push(name);
  }
  const { credit, ...others } = values;
  return { start, end, isDecorative, names, unknown, ...others, ...defined({ credit: credit || undefined }) };
}
