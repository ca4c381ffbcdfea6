/** Unpacks one font file and shapes runs of text with HarfBuzz, at the weight of headlines. Throws for what is no font. */

import type { Font } from 'harfbuzzjs';

/** As heavy as the headlines of the site. */
const WEIGHT = 600;

/** A run of text that one font sets in one direction. */
export interface Run {
  readonly text: string;
  readonly isRightToLeft: boolean;
  readonly lang: string;
}

/** In parts of the letter's height. */
export interface ShapedRun {
  readonly width: number;
  /** SVG of the run's outlines, in units of the font, y upwards, from a point of the baseline. */
  readonly outlines: string;
}

export interface OpenFont {
  readonly unitsPerEm: number;
  /** From the highest letters to the lowest. */
  readonly lineHeight: number;
  readonly has: (character: string) => boolean;
  readonly shape: (run: Run) => ShapedRun;
}

/** @param name for the message of what is thrown */
export async function openFont(woff2: Buffer, name: string): Promise<OpenFont> {
  const [{ default: subsetFont }, harfbuzz] = await Promise.all([
    import('subset-font'),
    import('harfbuzzjs'),
  ]);
  // Unpacked by this library and not by the one below it, which mixes up fonts that are unpacked at the same time.
  const bytes = await subsetFont(woff2, undefined, { targetFormat: 'sfnt', keepAllGlyphs: true }).catch(
    (error: unknown) => {
      throw new Error(`${name} is no font that can be read.`, { cause: error });
    },
  );
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  const characters = new Set(face.collectUnicodes());
  const font = new harfbuzz.Font(face);
  if ('wght' in face.getAxisInfos()) font.setVariations([new harfbuzz.Variation('wght', WEIGHT)]);
  const { ascender, descender } = font.hExtents();
  const outlineOf = outlinesOf(font);
  const buffer = new harfbuzz.Buffer();
  const { LTR, RTL } = harfbuzz.Direction;
  return {
    unitsPerEm: face.upem,
    lineHeight: (ascender - descender) / face.upem,
    has: (character) => characters.has(character.codePointAt(0) ?? 0),
    shape({ text, isRightToLeft, lang }) {
      buffer.clearContents();
      buffer.addText(text);
      buffer.setDirection(isRightToLeft ? RTL : LTR);
      buffer.setLanguage(lang);
      buffer.guessSegmentProperties();
      harfbuzz.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      let at = 0;
      const outlines = buffer.getGlyphInfos().map(({ codepoint: glyph }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const path = outlineOf(glyph);
        const left = at + xOffset;
        at += xAdvance;
        return path === '' ? '' : `<path transform="translate(${left} ${yOffset})" d="${path}"/>`;
      });
      return { width: at / face.upem, outlines: outlines.join('') };
    },
  };
}

/** Headlines of one language share their letters. */
function outlinesOf(font: Font): (glyph: number) => string {
  const known = new Map<number, string>();
  return (glyph) => {
    const outline = known.get(glyph) ?? font.glyphToPath(glyph);
    known.set(glyph, outline);
    return outline;
  };
}
