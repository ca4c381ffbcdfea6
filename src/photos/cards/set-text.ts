/**
 * A text with the fonts that set it, in the order in which it is read: right-to-left words and left-to-right names stand
 * as the Unicode Bidirectional Algorithm has them. Sizes in pixels. Pure.
 */

import bidiFactory from 'bidi-js';
import type { OpenFont, Run, ShapedRun } from './open-font.ts';

export type Direction = 'ltr' | 'rtl';

const bidi = bidiFactory();

/** What no font shows and none needs: joiners, selectors of variants, marks of direction. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const MARK = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;
const NEUTRAL = /[\s\p{P}\p{S}\p{N}]/u;

/** Scripts that a run must not mix, because each is shaped by rules of its own. */
const SHAPED_SCRIPTS = [
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Khmer',
  'Hangul',
].map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

/** A glyph of a font in a size, and the point of the picture where its baseline begins, from the top left. */
export interface PlacedGlyph {
  readonly font: OpenFont;
  /** Its number in the font. */
  readonly id: number;
  readonly sizePx: number;
  readonly x: number;
  readonly y: number;
}

interface Item {
  readonly font: OpenFont;
  readonly run: Run;
  readonly level: number;
}

export class SetText {
  /** Without the characters that no font has, such as emoji. */
  readonly text: string;
  /** Whether every letter and figure is there: what is left of a text without some of them would say something else. */
  readonly isComplete: boolean;
  readonly direction: Direction;
  readonly #fonts: readonly OpenFont[];
  readonly #lang: string;
  readonly #shaped = new Map<string, ShapedRun>();

  /** @param fonts best first */
  constructor(
    text: string,
    fonts: readonly OpenFont[],
    { lang, direction }: { readonly lang: string; readonly direction: Direction },
  ) {
    const known = (character: string) =>
      INVISIBLE.test(character) || fonts.some((font) => font.has(character));
    this.text = [...text].filter(known).join('').replace(/\s+/gu, ' ').trim();
    this.isComplete = [...text].every((character) => !/[\p{L}\p{N}]/u.test(character) || known(character));
    this.direction = direction;
    this.#fonts = fonts;
    this.#lang = lang;
  }

  /** From line to line, in parts of the letter's height: letters with marks above and below need more. */
  get leading(): number {
    const [font] = this.#items(this.text).map((item) => item.font);
    return Math.max(1.14, (font?.lineHeight ?? 0) * 0.8);
  }

  /** How wide a part of the text is, in parts of the letter's height. */
  measure(part: string): number {
    return this.#items(part).reduce((sum, item) => sum + this.#shape(item).width, 0);
  }

  /** The glyphs of a line whose beginning, in the direction of the text, is a point of its baseline. */
  place(line: string, sizePx: number, x: number, y: number): readonly PlacedGlyph[] {
    let left = this.direction === 'rtl' ? x - this.measure(line) * sizePx : x;
    return inVisualOrder(this.#items(line)).flatMap((item) => {
      const { width, glyphs } = this.#shape(item);
      const at = left;
      left += width * sizePx;
      return glyphs.map(
        (glyph): PlacedGlyph => ({
          font: item.font,
          id: glyph.id,
          sizePx,
          x: at + glyph.x * sizePx,
          y: y - glyph.y * sizePx,
        }),
      );
    });
  }

  #shape({ font, run }: Item): ShapedRun {
    const key = `${this.#fonts.indexOf(font)}${run.isRightToLeft ? '<' : '>'}${run.text}`;
    const shaped = this.#shaped.get(key) ?? font.shape(run);
    this.#shaped.set(key, shaped);
    return shaped;
  }

  /** Runs of one font, one level and one script, in the order of reading. */
  #items(text: string): readonly Item[] {
    const { levels } = bidi.getEmbeddingLevels(text, this.direction);
    const items: Item[] = [];
    let script = -1;
    let at = 0;
    let previous: (Item & { readonly script: number }) | undefined;
    for (const character of text) {
      const level = levels[at] ?? 0;
      at += character.length;
      const own = SHAPED_SCRIPTS.findIndex((pattern) => pattern.test(character));
      if (own !== -1 || !(MARK.test(character) || NEUTRAL.test(character))) script = own;
      const font = this.#fontFor(character, previous?.font);
      if (font === undefined) continue;
      const isOneRun =
        previous !== undefined &&
        previous.font === font &&
        previous.level === level &&
        previous.script === script;
      const run: Run = {
        text: isOneRun ? `${previous?.run.text ?? ''}${character}` : character,
        isRightToLeft: level % 2 === 1,
        lang: this.#lang,
      };
      previous = { font, run, level, script };
      if (isOneRun) items.pop();
      items.push({ font, run, level });
    }
    return items;
  }

  /** Marks stand with their letter, and spaces and punctuation with the word before them. */
  #fontFor(character: string, previous: OpenFont | undefined): OpenFont | undefined {
    const isBound = MARK.test(character) || NEUTRAL.test(character);
    if (previous !== undefined && isBound && (previous.has(character) || INVISIBLE.test(character)))
      return previous;
    return this.#fonts.find((font) => font.has(character));
  }
}

/** Rule L2 of the algorithm, run by run: within a run HarfBuzz has the letters in order. */
function inVisualOrder(items: readonly Item[]): readonly Item[] {
  const order = [...items];
  const highest = Math.max(0, ...items.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start + 1;
      while ((order[end]?.level ?? 0) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}
