/** Time against number of stories, a plot for each situation, as one SVG. Both axes are logarithmic. */

/** Number of stories and seconds. */
export type Series = readonly (readonly [stories: number, seconds: number])[];

const plotWidth = 260;
const plotHeight = 190;
const gap = 56;
const columns = 3;
const colors = ['#b3261e', '#1f5fa8', '#6b6b6b', '#2e7d32'];

/** @param plots by situation, by tool */
export function drawPlots(plots: ReadonlyMap<string, ReadonlyMap<string, Series>>): string {
  const points = [...plots.values()].flatMap((plot) => [...plot.values()].flat());
  const x = scale(
    points.map(([stories]) => stories),
    plotWidth,
  );
  const y = scale(
    points.map(([, seconds]) => seconds),
    plotHeight,
  );
  const rows = Math.ceil(plots.size / columns);
  const width = columns * (plotWidth + gap) + gap / 2;
  const height = rows * (plotHeight + gap + 24) + 44;
  const drawn = [...plots].map(([situation, plot], index) => {
    const left = gap + (index % columns) * (plotWidth + gap);
    const top = 70 + Math.floor(index / columns) * (plotHeight + gap + 24);
    const lines = [...plot.values()].map((series, tool) => {
      const color = colors[tool] ?? '#000';
      const at = series.map(([stories, seconds]) => [x(stories), plotHeight - y(seconds)] as const);
      const dots = at.map(
        ([cx, cy], number) =>
          `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${color}"><title>${series[number]?.[1].toFixed(2)} s</title></circle>`,
      );
      return `<polyline points="${at.map((point) => point.join()).join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}`;
    });
    return `<g transform="translate(${left} ${top})"><text y="-12" font-weight="600">${situation}</text>${axes(x, y)}${lines.join('')}</g>`;
  });
  const tools = [...(plots.values().next().value?.keys() ?? [])].map(
    (tool, index) =>
      `<g transform="translate(${gap + index * 190} 24)"><circle cy="-4" cx="4" r="4" fill="${colors[index]}"/><text x="14">${tool}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13" fill="#222">
<title>Seconds that a build takes against the number of stories, beside Hugo and Eleventy</title>
<rect width="100%" height="100%" fill="#fff"/>
${[...tools, ...drawn].join('\n')}
</svg>
`;
}

interface Scale {
  (value: number): number;
  readonly marks: readonly number[];
}

/** From just below the smallest to just above the largest, with marks at 1, 2 and 5 of each power of ten. */
function scale(values: readonly number[], length: number): Scale {
  const low = Math.log(Math.min(...values) / 1.3);
  const span = Math.log(Math.max(...values) * 1.3) - low;
  const place = (value: number) => Math.round(((Math.log(value) - low) / span) * length * 10) / 10;
  const marks = [-2, -1, 0, 1, 2, 3, 4, 5].flatMap((power) => [1, 3].map((digit) => digit * 10 ** power));
  return Object.assign(place, { marks: marks.filter((mark) => place(mark) >= 0 && place(mark) <= length) });
}

function axes(x: Scale, y: Scale): string {
  const seconds = y.marks.map(
    (mark) =>
      `<path d="M0 ${plotHeight - y(mark)}H${plotWidth}" stroke="#ddd"/><text x="-8" y="${plotHeight - y(mark) + 4}" text-anchor="end" font-size="11">${Number(mark.toFixed(2))} s</text>`,
  );
  const stories = x.marks.map(
    (mark) =>
      `<text x="${x(mark)}" y="${plotHeight + 17}" text-anchor="middle" font-size="11">${mark.toLocaleString('en')}</text>`,
  );
  return `${seconds.join('')}${stories.join('')}<path d="M0 0V${plotHeight}H${plotWidth}" stroke="#222" fill="none"/><text x="${plotWidth}" y="${plotHeight + 32}" text-anchor="end" font-size="11">stories</text>`;
}
