/** Reads the figures of all charts of the content, each file once, and says which charts cannot be drawn. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Body, ChartBlock } from '../markdown/block.ts';
import { kindOfChart } from './chart-kind.ts';
import { type DataTable, readDataTable } from './data-table.ts';
import type { DocumentReader } from './document-reader.ts';
import { knownIfSame, missingBeside } from './files-beside.ts';

/** By file relative to `content/`. */
export type DataTables = ReadonlyMap<string, DataTable>;

export const noTables: DataTables = new Map();

/** Colours that can be told apart; more lines or bars are a knot. */
const maximumSeries = 6;
const maximumBars = 40;

interface Charted {
  readonly file: string;
  readonly body: Pick<Body, 'inserts'>;
}

/** @param known of the load before: the same object comes back where nothing has changed */
export function loadTables(
  documents: DocumentReader,
  charted: readonly Charted[],
  files: ReadonlySet<string>,
  known: DataTables = noTables,
): DataTables {
  const tables = new Map<string, DataTable>();
  const read = new Set<string>();
  const judged = new Set<string>();
  for (const { file, body } of charted) {
    for (const insert of body.inserts) {
      if (insert.kind !== 'chart') continue;
      if (!files.has(insert.file)) documents.report([missing(insert, documents.displayPath(file))]);
      else if (!read.has(insert.file)) {
        read.add(insert.file);
        const table = readTable(documents, insert.file, known);
        if (table !== undefined) tables.set(insert.file, table);
      }
      const table = tables.get(insert.file);
      const mark = `${insert.chart ?? ''} ${insert.file}`;
      if (table === undefined || judged.has(mark)) continue;
      judged.add(mark);
      const mistakes = judgeChart(insert, table, documents.displayPath(insert.file));
      documents.report(mistakes);
    }
  }
  return knownIfSame(tables, known);
}

function readTable(documents: DocumentReader, file: string, known: DataTables): DataTable | undefined {
  const source = documents.readText(file);
  if (source === undefined) return undefined;
  const before = known.get(file);
  if (before?.hash === source.hash) return before;
  const reading = readDataTable(source.text, source.hash, documents.displayPath(file));
  if (reading.ok) return reading.table;
  documents.report(reading.diagnostics);
  return undefined;
}

function missing({ file, place }: ChartBlock, displayPath: string): Diagnostic {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return missingBeside(place, `There is no file ${name} beside the story for this chart.`, displayPath);
}

/** What the kind of the chart cannot show. */
function judgeChart(chart: ChartBlock, table: DataTable, file: string): readonly Diagnostic[] {
  const kind = kindOfChart(chart.chart, table);
  const report = (line: number, column: number, message: string, hint: string): Diagnostic => ({
    ...{ code: 'chart-data', severity: 'error', file, line, column, endColumn: column + 1, message, hint },
  });
  const { series, rows } = table;
  const oneTooMany = series[maximumSeries];
  if (oneTooMany !== undefined) {
    return [
      report(
        1,
        oneTooMany.column,
        `The file has ${series.length} columns of numbers; a chart tells at most ${maximumSeries} apart.`,
        `Keep the ${maximumSeries} that matter, or make two charts of two files.`,
      ),
    ];
  }
  const lastBar = rows[maximumBars];
  if (kind !== 'line' && lastBar !== undefined) {
    return [
      report(
        lastBar.line,
        1,
        `The file has ${rows.length} lines; bars are drawn of at most ${maximumBars}.`,
        'Keep those that matter, or draw a line: {chart=line}',
      ),
    ];
  }
  if (kind === 'line' && rows.length < 2) {
    return [
      report(rows[0]?.line ?? 1, 1, 'A line needs two points.', 'Add a line, or draw a bar: {chart=bar}'),
    ];
  }
  if (kind === 'stacked' || kind === 'percent') {
    const negative = rows.find(({ values }) => values.some((value) => value !== null && value < 0));
    if (negative !== undefined) {
      return [
        report(
          negative.line,
          1,
          'A number here is below zero, which no part of a whole is.',
          'Draw bars beside each other: {chart=bar}',
        ),
      ];
    }
  }
  if (kind === 'percent') {
    const empty = rows.find(({ values }) => values.every((value) => value === null || value === 0));
    if (empty !== undefined) {
      return [
        report(
          empty.line,
          1,
          'The numbers here are all zero, and have no shares.',
          'Delete this line, or draw {chart=stacked}',
        ),
      ];
    }
  }
  return [];
}
