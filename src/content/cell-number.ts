/**
 * Reads the numbers of a table as spreadsheets write them, and says of each that is none what to type. A comma may stand
 * for the point where commas separate nothing else and the file leaves no doubt. Pure.
 */

export type CellNumber =
  | { readonly ok: true; readonly value: number | null }
  | {
      readonly ok: false;
      /** The same for all cells that are wrong in the same way. */
      readonly kind: string;
      readonly message: string;
      readonly hint: string;
    };

const unknown = /^(?:n\/?a|–|—|-|…|\.\.\.|\?)$/iu;
const plain = /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d{1,2})?$/iu;
const spaces = /[\s\u00a0\u202f'’]/gu;
const groupedByCommas = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const groupedByPoints = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$|^[-+]?\d{1,3}(?:\.\d{3}){2,}$/u;
const decimalComma = /^[-+]?\d+,\d+$/u;
/** With three digits behind it, a comma may as well part thousands. */
const surelyDecimal = /^[-+]?(?:\d+,(?:\d{1,2}|\d{4,})|\d{4,},\d+|0\d*,\d+)$/u;
/** Arabic, Persian, Devanagari, and those of full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0xff10];
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/gu;

export function looksLikeNumber(text: string): boolean {
  return plain.test(asciiDigits(text));
}

export class NumberReader {
  /** Whether a comma is what the file has for the point. */
  readonly #hasDecimalCommas: boolean;

  /** @param cells all that should be numbers @param delimiter between cells */
  constructor(cells: readonly string[], delimiter: string) {
    this.#hasDecimalCommas = delimiter !== ',' && cells.some((cell) => surelyDecimal.test(normal(cell)));
  }

  read(cell: string): CellNumber {
    if (unknown.test(cell)) return { ok: true, value: null };
    const text = normal(cell);
    if (plain.test(text)) return { ok: true, value: Number(text) };
    if (decimalComma.test(text) && this.#hasDecimalCommas)
      return { ok: true, value: Number(text.replace(',', '.')) };
    return wrong(cell, text);
  }
}

function wrong(cell: string, text: string): CellNumber {
  if (text === '') {
    return {
      ok: false,
      kind: 'empty',
      message: 'This cell is empty.',
      hint: 'Write 0 where nothing was counted, n/a where the number is not known.',
    };
  }
  if (text.endsWith('%') && plain.test(text.slice(0, -1).replace(spaces, '').replace(',', '.'))) {
    return {
      ok: false,
      kind: 'percent',
      message: `"${cell}" has a percent sign.`,
      hint: `Write ${text.slice(0, -1).replace(spaces, '').replace(',', '.')}, and what all numbers are in the braces of the chart: {unit="%"}`,
    };
  }
  if (groupedByCommas.test(text)) {
    const hint = `Write ${text.replaceAll(',', '')}`;
    return text.split(',').length === 2 && !text.includes('.')
      ? {
          ok: false,
          kind: 'thousands or decimals',
          message: `"${cell}" has a comma, which may part thousands or stand for the point.`,
          hint: `${hint} or ${text.replace(',', '.')}, whichever is meant.`,
        }
      : { ok: false, kind: 'thousands', message: `"${cell}" has commas between thousands.`, hint };
  }
  if (groupedByPoints.test(text)) {
    const hint = `Write ${text.replaceAll('.', '').replace(',', '.')}`;
    return { ok: false, kind: 'thousands', message: `"${cell}" has points between thousands.`, hint };
  }
  if (decimalComma.test(text)) {
    return {
      ok: false,
      kind: 'decimals',
      message: `"${cell}" has a comma where the point belongs.`,
      hint: `Write ${text.replace(',', '.')}`,
    };
  }
  const packed = text.replace(spaces, '');
  if (plain.test(packed)) {
    return {
      ok: false,
      kind: 'thousands',
      message: `"${cell}" has spaces or marks between its digits.`,
      hint: `Write ${packed}`,
    };
  }
  const [inside] = /[-+]?\d+(?:\.\d+)?/u.exec(text) ?? [];
  return {
    ok: false,
    kind: 'words',
    message: `"${cell}" is not a number.`,
    hint:
      inside === undefined
        ? 'Write the number alone, or n/a where it is not known.'
        : `Write the number alone: ${inside}. What all numbers are stands in the braces of the chart: {unit="students"}`,
  };
}

/** With the digits and the minus of ASCII. */
function normal(cell: string): string {
  return asciiDigits(cell).replace(/[−‐–]/gu, '-').replace(/٫/gu, '.').trim();
}

function asciiDigits(text: string): string {
  return text.replace(otherDigits, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.findLast((first) => first <= code) ?? code;
    return String(code - zero);
  });
}
