/** One image of the Markdown whose file holds figures: a chart of them. */

import type Token from 'markdown-it/lib/token.mjs';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { defined } from '../text/defined.ts';
import { type ChartBlock, chartKinds } from './block.ts';
import { type BraceWords, type ImageContext, readImageTexts } from './image-texts.ts';
import { judgePhoto } from './link-target.ts';

const braces: BraceWords = {
  kind: 'a chart',
  names: ['chart', 'source', 'unit'],
  hint: 'Braces may hold {chart=line} (or bar, stacked, percent), {source="Library statistics"}, who collected the figures, and {unit="%"}, what all numbers are.',
};

const kinds = chartKinds.map((name) => `{chart=${name}}`).join(', ');

/** Whether an address is that of figures. */
export function isChartFile(address: string): boolean {
  return /\.(?:csv|tsv)$/iu.test(address);
}

export function readChart(
  image: Token,
  context: ImageContext,
): { readonly chart: ChartBlock | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { folder, file: displayPath, place } = context;
  const judged = judgePhoto(String(image.attrGet('src') ?? ''), folder);
  const report = (diagnostic: Pick<Diagnostic, 'code' | 'message' | 'hint'>): Diagnostic => ({
    ...diagnostic,
    severity: 'error',
    file: displayPath,
    ...place,
  });
  if (!judged.ok) {
    const isRemote = judged.code === 'remote-image';
    const { code } = judged;
    return {
      chart: undefined,
      diagnostics: [
        report({
          code,
          message: isRemote ? 'The figures of the chart lie on another site.' : judged.message,
          hint: isRemote
            ? 'Save the file in the folder of the story and write only its name: ![What it shows](visitors.csv)'
            : judged.hint,
        }),
      ],
    };
  }
  const { alt, caption, attributes, diagnostics } = readImageTexts(image, context, braces);
  const typed = attributes?.chart;
  const kind = chartKinds.find((name) => name === typed);
  return {
    chart: {
      kind: 'chart',
      file: judged.file,
      alt,
      ...caption,
      ...defined({
        chart: kind,
        source: attributes?.source || undefined,
        unit: attributes?.unit || undefined,
      }),
      place,
    },
    diagnostics: [
      ...diagnostics,
      ...(typed === undefined || kind !== undefined
        ? []
        : [
            report({
              code: 'unknown-attribute',
              message: `"${typed}" is no kind of chart.${meantWords(didYouMean(typed, chartKinds))}`,
              hint: `Write one of: ${kinds}.`,
            }),
          ]),
    ],
  };
}
