/** Lays out the card of an article without a photo: its topic, its headline, the name of the site. Pure. */

import { balanceLines, breakLines, type Line, measurePieces } from './break-lines.ts';
import { CARD_WIDTH_PX } from './plan-social-card.ts';
import type { PlacedGlyph, SetText } from './set-text.ts';

const MARGIN_PX = 80;
const MEASURE_PX = CARD_WIDTH_PX - 2 * MARGIN_PX;
/** Headlines are set as large as they find room, never smaller: a thumbnail of the card must still be read. */
const SIZES_PX = [104, 92, 80, 70, 62, 54];
const LABEL_PX = 38;
const NAME_PX = 44;
/** Between the label and the name. */
const HEADLINE_TOP_PX = 150;
const HEADLINE_HEIGHT_PX = 330;

/** No line holds more, however narrow they are: what is cut off need not be measured. */
const MAX_LETTERS = 120;

/** The texts of a card with the typefaces that set them. */
export interface CardSetting {
  readonly headline: SetText;
  readonly label?: SetText;
  /** In the order of preference. */
  readonly names: readonly SetText[];
}

/** What stands on a card, by its colour. */
export interface CardLayout {
  readonly ink: readonly PlacedGlyph[];
  readonly accent: readonly PlacedGlyph[];
}

/** The stripe at the top, in the accent's colour, and the rule above the name, in that of the ink. */
export const STRIPE = { leftPx: 0, topPx: 0, widthPx: CARD_WIDTH_PX, heightPx: 18 };
export const RULE = { leftPx: MARGIN_PX, topPx: 506, widthPx: MEASURE_PX, heightPx: 2 };

/**
 * Sets the texts of a card. Where no typeface has all letters of the headline, the name of the site stands in its place:
 * the platforms show the headline itself beside the card.
 */
export function typesetCard({ headline, label, names }: CardSetting): CardLayout {
  const name = names.find(({ isComplete }) => isComplete);
  const isShown = headline.isComplete && headline.text !== '';
  const main = isShown ? headline : name;
  return {
    accent: label?.isComplete === true ? placeLine(label, LABEL_PX, 112) : [],
    ink: [
      ...(main === undefined ? [] : placeHeadline(main)),
      ...(isShown && name !== undefined ? placeLine(name, NAME_PX, 570) : []),
    ],
  };
}

/** A text of one line, shortened where it is too long. */
function placeLine(text: SetText, sizePx: number, baseline: number): readonly PlacedGlyph[] {
  return text.place(shortenLine(text, text.text, sizePx, false), sizePx, beginning(text), baseline);
}

/** Where lines begin. */
function beginning({ direction }: SetText): number {
  return direction === 'rtl' ? CARD_WIDTH_PX - MARGIN_PX : MARGIN_PX;
}

function placeHeadline(text: SetText): readonly PlacedGlyph[] {
  const { lines, sizePx } = setHeadline(text);
  const leading = text.leading * sizePx;
  const top = HEADLINE_TOP_PX + (HEADLINE_HEIGHT_PX - lines.length * leading) / 2;
  // Letters stand in the middle of their line.
  const baseline = top + (leading - 1.14 * sizePx) / 2 + sizePx * 0.86;
  return lines.flatMap((line, index) =>
    text.place(line, sizePx, beginning(text), Math.round(baseline + index * leading)),
  );
}

function setHeadline(text: SetText): { readonly lines: readonly string[]; readonly sizePx: number } {
  const measured = measurePieces(text.text, (part) => text.measure(part));
  const roomFor = (sizePx: number) => Math.floor(HEADLINE_HEIGHT_PX / (sizePx * text.leading));
  for (const sizePx of SIZES_PX) {
    const lines = balanceLines(text.text, measured, MEASURE_PX / sizePx);
    if (lines.length <= roomFor(sizePx) && lines.every(({ width }) => width * sizePx <= MEASURE_PX))
      return { lines: lines.map((line) => line.text), sizePx };
  }
  const sizePx = SIZES_PX.at(-1) ?? 0;
  const lines = breakLines(measured, MEASURE_PX / sizePx);
  const visible = lines.slice(0, roomFor(sizePx));
  const shorten = (line: Line, isCut: boolean) => shortenLine(text, line.text, sizePx, isCut);
  return {
    lines: visible.map((line, index) =>
      shorten(line, index === visible.length - 1 && lines.length > visible.length),
    ),
    sizePx,
  };
}

/** @param isCut whether text is missing behind the line */
function shortenLine(text: SetText, line: string, sizePx: number, isCut: boolean): string {
  const fits = (part: string) => text.measure(part) * sizePx <= MEASURE_PX;
  if (!isCut && fits(line)) return line;
  let visible = [...line].slice(0, MAX_LETTERS);
  while (visible.length > 0 && !fits(`${visible.join('')}…`)) visible = visible.slice(0, -1);
  return `${visible.join('').trimEnd()}…`;
}
