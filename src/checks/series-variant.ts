/** Finds one series whose name is written in two ways, which makes two pages of it. Right is what most stories write. */

import type { CheckedDocument, SiteRule } from './rule.ts';
import { type CountedSpelling, SpellingCounter } from './spelling-counter.ts';

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
    const languages = new Map<string, SpellingCounter>();
    for (const document of documents) {
      const series = seriesOf(document);
      if (series === undefined) continue;
      const counter = languages.get(document.lang) ?? new SpellingCounter(seriesKey, mostFirst);
      counter.add(series);
      languages.set(document.lang, counter);
    }
    const right = new Map([...languages].map(([lang, counter]) => [lang, new Map(counter.most())] as const));
    return documents.flatMap((document) => {
      const series = seriesOf(document);
      if (document.article === undefined || series === undefined) return [];
      const { name = series } = right.get(document.lang)?.get(seriesKey(series)) ?? {};
      if (name === series) return [];
      return [
        {
          ...document.article.placeOf(['series']),
          file: document.displayPath,
          message: `The series "${series}" is written "${name}" elsewhere: readers would see two.`,
          hint: `Write  series: ${name}`,
        },
      ];
    });
  },
};

function seriesOf({ article }: CheckedDocument): string | undefined {
  return article?.frontMatter.series;
}

function mostFirst([, one]: CountedSpelling, [, other]: CountedSpelling): number {
  return other - one;
}

/** The same for names that differ in capitals, spaces, hyphens, quotation marks and accents alone. */
function seriesKey(series: string): string {
  const folded = series
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return folded === '' ? series : folded;
}
