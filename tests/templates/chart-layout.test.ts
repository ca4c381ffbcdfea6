/** Charts: what is drawn is what the figures say, and nothing runs into anything else, on a page and on a phone. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOverTime, kindOfChart } from '../../src/content/chart-kind.ts';
import { readDataTable } from '../../src/content/data-table.ts';
import type { ChartKind } from '../../src/markdown/block.ts';
import type { SiteChart } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { type ChartLayout, chartTextPx, layOutChart } from '../../templates/components/chart-layout.ts';
import { chartWords, textWidth, wrapText } from '../../templates/components/chart-words.ts';

function chartOf(csv: string, wanted?: ChartKind, unit?: string): SiteChart {
  const reading = readDataTable(csv, 'hash', 'a.csv');
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
  const { table } = reading;
  return {
    kind: 'chart',
    chart: kindOfChart(wanted, table),
    isOverTime: isOverTime(table),
    table,
    alt: 'A chart',
    url: '/a.csv',
    ...defined({ unit }),
  };
}

const layOut = (chart: SiteChart, widthPx = 608, locale = 'en-US'): ChartLayout =>
  layOutChart(chart, chartWords(chart, locale), widthPx);
const textsOf = (layout: ChartLayout) => layout.texts.map(({ text }) => text);

const visits = 'Year,Visits\n2021,100\n2022,200\n2023,50\n';
const halls = 'Hall,Students,Staff\nReading room,40,10\nGymnasium,20,20\n';

describe('the kind', () => {
  test('things and a few years are bars, many years a line, and the editor may choose', () => {
    const years = Array.from({ length: 12 }, (_, index) => `${2010 + index},${index}`).join('\n');
    expect([
      chartOf(halls).chart,
      chartOf(visits).chart,
      chartOf(`Year,A\n${years}\n`).chart,
      chartOf(visits, 'line').chart,
    ]).toEqual(['bar', 'bar', 'line', 'line']);
  });

  test('years that go back and forth are things', () => {
    expect(chartOf('Year,A\n2024,1\n2023,2\n').isOverTime).toBe(false);
  });
});

describe('bars', () => {
  test('of years stand on zero, as high as their numbers', () => {
    const { bars, rules } = layOut(chartOf(visits));
    const base = rules.find(({ isBase }) => isBase)?.y1 ?? 0;
    for (const bar of bars) expect(bar.y + bar.heightPx).toBeCloseTo(base);
    const [first, second, third] = bars.map(({ heightPx }) => heightPx);
    expect([(second ?? 0) / (first ?? 1), (third ?? 0) / (first ?? 1)]).toEqual([
      expect.closeTo(2),
      expect.closeTo(0.5),
    ]);
  });

  test('of things lie below each other, below their names, with their numbers behind them', () => {
    const layout = layOut(chartOf(halls));
    expect(
      layout.bars.map(({ x, widthPx }) => [x, Math.round(widthPx / (layout.bars[1]?.widthPx ?? 1))]),
    ).toEqual([
      [0, 4],
      [0, 1],
      [0, 2],
      [0, 2],
    ]);
    expect(textsOf(layout)).toEqual(['Reading room', '40', '10', 'Gymnasium', '20', '20']);
  });

  test('below zero go the other way', () => {
    const { bars, rules } = layOut(chartOf('Topic,Change\nPhysics,10\nArt,-5\n'));
    const zero = rules.find(({ isBase }) => isBase)?.x1 ?? 0;
    expect(bars[0]?.x).toBeCloseTo(zero);
    expect((bars[1]?.x ?? 0) + (bars[1]?.widthPx ?? 0)).toBeCloseTo(zero);
  });

  test('one upon the other are as long as their sum, or as their share', () => {
    const stacked = layOut(chartOf(halls, 'stacked'));
    expect(textsOf(stacked)).toEqual(['Reading room', '50', 'Gymnasium', '40']);
    const percent = layOut(chartOf(halls, 'percent'));
    expect(percent.bars.map(({ widthPx }) => Math.round(widthPx))).toEqual([486, 122, 304, 304]);
    expect(textsOf(percent).slice(-3)).toEqual(['0%', '50%', '100%']);
  });
});

describe('a line', () => {
  test('is broken where a number is not known', () => {
    const [line] = layOut(chartOf('Year,A\n2021,1\n2022,n/a\n2023,3\n', 'line')).lines;
    expect(line?.map((point) => point !== undefined)).toEqual([true, false, true]);
  });

  test('has years as far from each other as they are', () => {
    const [line] = layOut(chartOf('Year,A\n2000,1\n2010,2\n2012,3\n', 'line')).lines;
    const [a, b, c] = (line ?? []).map((point) => point?.x ?? 0);
    expect(((b ?? 0) - (a ?? 0)) / ((c ?? 0) - (b ?? 0))).toBeCloseTo(5, 0);
  });

  test('begins at zero, unless all of it is far from there', () => {
    const ticks = (csv: string) => layOut(chartOf(csv, 'line')).rules.filter(({ isBase }) => isBase).length;
    expect(textsOf(layOut(chartOf('Year,A\n2021,10\n2022,90\n', 'line')))).toContain('0');
    expect(textsOf(layOut(chartOf('Year,A\n2021,980\n2022,990\n', 'line')))).not.toContain('0');
    expect(ticks('Year,A\n2021,980\n2022,990\n')).toBe(1);
  });
});

describe('words', () => {
  test('are numbers and times of the language', () => {
    const rain = chartOf('Month,Rain\n2024-01,1234.5\n2024-02,20\n', 'bar');
    expect(textsOf(layOut(rain, 608, 'de-DE'))).toEqual(
      expect.arrayContaining(['Jan. 2024', '1.234,5', '20,0']),
    );
    expect(textsOf(layOut(rain, 608, 'zh-CN'))).toContain('2024年1月');
    expect(textsOf(layOut(chartOf('Year,A\n2021,45\n2022,50\n', 'bar', '%'), 608, 'ar-EG'))).toEqual(
      expect.arrayContaining(['٢٠٢١', '٤٥٪\u061c']),
    );
  });

  test('are broken where they are too long, Chinese between letters', () => {
    expect(wrapText('The long reading room in the Main Library', 150, chartTextPx).length).toBeGreaterThan(1);
    const lines = wrapText('主图书馆的长阅览室有自己的入口', 100, chartTextPx);
    expect([lines.length > 1, lines.join('')]).toEqual([true, '主图书馆的长阅览室有自己的入口']);
  });
});

/** From the left edge of a text to its right one. */
function span({ x, text, anchor }: ChartLayout['texts'][number]): readonly [number, number] {
  const width = textWidth(text, chartTextPx);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width];
}

test('nothing stands outside of the drawing, and no two words in each other, whatever the figures are', () => {
  const number = fc.oneof(fc.integer({ min: -99_999, max: 999_999 }), fc.constant('n/a'), fc.constant(0));
  const labels = fc.oneof(
    fc
      .integer({ min: 1, max: 30 })
      .map((length) => Array.from({ length }, (_, index) => String(1990 + index))),
    fc
      .integer({ min: 2, max: 12 })
      .map((length) => Array.from({ length }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`)),
    fc.uniqueArray(fc.constantFrom('Foundry', 'The long reading room', '阅览室', 'Gym'), { minLength: 1 }),
  );
  const figures = labels.chain((names) =>
    fc.integer({ min: 1, max: 6 }).chain((count) =>
      fc
        .array(fc.array(number, { minLength: count, maxLength: count }), {
          minLength: names.length,
          maxLength: names.length,
        })
        .map((rows) =>
          [
            ['Thing', ...(rows[0]?.map((_, index) => `S${index}`) ?? [])].join(','),
            ...rows.map((row, index) => [names[index], ...row].join(',')),
          ].join('\n'),
        ),
    ),
  );
  fc.assert(
    fc.property(
      figures,
      fc.constantFrom<ChartKind>('bar', 'line'),
      fc.constantFrom(340, 608),
      fc.constantFrom('en-US', 'zh-CN', 'ar-EG'),
      (csv, kind, widthPx, locale) => {
        const layout = layOut(chartOf(csv, kind), widthPx, locale);
        for (const { x, y, widthPx: width, heightPx } of layout.bars) {
          expect(Math.min(x, y, width, heightPx)).toBeGreaterThanOrEqual(-0.01);
          expect(x + width).toBeLessThanOrEqual(widthPx + 0.01);
          expect(y + heightPx).toBeLessThanOrEqual(layout.heightPx);
        }
        for (const point of layout.lines.flat()) expect(Number.isFinite(point?.y ?? 0)).toBe(true);
        for (const [index, text] of layout.texts.entries()) {
          const [left, right] = span(text);
          expect([left >= -1, right <= widthPx + 1, text.y <= layout.heightPx]).toEqual([true, true, true]);
          for (const other of layout.texts.slice(index + 1)) {
            const [otherLeft, otherRight] = span(other);
            const isApart = Math.abs(text.y - other.y) >= 12 || right <= otherLeft || otherRight <= left;
            expect([text.text, other.text, isApart]).toEqual([text.text, other.text, true]);
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});
