/** Finds characters in a body that turn the direction of text around, as they are or as an escape. Pure. */

import { turning } from '../text/hidden-characters.ts';

/** `&#8238;`, `&#x202e;` */
const directionEscape = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu;

export interface HiddenDirection {
  /** In the source, from 0. */
  readonly line: number;
  /** Columns from 1. */
  readonly column: number;
  readonly endColumn: number;
}

/** The first such character of each line. */
export function hiddenDirections(source: string): HiddenDirection[] {
  if (!turning.test(source) && !source.includes('&#')) return [];
  return source.split('\n').flatMap((text, line): HiddenDirection[] => {
    const raw = turning.exec(text);
    const escaped = [...text.matchAll(directionEscape)].find(([, hex, decimal]) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff && turning.test(String.fromCodePoint(point));
    });
    const found = raw ?? escaped;
    if (found === undefined || found === null) return [];
    return [{ line, column: found.index + 1, endColumn: found.index + found[0].length + 1 }];
  });
}
