/**
 * Breaks a headline into lines: between words, and in Chinese and Japanese between characters, but never so that a
 * closing mark begins a line or an opening one ends it. Widths in any one unit. Source: JLREQ 3.1.7 and 3.1.8. Pure.
 */

interface Piece {
  readonly text: string;
  readonly width: number;
  /** Whether a space stands before it, unless it begins a line. */
  readonly isSpaced: boolean;
}

export interface Measured {
  readonly pieces: readonly Piece[];
  readonly spaceWidth: number;
}

const EAST_ASIAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}';
const OPENING = '\\p{Ps}\\p{Pi}';
const CLOSING =
  '\\p{Pe}\\p{Pf}\\p{Po}\\p{Mn}\\p{Mc}—…～〜ーｰ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ';
const EAST_ASIAN_PIECES = new RegExp(
  `[${OPENING}]*(?:[${EAST_ASIAN}]|[^${EAST_ASIAN}${OPENING}${CLOSING}]+|(?=[${CLOSING}]))[${CLOSING}]*|[${OPENING}]+`,
  'gu',
);
const hasEastAsian = new RegExp(`[${EAST_ASIAN}]`, 'u');
/** Thai writes no spaces between words; where they end only a dictionary knows, so lines break between syllables. */
const THAI_PIECES = /[เ-ไ]?[^\p{M}เ-ไ][\p{M}ะาำๅๆฯ]*|./gu;
const hasThai = /\p{Script=Thai}/u;

export function measurePieces(text: string, measure: (part: string) => number): Measured {
  const pieces = text.split(' ').flatMap((word) => {
    return piecesOf(word).map(
      (part, index): Piece => ({ text: part, width: measure(part), isSpaced: index === 0 }),
    );
  });
  return { pieces: pieces.filter((piece) => piece.text !== ''), spaceWidth: measure(' ') };
}

function piecesOf(word: string): readonly string[] {
  if (hasEastAsian.test(word)) return word.match(EAST_ASIAN_PIECES) ?? [word];
  return hasThai.test(word) ? (word.match(THAI_PIECES) ?? [word]) : [word];
}

export interface Line {
  readonly text: string;
  readonly width: number;
}

/** Lines as long as they fit; a piece that is longer than a line has a line to itself. */
export function breakLines({ pieces, spaceWidth }: Measured, mostWidth: number): readonly Line[] {
  const lines: Line[] = [];
  for (const { text, width, isSpaced } of pieces) {
    const last = lines.at(-1);
    const space = isSpaced ? spaceWidth : 0;
    if (last !== undefined && last.width + space + width <= mostWidth)
      lines[lines.length - 1] = {
        text: `${last.text}${isSpaced ? ' ' : ''}${text}`,
        width: last.width + space + width,
      };
    else lines.push({ text, width });
  }
  return lines;
}

/** As many lines as `breakLines` makes, of about one length where no words say where they end. */
export function balanceLines(text: string, measured: Measured, mostWidth: number): readonly Line[] {
  const full = breakLines(measured, mostWidth);
  if (!hasEastAsian.test(text)) return full;
  let [narrow, wide] = [0, mostWidth];
  // Down to a hundredth of the line.
  while (wide - narrow > mostWidth / 100) {
    const middle = (narrow + wide) / 2;
    const lines = breakLines(measured, middle);
    if (lines.length > full.length || lines.some(({ width }) => width > middle)) narrow = middle;
    else wide = middle;
  }
  return breakLines(measured, wide);
}
