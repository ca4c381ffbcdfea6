/**
 * Where everything of a chart stands: its axes, bars, lines and words. Bars of things lie below each other with their names
 * above them; bars of years stand beside each other; lines follow the time. Pure. Lengths are in px of the drawing, and
 * begin at the left: a page that is read from the right mirrors them.
 */

import { scaleBand, scaleLinear } from 'd3-scale';
import { stack, stackOffsetExpand } from 'd3-shape';
import { timeOf } from '../../src/content/chart-kind.ts';
import type { SiteChart } from '../../src/site/site.ts';
import { type ChartWords, textWidth, wrapText } from './chart-words.ts';

interface ChartText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly role: 'label' | 'value';
}

export interface ChartLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rules: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    /** Where the numbers begin. */
    readonly isBase: boolean;
  }[];
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly widthPx: number;
    readonly heightPx: number;
    /** Counts from 0. */
    readonly series: number;
  }[];
  /** One for each series; undefined where a number is not known. */
  readonly lines: readonly (readonly ({ readonly x: number; readonly y: number } | undefined)[])[];
  readonly texts: readonly ChartText[];
}

export const chartTextPx = 14;
const linePx = 20;
const tickCount = 5;

export function layOutChart(chart: SiteChart, words: ChartWords, widthPx: number): ChartLayout {
  if (chart.chart === 'line') return layOutLines(chart, words, widthPx);
  return chart.isOverTime ? layOutColumns(chart, words, widthPx) : layOutRows(chart, words, widthPx);
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** For each line of the table the parts of its bars: beside each other, or one upon the other. */
function partsOf({ chart, table: { rows, series } }: SiteChart): readonly (readonly Part[])[] {
  if (chart !== 'stacked' && chart !== 'percent')
    return rows.map(({ values }) => values.map((value) => ({ from: 0, to: value ?? 0 })));
  const keys = series.map((_, index) => index);
  const stacked = stack<(typeof rows)[number], number>()
    .keys(keys)
    .value(({ values }, key) => values[key] ?? 0);
  if (chart === 'percent') stacked.offset(stackOffsetExpand);
  const layers = stacked(rows);
  return rows.map((_, row) =>
    layers.map((layer) => {
      const [from = 0, to = 0] = layer[row] ?? [];
      return { from, to };
    }),
  );
}

/** From zero, or from the lowest number where some are below. */
function domainOf(parts: readonly (readonly Part[])[]): [number, number] {
  const ends = parts.flatMap((row) => row.map(({ to }) => to));
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  return low === high ? [0, 1] : [low, high];
}

const rowGapPx = 14;

function layOutRows(chart: SiteChart, words: ChartWords, widthPx: number): ChartLayout {
  const { rows, series } = chart.table;
  const parts = partsOf(chart);
  const isOne = chart.chart === 'stacked' || chart.chart === 'percent';
  const said = rows.map(({ values }) =>
    isOne
      ? chart.chart === 'percent'
        ? []
        : [words.value(values.reduce<number>((sum, value) => sum + (value ?? 0), 0))]
      : values.map((value) => (value === null ? '–' : words.value(value))),
  );
  const roomPx = Math.max(0, ...said.flat().map((text) => textWidth(text, chartTextPx) + 8));
  const [low, high] = domainOf(parts);
  const isAllBelow = parts.every((row) => row.every(({ to }) => to < 0));
  const x = scaleLinear([low, high], [low < 0 ? roomPx : 0, widthPx - (isAllBelow ? 0 : roomPx)]);
  const barPx = isOne || series.length === 1 ? 20 : 16;
  const bars: ChartLayout['bars'][number][] = [];
  const texts: ChartText[] = [];
  let y = 0;
  for (const [row, { label }] of rows.entries()) {
    for (const text of wrapText(words.label(label), widthPx, chartTextPx)) {
      texts.push({ x: 0, y: y + 15, text, anchor: 'start', role: 'label' });
      y += linePx;
    }
    for (const [index, { from, to }] of (parts[row] ?? []).entries()) {
      const start = x(Math.min(from, to));
      bars.push({ x: start, y, widthPx: x(Math.max(from, to)) - start, heightPx: barPx, series: index });
      const text = isOne ? undefined : said[row]?.[index];
      if (text !== undefined) texts.push(valueText(x(to), y + barPx / 2, text, to < 0));
      if (!isOne) y += barPx + 2;
    }
    const [total] = isOne ? (said[row] ?? []) : [];
    const end = parts[row]?.at(-1)?.to ?? 0;
    if (total !== undefined) texts.push(valueText(x(end), y + barPx / 2, total, false));
    y += (isOne ? barPx : 0) + rowGapPx;
  }
  const bottom = y - rowGapPx + 6;
  const zero = x(0);
  if (chart.chart === 'percent') {
    return {
      ...{ widthPx, heightPx: bottom + 22, bars, lines: [], rules: [] },
      texts: [...texts, ...shareTexts(words, widthPx, bottom + 14)],
    };
  }
  const heightPx = bottom;
  return {
    widthPx,
    heightPx,
    bars,
    texts,
    lines: [],
    // Where all numbers are above zero, the edge of the chart says it.
    rules: low < 0 ? [{ x1: zero, y1: 0, x2: zero, y2: heightPx, isBase: true }] : [],
  };
}

/** The axis of bars that are all as long. */
function shareTexts(words: ChartWords, widthPx: number, y: number): readonly ChartText[] {
  const anchors = ['start', 'middle', 'end'] as const;
  return anchors.map((anchor, index) => ({
    ...{ x: (widthPx * index) / 2, y, text: words.tick(index / 2), anchor },
    role: 'value',
  }));
}

function valueText(x: number, y: number, text: string, isBelow: boolean): ChartText {
  return {
    x: isBelow ? x - 6 : x + 6,
    y: y + 5,
    text,
    anchor: isBelow ? 'end' : 'start',
    role: 'value',
  };
}

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
  readonly rules: ChartLayout['rules'];
  readonly texts: readonly ChartText[];
}

/** The axis of numbers with its rules, and what it leaves for the chart. */
function plotOf(domain: readonly [number, number], words: ChartWords, widthPx: number): Plot {
  const top = 16;
  const bottom = top + Math.round(Math.min(300, Math.max(200, widthPx * 0.45)));
  const y = scaleLinear([...domain], [bottom, top]).nice(tickCount);
  const ticks = y.ticks(tickCount);
  const labels = ticks.map((tick) => words.tick(tick));
  const left = Math.max(...labels.map((label) => textWidth(label, chartTextPx))) + 8;
  const [low = 0] = y.domain();
  return {
    left,
    right: widthPx,
    top,
    bottom,
    y: (value) => y(value),
    rules: ticks.map((tick) => ({
      ...{ x1: left, x2: widthPx, y1: y(tick), y2: y(tick) },
      isBase: tick === Math.max(0, low),
    })),
    texts: ticks.map((tick, index) => ({
      ...{ x: left - 8, y: y(tick) + 5, text: labels[index] ?? '' },
      anchor: 'end',
      role: 'value',
    })),
  };
}

/** The words below an axis of times: as many as have room, the last one always. */
function timeTexts(
  labels: readonly string[],
  xOf: (index: number) => number,
  { left, right, bottom }: Pick<Plot, 'left' | 'right' | 'bottom'>,
): readonly ChartText[] {
  const widest = Math.max(...labels.map((label) => textWidth(label, chartTextPx))) + 12;
  const step = Math.ceil((labels.length * widest) / Math.max(1, right - left));
  const last = labels.length - 1;
  const texts: ChartText[] = [];
  // From the end: what stands at the edge is moved in, and may leave no room before it.
  let freeTo = right + 1;
  for (let index = last; index >= 0; index -= Math.max(1, step)) {
    const text = labels[index] ?? '';
    const half = textWidth(text, chartTextPx) / 2;
    const x = Math.min(Math.max(xOf(index), half), right - half);
    if (x + half > freeTo) continue;
    texts.unshift({ x, y: bottom + 20, text, anchor: 'middle', role: 'label' });
    freeTo = x - half - 8;
  }
  return texts;
}

function layOutColumns(chart: SiteChart, words: ChartWords, widthPx: number): ChartLayout {
  const { rows, series } = chart.table;
  const parts = partsOf(chart);
  const plot = plotOf(domainOf(parts), words, widthPx);
  const { left, right, bottom, y } = plot;
  const isOne = chart.chart !== 'bar' || series.length === 1;
  const keys = rows.map((_, index) => index);
  const x = scaleBand(keys, [left, right]).padding(0.22);
  const inner = scaleBand(
    series.map((_, index) => index),
    [0, x.bandwidth()],
  ).padding(0.06);
  const middle = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  const bars = parts.flatMap((row, index) =>
    row.map(({ from, to }, key) => {
      const top = y(Math.max(from, to));
      return {
        x: (x(index) ?? 0) + (isOne ? 0 : (inner(key) ?? 0)),
        y: top,
        widthPx: isOne ? x.bandwidth() : inner.bandwidth(),
        heightPx: y(Math.min(from, to)) - top,
        series: key,
      };
    }),
  );
  const labels = rows.map(({ label }) => words.label(label));
  const values = rows.map(({ values: [value] }) =>
    value === null || value === undefined ? '–' : words.value(value),
  );
  const hasValues =
    chart.chart === 'bar' &&
    series.length === 1 &&
    values.every((text) => textWidth(text, chartTextPx) <= x.step() - 2);
  const valueTexts = values.map((text, index): ChartText => {
    const value = rows[index]?.values[0] ?? 0;
    return { x: middle(index), y: y(value) + (value < 0 ? 17 : -5), text, anchor: 'middle', role: 'value' };
  });
  return {
    widthPx,
    heightPx: bottom + 28,
    bars,
    lines: [],
    rules: plot.rules,
    texts: [...plot.texts, ...timeTexts(labels, middle, plot), ...(hasValues ? valueTexts : [])],
  };
}

/** A line may begin above zero where all of it is far from there; bars never do. */
const farFromZero = 0.5;

function layOutLines(chart: SiteChart, words: ChartWords, widthPx: number): ChartLayout {
  const { rows, series } = chart.table;
  const known = rows.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const domain: [number, number] = known.length === 0 ? [0, 1] : [low, high];
  if (low >= 0 && low < high * farFromZero) domain[0] = 0;
  if (high <= 0 && high > low * farFromZero) domain[1] = 0;
  if (domain[0] === domain[1]) domain[domain[0] > 0 ? 0 : 1] = domain[0] === 0 ? 1 : 0;
  const plot = plotOf(domain, words, widthPx);
  const { left, right, bottom, y } = plot;
  const times = rows.map(({ label }, index) => (chart.isOverTime ? (timeOf(label) ?? 0) : index));
  const x = scaleLinear([times[0] ?? 0, times.at(-1) ?? 1], [left + 8, right - 8]);
  const xOf = (index: number) => x(times[index] ?? 0);
  const labels = rows.map(({ label }) => words.label(label));
  return {
    widthPx,
    heightPx: bottom + 28,
    bars: [],
    lines: series.map((_, key) =>
      rows.map(({ values }, index) => {
        const value = values[key];
        return value === null || value === undefined ? undefined : { x: xOf(index), y: y(value) };
      }),
    ),
    rules: plot.rules,
    texts: [...plot.texts, ...timeTexts(labels, xOf, plot)],
  };
}
