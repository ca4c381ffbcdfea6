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

/** A glyph of a run: where it stands from the beginning of the run, in parts of the letter's height, y upwards. */
interface ShapedGlyph {
  /** Its number in the font. */
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

export interface ShapedRun {
  /** In parts of the letter's height. */
  readonly width: number;
  /** Only those that can be seen. */
  readonly glyphs: readonly ShapedGlyph[];
}

export interface OpenFont {
  readonly unitsPerEm: number;
  /** From the highest letters to the lowest, in parts of the letter's height. */
  readonly lineHeight: number;
  readonly has: (character: string) => boolean;
  readonly shape: (run: Run) => ShapedRun;
  /** Path data of SVG, in units of the font, y upwards; empty for a space. */
  readonly outlineOf: (glyphId: number) => string;
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
  const unitsPerEm = face.upem;
  const characters = new Set(face.collectUnicodes());
  const font = new harfbuzz.Font(face);
  if ('wght' in face.getAxisInfos()) font.setVariations([new harfbuzz.Variation('wght', WEIGHT)]);
  const { ascender, descender } = font.hExtents();
  const outlineOf = outlinesOf(font);
  const buffer = new harfbuzz.Buffer();
  const { LTR, RTL } = harfbuzz.Direction;
  return {
    unitsPerEm,
    lineHeight: (ascender - descender) / unitsPerEm,
    has: (character) => characters.has(character.codePointAt(0) ?? 0),
    outlineOf,
    shape({ text, isRightToLeft, lang }) {
      buffer.clearContents();
      buffer.addText(text);
      buffer.setDirection(isRightToLeft ? RTL : LTR);
      buffer.setLanguage(lang);
      buffer.guessSegmentProperties();
      harfbuzz.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      let at = 0;
      const glyphs = buffer.getGlyphInfos().map(({ codepoint: id }, index): ShapedGlyph => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const left = at + xOffset;
        at += xAdvance;
        return { id, x: left / unitsPerEm, y: yOffset / unitsPerEm };
      });
      return { width: at / unitsPerEm, glyphs: glyphs.filter(({ id }) => outlineOf(id) !== '') };
    },
  };
}

/** Headlines of one language share their letters. */
function outlinesOf(font: Font): (glyphId: number) => string {
  const known = new Map<number, string>();
  return (glyphId) => {
    const outline = known.get(glyphId) ?? font.glyphToPath(glyphId);
    known.set(glyphId, outline);
    return outline;
  };
}
