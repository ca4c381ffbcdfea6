/** How the figures of a table are drawn, and whether they follow the time. Pure. */

import type { ChartKind } from '../markdown/block.ts';
import type { DataTable } from './data-table.ts';

/** Years from which a line says more than bars. */
const longTime = 9;

export function kindOfChart(wanted: ChartKind | undefined, table: DataTable): ChartKind {
  return wanted ?? (isOverTime(table) && table.rows.length >= longTime ? 'line' : 'bar');
}

/** Whether each line of the table is a year, a month or a day, the earliest first. */
export function isOverTime({ rows }: DataTable): boolean {
  const times = rows.map(({ label }) => timeOf(label));
  return times.every(
    (time, index) =>
      time !== undefined && (index === 0 || time > (times[index - 1] ?? Number.POSITIVE_INFINITY)),
  );
}

/** In milliseconds: `2024`, `2024-05`, `2024-05-01`; undefined for what is no time. */
export function timeOf(label: string): number | undefined {
  const [, year, month = '01', day = '01'] =
    /^(1[0-9]{3}|20[0-9]{2}|2100)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?$/u.exec(label) ?? [];
  if (year === undefined) return undefined;
  const timeMs = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(timeMs) ? undefined : timeMs;
}
