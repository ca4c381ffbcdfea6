/** Draws the card of an article without a photo: its topic, its headline, the name of the site. Pure. */

import type { OpenFace } from './card-face.ts';
import { CARD_HEIGHT_PX, CARD_WIDTH_PX, type CardText } from './plan-social-card.ts';

const MARGIN_PX = 80;
const MEASURE_PX = CARD_WIDTH_PX - 2 * MARGIN_PX;
/** Headlines are set as large as they find room, never smaller: a thumbnail of the card must still be read. */
const SIZES_PX = [104, 92, 80, 70, 62, 54];
const LEADING = 1.14;
const LABEL_PX = 38;
const NAME_PX = 44;
/** Between the label and the name. */
const HEADLINE_TOP_PX = 150;
const HEADLINE_HEIGHT_PX = 330;

/** No line holds more, however narrow they are: what is cut off need not be measured. */
const MAX_LETTERS = 120;

/**
 * The card as SVG, all text as outlines. Where the face lacks a letter of the headline, as it does for Chinese, the
 * name of the site stands in its place: the platforms show the headline itself beside the card.
 */
export function typesetCard({ headline, label, names, colours }: CardText, face: OpenFace): string {
  const name = names.find((candidate) => face.canSet(candidate)) ?? '';
  const shown = face.canSet(headline) ? headline : name;
  const { lines, sizePx } = setHeadline(shown, face);
  const height = lines.length * sizePx * LEADING;
  const top = HEADLINE_TOP_PX + (HEADLINE_HEIGHT_PX - height) / 2 + sizePx * 0.86;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH_PX}" height="${CARD_HEIGHT_PX}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<rect width="100%" height="18" fill="${colours.accent}"/>`,
    label !== undefined && face.canSet(label)
      ? `<g fill="${colours.accent}">${face.draw(label, LABEL_PX, MARGIN_PX, 112)}</g>`
      : '',
    `<g fill="${colours.ink}">`,
    ...lines.map((line, index) => face.draw(line, sizePx, MARGIN_PX, top + index * sizePx * LEADING)),
    `<rect x="${MARGIN_PX}" y="506" width="${MEASURE_PX}" height="2"/>`,
    shown === name ? '' : face.draw(name, NAME_PX, MARGIN_PX, 570),
    '</g></svg>',
  ].join('');
}

function setHeadline(
  text: string,
  face: OpenFace,
): { readonly lines: readonly string[]; readonly sizePx: number } {
  const roomFor = (sizePx: number) => Math.floor(HEADLINE_HEIGHT_PX / (sizePx * LEADING));
  for (const sizePx of SIZES_PX) {
    const lines = breakLines(text, (line) => face.measure(line, sizePx) <= MEASURE_PX);
    if (lines.length <= roomFor(sizePx) && lines.every((line) => face.measure(line, sizePx) <= MEASURE_PX))
      return { lines, sizePx };
  }
  const sizePx = SIZES_PX.at(-1) ?? 0;
  const fits = (line: string) => face.measure(line, sizePx) <= MEASURE_PX;
  const lines = breakLines(text, fits).slice(0, roomFor(sizePx));
  return { lines: lines.map((line, index) => shorten(line, fits, index === lines.length - 1)), sizePx };
}

/** Lines as long as they fit; a word that is longer than a line has a line to itself. */
function breakLines(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** @param isCut whether text is missing behind the line */
function shorten(line: string, fits: (line: string) => boolean, isCut: boolean): string {
  if (fits(line) && !isCut) return line;
  let shown = line.slice(0, MAX_LETTERS);
  while (shown !== '' && !fits(`${shown}…`)) shown = shown.slice(0, -1);
  return `${shown.trimEnd()}…`;
}
