/**
 * The face that typeset cards are set in, as outlines: never the fonts of the machine, so that a card has the same
 * pixels wherever it is made.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

export interface CardFace {
  /** Tells this face from any other. */
  readonly fingerprint: string;
  /** Unpacks it. Takes a quarter of a second, and most builds have every card already. */
  readonly open: () => Promise<OpenFace>;
}

export interface OpenFace {
  /** Whether it has every letter of a text. */
  readonly canSet: (text: string) => boolean;
  /** How wide a line is, in pixels. */
  readonly measure: (text: string, sizePx: number) => number;
  /** SVG of a line that begins at a point of its baseline. */
  readonly draw: (text: string, sizePx: number, x: number, y: number) => string;
}

/**
 * @param file a font of one weight, WOFF2: no library unpacks one weight of several out of that. Throws when it is not there; opening
 * throws when it is none.
 */
export async function readCardFace(file: string): Promise<CardFace> {
  const bytes = await readFile(file);
  let opened: Promise<OpenFace> | undefined;
  return {
    fingerprint: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    open() {
      opened ??= openFace(bytes, file);
      return opened;
    },
  };
}

async function openFace(bytes: Buffer, file: string): Promise<OpenFace> {
  const { create } = await import('fontkit');
  const font = create(bytes);
  if ('fonts' in font) throw new Error(`${file} holds several fonts.`);
  const scaleOf = (sizePx: number) => sizePx / font.unitsPerEm;
  return {
    canSet: (text) => [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    measure: (text, sizePx) => font.layout(text).advanceWidth * scaleOf(sizePx),
    draw(text, sizePx, x, y) {
      const { glyphs, positions } = font.layout(text);
      const scale = scaleOf(sizePx);
      let at = 0;
      const outlines = glyphs.map((glyph, index) => {
        const path = glyph.path.toSVG();
        const left = at + (positions[index]?.xOffset ?? 0);
        at += positions[index]?.xAdvance ?? 0;
        return path === '' ? '' : `<path transform="translate(${left} 0)" d="${path}"/>`;
      });
      return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${outlines.join('')}</g>`;
    },
  };
}
