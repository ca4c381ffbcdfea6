/** Finds HTML in a text, which readers see as it is typed: raw HTML is off. Never throws. */

import type Token from 'markdown-it/lib/token.mjs';
import type { BodyPlace } from './block.ts';
import { dialect } from './dialect.ts';
import { DialectState } from './dialect-state.ts';
import { TextPlaces } from './text-places.ts';

export interface RawHtml {
  /** The tag's name in small letters. */
  readonly name: string;
  /** As it is typed. */
  readonly tag: string;
  readonly place: BodyPlace;
}

/** @param firstLine line in the file of the source's first line, from 1 */
export function findRawHtml(source: string, firstLine: number): RawHtml[] {
  if (!/<\/?[A-Za-z]/u.test(source)) return [];
  const state = new DialectState();
  try {
    const tokens = dialect.parse(source, state);
    const places = new TextPlaces(source, tokens, firstLine, state);
    const inText = state.rawHtml.flatMap(({ tokens: children, start, end, name, tag }): RawHtml[] => {
      const place = places.ofStretch(children, { start, end });
      return place === undefined ? [] : [{ name, tag, place }];
    });
    return [...inText, ...tokens.flatMap((token) => inCaptions(token, state, places))];
  } catch {
    // The parser has its own diagnostic for such a text.
    return [];
  }
}

/** A caption is Markdown of its own; its place is that of its photo. */
function inCaptions({ children }: Token, state: DialectState, places: TextPlaces): RawHtml[] {
  if (children === null) return [];
  return children.flatMap((token): RawHtml[] => {
    const stretch = token.type === 'image' ? state.places.get(token) : undefined;
    const title = String(token.attrGet('title') ?? '');
    if (stretch === undefined || !title.includes('<')) return [];
    const inner = new DialectState();
    dialect.parseInline(title, inner);
    const place = places.ofStretch(children, stretch);
    return place === undefined ? [] : inner.rawHtml.map(({ name, tag }) => ({ name, tag, place }));
  });
}
