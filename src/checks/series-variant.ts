/** Finds one series whose name is written in two ways, which makes two pages of it. Right is what most stories write. */

import type { CheckedDocument, SiteRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'series-variant': true;
  }
}

export const seriesVariant: SiteRule = {
  code: 'series-variant',
  level: 'warning',
  explanation: 'One series is written in two ways.',
  check: (documents) => {
    const spellings = new Map<string, Map<string, number>>();
    for (const document of documents) {
      const series = seriesOf(document);
      if (series === undefined) continue;
      const counts = spellings.get(keyOf(document, series)) ?? new Map<string, number>();
      spellings.set(keyOf(document, series), counts.set(series, (counts.get(series) ?? 0) + 1));
    }
    return documents.flatMap((document) => {
      const series = seriesOf(document);
      if (document.article === undefined || series === undefined) return [];
      const counts = [...(spellings.get(keyOf(document, series)) ?? [])];
      const [right = series] = counts.toSorted(([, one], [, other]) => other - one).map(([name]) => name);
      if (right === series) return [];
      return [
        {
          ...document.article.placeOf(['series']),
          file: document.displayPath,
          message: `The series "${series}" is written "${right}" elsewhere: readers would see two.`,
          hint: `Write  series: ${right}`,
        },
      ];
    });
  },
};

function seriesOf({ article }: CheckedDocument): string | undefined {
  return article?.frontMatter.series;
}

/** The same for names that differ in capitals, spaces, hyphens, quotation marks and accents alone, in one language. */
function keyOf({ lang }: CheckedDocument, series: string): string {
  const folded = series
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return `${lang} ${folded === '' ? series : folded}`;
}
