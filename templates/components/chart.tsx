/**
 * A chart of figures that lie beside the story: drawn at build as SVG for wide windows and for phones, with the table for
 * those who cannot see it, and the file for those who want to count themselves.
 */

import { line } from 'd3-shape';
import type { SiteChart } from '../../src/site/site.ts';
import { textOfHtml } from '../../src/text/html.ts';
import { directionWithin } from '../../src/text/text-direction.ts';
import type { RenderContext } from '../page-template.ts';
import { type ChartLayout, layOutChart } from './chart-layout.ts';
import { type ChartWords, chartWords } from './chart-words.ts';
import { SafeHtml } from './safe-html.tsx';
import { Said } from './said.tsx';

interface ChartProps {
  readonly block: SiteChart;
  readonly context: RenderContext;
}

/** As wide as a text, and as a phone: words have the same size in both. */
const widthsPx = { wide: 608, narrow: 340 } as const;

export function Chart({ block, context }: ChartProps) {
  const { edition } = context;
  const { messages, locale } = edition;
  const words = chartWords(block, locale);
  const { alt, caption, source, unit } = block;
  return (
    <figure class="chart">
      {unit !== undefined && unit !== '%' && <p class="chart-unit">{unit}</p>}
      <Legend block={block} />
      <div class="chart-drawing" role="img" aria-label={alt}>
        {(['wide', 'narrow'] as const).map((width) => (
          <Drawing
            key={width}
            className={`chart-${width}`}
            layout={layOutChart(block, words, widthsPx[width])}
            isMirrored={edition.direction === 'rtl'}
          />
        ))}
      </div>
      <figcaption class="caption">
        {caption !== undefined && (
          <SafeHtml
            tag="span"
            className="caption-text"
            html={caption}
            {...directionWithin(textOfHtml(caption), edition.direction)}
          />
        )}{' '}
        {source !== undefined && (
          <span class="caption-credit">
            <Said word="dataSource" edition={edition}>
              {messages.dataSource(source)}
            </Said>
          </span>
        )}
        <details class="chart-figures">
          <summary>
            <Said word="chartTable" edition={edition}>
              {messages.chartTable}
            </Said>
          </summary>
          <Figures block={block} words={words} />
          <p>
            <a href={block.url} download="">
              <Said word="downloadFigures" edition={edition}>
                {messages.downloadFigures}
              </Said>
            </a>
          </p>
        </details>
      </figcaption>
    </figure>
  );
}

function Legend({ block: { chart, table } }: Pick<ChartProps, 'block'>) {
  if (table.series.length < 2) return null;
  return (
    <ul class="chart-legend">
      {table.series.map(({ name }, index) => (
        <li key={name}>
          <svg class="chart-key" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true">
            {chart === 'line' ? (
              <>
                <path class={`chart-line chart-line-${index + 1}`} d="M1 7H27" />
                <Mark x={14} y={7} series={index} />
              </>
            ) : (
              <rect class={`chart-fill-${index + 1}`} width="28" height="14" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Points of a line are marked where they do not run into each other. */
const markedPoints = 26;

interface DrawingProps {
  readonly className: string;
  readonly layout: ChartLayout;
  /** Pages that are read from the right have their charts from there. */
  readonly isMirrored: boolean;
}

function Drawing({ className, layout, isMirrored }: DrawingProps) {
  const { widthPx, heightPx, rules, bars, lines, texts } = layout;
  const at = (x: number) => rounded(isMirrored ? widthPx - x : x);
  const path = line<{ readonly x: number; readonly y: number } | undefined>()
    .defined((point) => point !== undefined)
    .x((point) => at(point?.x ?? 0))
    .y((point) => rounded(point?.y ?? 0));
  return (
    <svg
      class={className}
      viewBox={`0 0 ${widthPx} ${Math.ceil(heightPx)}`}
      direction={isMirrored ? 'rtl' : 'ltr'}
      aria-hidden="true"
    >
      {rules.map(({ x1, y1, x2, y2, isBase }, index) => (
        <path
          key={index}
          class={isBase ? 'chart-base' : 'chart-rule'}
          d={`M${at(x1)} ${rounded(y1)}L${at(x2)} ${rounded(y2)}`}
        />
      ))}
      {bars.map((bar, index) => (
        <rect
          key={index}
          class={`chart-fill-${bar.series + 1}`}
          x={at(isMirrored ? bar.x + bar.widthPx : bar.x)}
          y={rounded(bar.y)}
          width={rounded(bar.widthPx)}
          height={rounded(bar.heightPx)}
        />
      ))}
      {lines.map((points, series) => (
        <g key={series}>
          <path class={`chart-line chart-line-${series + 1}`} d={path(points) ?? ''} />
          {points.map(
            (point, index) =>
              point !== undefined &&
              (points.length <= markedPoints || isAlone(points, index)) && (
                <Mark key={index} x={at(point.x)} y={rounded(point.y)} series={series} />
              ),
          )}
        </g>
      ))}
      {texts.map(({ x, y, text, anchor, role }, index) => (
        <text key={index} class={`chart-${role}`} x={at(x)} y={rounded(y)} text-anchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
}

/** A number between two that are not known: no line leads to it. */
function isAlone(points: readonly (object | undefined)[], index: number): boolean {
  return points[index - 1] === undefined && points[index + 1] === undefined;
}

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly series: number;
}

/** Each series has a shape of its own, for those who do not tell its colour from others. */
function Mark({ x, y, series }: MarkProps) {
  const className = `chart-mark chart-fill-${series + 1}`;
  const corners = (points: readonly (readonly [number, number])[]) =>
    `M${points.map(([dx, dy]) => `${rounded(x + dx)} ${rounded(y + dy)}`).join('L')}Z`;
  switch (series) {
    case 0:
      return <circle class={className} cx={x} cy={y} r={4} />;
    case 1:
      return (
        <path
          class={className}
          d={corners([
            [-4, -4],
            [4, -4],
            [4, 4],
            [-4, 4],
          ])}
        />
      );
    case 2:
      return (
        <path
          class={className}
          d={corners([
            [0, -5],
            [5, 4],
            [-5, 4],
          ])}
        />
      );
    case 3:
      return (
        <path
          class={className}
          d={corners([
            [0, -5.5],
            [5.5, 0],
            [0, 5.5],
            [-5.5, 0],
          ])}
        />
      );
    case 4:
      return (
        <path
          class={className}
          d={corners([
            [0, 5],
            [5, -4],
            [-5, -4],
          ])}
        />
      );
    default:
      return (
        <path
          class={className}
          d={corners([
            [-5, -2],
            [5, -2],
            [5, 2],
            [-5, 2],
          ])}
        />
      );
  }
}

interface FiguresProps {
  readonly block: SiteChart;
  readonly words: ChartWords;
}

/** The table: what the file says. */
function Figures({ block: { table }, words }: FiguresProps) {
  return (
    <div class="prose">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keys. */}
      <div class="table-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{table.subject}</th>
              {table.series.map(({ name }) => (
                <th key={name} scope="col" class="align-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ label, values }, row) => (
              <tr key={row}>
                <th scope="row">{words.label(label)}</th>
                {values.map((value, index) => (
                  <td key={index} class="align-right">
                    {value === null ? '–' : words.value(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
