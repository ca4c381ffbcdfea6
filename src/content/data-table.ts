/**
 * The figures of a chart, from a CSV file as spreadsheets save it: separated by commas, semicolons or tabs. The first line
 * names the columns, the first column says what each line is about, all else are numbers. Pure.
 */

import Papa from 'papaparse';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hiddenDirections } from '../markdown/hidden-direction.ts';
import { type CellNumber, looksLikeNumber, NumberReader } from './cell-number.ts';

interface DataRow {
  readonly label: string;
  /** Null where it is not known. */
  readonly values: readonly (number | null)[];
  /** Of the file, from 1. */
  readonly line: number;
}

export interface DataTable {
  /** What the first column is about. */
  readonly subject: string;
  readonly series: readonly { readonly name: string; readonly column: number }[];
  readonly rows: readonly DataRow[];
  /** Stands for the text of the file. */
  readonly hash: string;
}

export type TableReading =
  | { readonly ok: true; readonly table: DataTable }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** More is no chart any more, and a table that no reader reads to its end. */
const maximumRows = 500;
/** Of one kind of mistake; the last of them says how many there are. */
const visibleMistakes = 3;

interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** @param text with `\n` line ends and without a byte order mark @param file as diagnostics show it */
export function readDataTable(text: string, hash: string, file: string): TableReading {
  const mistakes = new Mistakes(file);
  for (const { line, ...columns } of hiddenDirections(text))
    mistakes.add(
      { line: line + 1, ...columns },
      'A hidden character turns the direction of this line around: readers would see other words than yours.',
      'Delete the line and type it anew instead of pasting it.',
    );
  const delimiter = delimiterOf(text);
  const [head, ...lines] = recordsOf(text, delimiter, mistakes);
  if (head === undefined || lines.length === 0) {
    mistakes.add(
      { line: 1, column: 1, endColumn: 1 },
      head === undefined ? 'The file is empty.' : 'The file has one line only, which names the columns.',
      'Write the names of the columns into the first line, and a line for each year or thing below it.',
    );
    return { ok: false, diagnostics: mistakes.diagnostics };
  }
  judgeHead(head, mistakes);
  if (lines.length > maximumRows) {
    mistakes.add(
      lines[maximumRows]?.[0] ?? noPlace,
      `The file has ${lines.length} lines; a chart shows at most ${maximumRows}.`,
      'Sum up what belongs together, or offer the file for download: [All figures](figures.csv)',
    );
    return { ok: false, diagnostics: mistakes.diagnostics };
  }
  const numbers = new NumberReader(
    lines.flatMap((cells) => cells.slice(1).map((cell) => cell.text)),
    delimiter,
  );
  const rows = lines.map((cells): DataRow => {
    judgeLength(cells, head, mistakes);
    const [label, ...values] = cells;
    if (label?.text === '') {
      mistakes.add(label, 'This line does not say what it is about.', 'Write it into its first cell.');
    }
    return {
      label: label?.text ?? '',
      values: values.map((cell) => numberOf(cell, numbers.read(cell.text), mistakes)),
      line: label?.line ?? 1,
    };
  });
  const { diagnostics } = mistakes;
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const [subject, ...series] = head;
  return {
    ok: true,
    table: {
      subject: subject?.text ?? '',
      series: series.map(({ text: name, column }) => ({ name, column })),
      rows,
      hash,
    },
  };
}

/** As a file again, for those who are handed the figures without the site. */
export function printDataTable({ subject, series, rows }: DataTable): string {
  const lines = rows.map(({ label, values }) => [label, ...values.map((value) => value ?? 'n/a')]);
  return `${Papa.unparse([[subject, ...series.map(({ name }) => name)], ...lines], { newline: '\n' })}\n`;
}

const noPlace = { line: 1, column: 1, endColumn: 1 };

/** Mistakes of one file, each kind told a few times. */
class Mistakes {
  readonly #file: string;
  readonly #kinds = new Map<string, Diagnostic[]>();

  constructor(file: string) {
    this.#file = file;
  }

  /** @param kind of which only a few are told; without it each message is of a kind of its own */
  add(
    { line, column, endColumn }: Omit<Cell, 'text'>,
    message: string,
    hint: string,
    kind: string = message,
  ): void {
    const same = this.#kinds.get(kind) ?? [];
    this.#kinds.set(kind, same);
    same.push({
      code: 'chart-data',
      severity: 'error',
      file: this.#file,
      ...{ line, column, endColumn: Math.max(endColumn, column + 1), message, hint },
    });
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#kinds.values()].flatMap((same) => {
      const more = same.length - visibleMistakes;
      return same
        .slice(0, visibleMistakes)
        .map((mistake, index) =>
          more > 0 && index === visibleMistakes - 1
            ? { ...mistake, message: `${mistake.message} So it is with ${more} more.` }
            : mistake,
        );
    });
  }
}

function judgeHead(head: readonly Cell[], mistakes: Mistakes): void {
  const [first, ...others] = head;
  if (first === undefined) return;
  if (others.length === 0) {
    mistakes.add(
      first,
      'The file has one column only.',
      'Separate the columns with commas, semicolons or tabs: Year,Visitors',
    );
    return;
  }
  if (looksLikeNumber(first.text) && others.every(({ text }) => looksLikeNumber(text))) {
    mistakes.add(
      first,
      'The first line holds numbers, where the names of the columns belong.',
      'Put a line above it: Year,Visitors',
    );
    return;
  }
  const known = new Set<string>();
  for (const cell of others) {
    if (cell.text === '') {
      mistakes.add(
        cell,
        'This column has no name.',
        'Write into the first line what the column counts, or delete the column.',
      );
    } else if (known.has(cell.text)) {
      mistakes.add(cell, `Two columns are called "${cell.text}".`, 'Give one of them another name.');
    }
    known.add(cell.text);
  }
}

function judgeLength(cells: readonly Cell[], head: readonly Cell[], mistakes: Mistakes): void {
  const more = cells.length - head.length;
  if (more === 0) return;
  const place = cells[Math.min(cells.length, head.length + 1) - 1] ?? cells[0] ?? noPlace;
  mistakes.add(
    place,
    `This line has ${counted(cells.length)}, and the first line has ${counted(head.length)}.`,
    more > 0
      ? 'If a cell has a comma in it, put quotation marks around the cell: "Cheng, Mingyuan". Else delete what is too much.'
      : 'Write what is missing; n/a where a number is not known.',
    'length',
  );
}

function counted(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}

function numberOf(cell: Cell, number: CellNumber, mistakes: Mistakes): number | null {
  if (number.ok) return number.value;
  mistakes.add(cell, number.message, number.hint, number.kind);
  return null;
}

/** The mark that the first line has most often outside of quotation marks. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const bare = first.replace(/"[^"]*"/gu, '');
  const [best = ','] = [',', ';', '\t', '|']
    .map((mark) => [mark, bare.split(mark).length] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([mark]) => mark);
  return best;
}

/** Lines with something in them, each cell with its place. */
function recordsOf(text: string, delimiter: string, mistakes: Mistakes): readonly (readonly Cell[])[] {
  const records: Cell[][] = [];
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const raw = text.slice(start, meta.cursor);
      const places = cellPlaces(raw, delimiter, line);
      const cells = data.map((cell, index) => ({
        text: cell.replace(/\s+/gu, ' ').trim(),
        ...(places[index] ?? noPlace),
      }));
      if (errors.some(({ type }) => type === 'Quotes')) {
        mistakes.add(
          cells.at(-1) ?? noPlace,
          'A quotation mark opens here and is not closed, or closes before the end of its cell.',
          'Close it at the end of the cell; a quotation mark that belongs to the text is typed twice: ""',
        );
      }
      if (cells.some((cell) => cell.text !== '')) records.push(cells);
      start = meta.cursor;
      line += raw.split('\n').length - 1;
    },
  });
  return records;
}

/** Where the cells of a record stand: a comma inside quotation marks separates nothing. */
function cellPlaces(raw: string, delimiter: string, firstLine: number): readonly Omit<Cell, 'text'>[] {
  const places: Omit<Cell, 'text'>[] = [];
  let line = firstLine;
  let lineStart = 0;
  let isQuoted = false;
  let from = { line, column: 1 };
  const end = (index: number) => {
    const column = index - lineStart + 1;
    places.push({ ...from, endColumn: line === from.line ? column : from.column + 1 });
    from = { line, column: column + 1 };
  };
  for (const [index, character] of Array.from({ length: raw.length }, (_, at) => [at, raw[at]] as const)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) end(index);
    else if (character === '\n' && index < raw.length - 1) {
      line += 1;
      lineStart = index + 1;
    }
  }
  end(raw.endsWith('\n') ? raw.length - 1 : raw.length);
  return places;
}
