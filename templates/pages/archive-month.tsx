/** The articles of one month. */

import type { ArchiveMonth, Edition, Translation } from '../../src/site/site.ts';
import { formatMonth, formatMonthName, formatYear } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Said } from '../components/said.tsx';
import { SectionTitle } from '../components/section-title.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const archiveMonth: PageTemplate = {
  name: 'archiveMonth',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const months = edition.archive.flatMap((year) => year.months);
      return months.map((month, index) => {
        const translations = translationsOf(site, edition, (other) => sameMonth(other, month)?.url);
        const otherYears = months
          .filter((other) => other.month === month.month && other.year !== month.year)
          .map(({ year, url, articles }) => ({ year, url, count: articles.length }));
        const steps = { newer: stepTo(months[index - 1]), older: stepTo(months[index + 1]) };
        return route(month.url, edition, { month, steps, otherYears, translations }, MonthPage);
      });
    }),
};

function sameMonth(edition: Edition, { year, month }: ArchiveMonth): ArchiveMonth | undefined {
  const months = edition.archive.find((candidate) => candidate.year === year)?.months;
  return months?.find((candidate) => candidate.month === month);
}

/** A link to another month, and nothing else of it: this page stays when that one changes. */
interface MonthStep {
  readonly year: number;
  readonly month: number;
  readonly url: string;
}

function stepTo(month: ArchiveMonth | undefined): MonthStep | undefined {
  return month === undefined ? undefined : { year: month.year, month: month.month, url: month.url };
}

interface MonthPageProps {
  readonly month: ArchiveMonth;
  /** The months with articles after and before this one. */
  readonly steps: { readonly newer: MonthStep | undefined; readonly older: MonthStep | undefined };
  /** The month in years before and after. */
  readonly otherYears: readonly { readonly year: number; readonly url: string; readonly count: number }[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function MonthPage({
  month: { year, month, url, articles },
  steps,
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
      <nav class="pagination" aria-label={messages.pagination}>
        {steps.newer !== undefined && (
          <a rel="prev" href={site.href(steps.newer.url)}>
            {formatMonth(steps.newer.year, steps.newer.month, locale)}
          </a>
        )}
        {steps.older !== undefined && (
          <a rel="next" href={site.href(steps.older.url)}>
            {formatMonth(steps.older.year, steps.older.month, locale)}
          </a>
        )}
      </nav>
      {otherYears.length > 0 && (
        <nav class="archive-year" aria-labelledby="other-years">
          <SectionTitle id="other-years" word="sameMonth" edition={edition}>
            {messages.sameMonth(formatMonthName(month, locale))}
          </SectionTitle>
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
