/**
 * The typefaces that typeset cards are set in, as outlines: never the fonts of the machine, so that a card has the same
 * pixels wherever it is made. A text is set in
 * the first family that has its letters, in any script, and what that lacks in the others.
 */

import { createHash } from 'node:crypto';
import type { CardFamily, CardFontFile } from './card-family.ts';
import { GlyphMasks } from './glyph-masks.ts';
import { type OpenFont, openFont } from './open-font.ts';
import { type Direction, SetText } from './set-text.ts';

export interface CardFace {
  /** Tells these typefaces from any others. */
  readonly fingerprint: string;
  /** Opens the files that a text needs, each once. Throws when one is not there or is no font. */
  readonly set: (text: string, lang: string, direction: Direction) => Promise<SetText>;
  /** The glyphs of all cards that are set in it. */
  readonly masks: GlyphMasks;
}

/** @param families best first */
export function cardFace(families: readonly CardFamily[]): CardFace {
  const opened = new Map<CardFontFile, Promise<OpenFont>>();
  const open = (file: CardFontFile): Promise<OpenFont> => {
    const known = opened.get(file) ?? file.read().then((bytes) => openFont(bytes, file.name));
    opened.set(file, known);
    return known;
  };
  const filesOf = new Map<CardFamily, Promise<readonly CardFontFile[]>>();
  const openFor = async (
    family: CardFamily,
    characters: ReadonlySet<string>,
  ): Promise<readonly OpenFont[]> => {
    const files = filesOf.get(family) ?? family.files();
    filesOf.set(family, files);
    return await Promise.all(filesFor(await files, characters).map(open));
  };
  const inOrder = new Map<string, readonly CardFamily[]>();
  const familiesFor = (lang: string): readonly CardFamily[] => {
    const base = lang.split('-')[0] ?? lang;
    const known =
      inOrder.get(base) ??
      families.toSorted((one, other) => Number(isForeign(one, base)) - Number(isForeign(other, base)));
    inOrder.set(base, known);
    return known;
  };
  return {
    masks: new GlyphMasks(),
    fingerprint: createHash('sha256')
      .update(JSON.stringify(families.map(({ fingerprint }) => fingerprint)))
      .digest('hex')
      .slice(0, 16),
    async set(text, lang, direction) {
      const characters = new Set([...text]);
      const candidates: (readonly OpenFont[])[] = [];
      for (const family of familiesFor(lang)) {
        const fonts = await openFor(family, characters);
        const missing = [...characters].filter((character) => !canShow(fonts, character));
        // Most texts are set in the first family: no other is opened.
        if (missing.length === 0) return new SetText(text, fonts, { lang, direction });
        candidates.push(fonts);
      }
      const letters = [...text].filter((character) => /[\p{L}\p{N}]/u.test(character));
      const counts = new Map(candidates.map((fonts) => [fonts, countShown(fonts, letters)]));
      // The best that has most of them: a foreign name in a headline is set in another.
      const main = candidates.find((fonts) => (counts.get(fonts) ?? 0) > letters.length / 2);
      const rest = candidates
        .filter((fonts) => fonts !== main)
        .toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
      return new SetText(text, [...(main ?? []), ...rest.flat()], { lang, direction });
    },
  };
}

/** Whether a family is meant for other languages than this one. */
function isForeign({ languages }: CardFamily, base: string): boolean {
  return languages !== undefined && !languages.includes(base);
}

function filesFor(files: readonly CardFontFile[], characters: ReadonlySet<string>): readonly CardFontFile[] {
  const codePoints = [...characters].map((character) => character.codePointAt(0) ?? 0);
  return files.filter(
    ({ ranges }) =>
      ranges === undefined ||
      codePoints.some((codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to)),
  );
}

function canShow(fonts: readonly OpenFont[], character: string): boolean {
  return fonts.some((font) => font.has(character));
}

function countShown(fonts: readonly OpenFont[], letters: readonly string[]): number {
  return letters.filter((letter) => canShow(fonts, letter)).length;
}
