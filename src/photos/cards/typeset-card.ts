/** Draws the card of an article without a photo: its topic, its headline, the name of the site. Pure. */

import { balanceLines, breakLines, type Line, measurePieces } from './break-lines.ts';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, type CardText } from './plan-social-card.ts';
import type { SetText } from './set-text.ts';

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

/**
 * The card as SVG, all text as outlines. Where no typeface has all letters of the headline, the name of the site stands
 * in its place: the platforms show the headline itself beside the card.
 */
export function typesetCard(setting: CardSetting, colours: CardText['colours']): string {
  const { headline, label } = setting;
  const name = setting.names.find(({ isComplete }) => isComplete);
  const isShown = headline.isComplete && headline.text !== '';
  const main = isShown ? headline : name;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH_PX}" height="${CARD_HEIGHT_PX}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<rect width="100%" height="18" fill="${colours.accent}"/>`,
    label?.isComplete === true
      ? `<g fill="${colours.accent}">${label.draw(fitLine(label, LABEL_PX), LABEL_PX, beginning(label), 112)}</g>`
      : '',
    `<g fill="${colours.ink}">`,
    ...(main === undefined ? [] : headlineOutlines(main)),
    `<rect x="${MARGIN_PX}" y="506" width="${MEASURE_PX}" height="2"/>`,
    isShown && name !== undefined ? name.draw(fitLine(name, NAME_PX), NAME_PX, beginning(name), 570) : '',
    '</g></svg>',
  ].join('');
}

/** Where lines begin. */
function beginning({ direction }: SetText): number {
  return direction === 'rtl' ? CARD_WIDTH_PX - MARGIN_PX : MARGIN_PX;
}

function headlineOutlines(text: SetText): readonly string[] {
  const { lines, sizePx } = setHeadline(text);
  const leading = text.leading * sizePx;
  const top = HEADLINE_TOP_PX + (HEADLINE_HEIGHT_PX - lines.length * leading) / 2;
  // Letters stand in the middle of their line.
  const baseline = top + (leading - 1.14 * sizePx) / 2 + sizePx * 0.86;
  return lines.map((line, index) => text.draw(line, sizePx, beginning(text), baseline + index * leading));
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

/** A text of one line, shortened where it is too long. */
function fitLine(text: SetText, sizePx: number): string {
  return shortenLine(text, text.text, sizePx, false);
}

/** @param isCut whether text is missing behind the line */
function shortenLine(text: SetText, line: string, sizePx: number, isCut: boolean): string {
  const fits = (part: string) => text.measure(part) * sizePx <= MEASURE_PX;
  if (!isCut && fits(line)) return line;
  let visible = [...line].slice(0, MAX_LETTERS);
  while (visible.length > 0 && !fits(`${visible.join('')}…`)) visible = visible.slice(0, -1);
  return `${visible.join('').trimEnd()}…`;
}
