/** The articles of one month. */

import type { ArchiveMonth, Edition, Translation } from '../../src/site/site.ts';
import { formatMonth, formatMonthName, formatYear } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Said } from '../components/said.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const archiveMonth: PageTemplate = {
  name: 'archiveMonth',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const months = edition.archive.flatMap((year) => year.months);
      return months.map((month) => {
        const translations = translationsOf(site, edition, (other) => sameMonth(other, month)?.url);
        const otherYears = months
          .filter((other) => other.month === month.month && other.year !== month.year)
          .map(({ year, url, articles }) => ({ year, url, count: articles.length }));
        return route(month.url, edition, { month, otherYears, translations }, MonthPage);
      });
    }),
};

function sameMonth(edition: Edition, { year, month }: ArchiveMonth): ArchiveMonth | undefined {
  const months = edition.archive.find((candidate) => candidate.year === year)?.months;
  return months?.find((candidate) => candidate.month === month);
}

interface MonthPageProps {
  readonly month: ArchiveMonth;
  /** The month in years before and after. */
  readonly otherYears: readonly { readonly year: number; readonly url: string; readonly count: number }[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function MonthPage({
  month: { year, month, url, articles },
  otherYears,
  translations,
  context,
}: MonthPageProps) {
  const { edition, site } = context;
  const { messages, locale } = edition;
  const title = formatMonth(year, month, locale);
  return (
    <Document context={context} url={url} title={title} translations={translations} className="page-list">
      <PageHead title={title} label={messages.archive}>
        <p class="page-count">
          <Said word="articleCount" edition={edition}>
            {messages.articleCount(articles.length)}
          </Said>
        </p>
      </PageHead>
      <StoryList articles={articles} context={context} />
      {otherYears.length > 0 && (
        <nav class="archive-year" aria-labelledby="other-years">
          <h2 class="section-title" id="other-years">
            <Said word="sameMonth" edition={edition}>
              {messages.sameMonth(formatMonthName(month, locale))}
            </Said>
          </h2>
          <ul class="archive-months">
            {otherYears.map((other) => (
              <li key={other.year}>
                <a class="archive-month" href={site.href(other.url)}>
                  {formatYear(other.year, locale)}{' '}
                  <span class="archive-count">{other.count.toLocaleString(locale)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Document>
  );
}
