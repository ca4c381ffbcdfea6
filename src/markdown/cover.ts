/** Covers markup in a text by a mark of the same length, so that a place in what is left is a place in the file. */

import type { DialectState, Stretch } from './dialect-state.ts';

/** U+FFFC, the object replacement character: no editor types it. */
export const cover = '\uFFFC';

export function coverStretches(text: string, stretches: readonly Stretch[]): string {
  let output = text;
  for (const { start, end } of stretches) {
    // Line ends stay: rows are told by them.
    const hidden = text.slice(start, end).replace(/[^\n]/gu, (character) => cover.repeat(character.length));
    output = output.slice(0, start) + hidden + output.slice(end);
  }
  return output;
}

/** What readers do not see as it is typed, by the children of the inline token that it stands in. */
export function opaqueStretches({ opaque }: DialectState): ReadonlyMap<object, readonly Stretch[]> {
  const byOwner = new Map<object, Stretch[]>();
  for (const { tokens, start, end } of opaque) {
    const list = byOwner.get(tokens);
    if (list === undefined) byOwner.set(tokens, [{ start, end }]);
    else list.push({ start, end });
  }
  return byOwner;
}
