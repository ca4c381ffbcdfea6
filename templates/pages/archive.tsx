/** All years, each with its months and how many articles they hold; and one year alone. */

import type { ArchiveYear, Translation } from '../../src/site/site.ts';
import { formatMonthName, formatYear } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Said } from '../components/said.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const archive: PageTemplate = {
  name: 'archive',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const url = `${edition.url}archive/`;
      const translations = translationsOf(site, edition, (other) => `${other.url}archive/`);
      const all = { url, years: edition.archive.map(countMonths), translations };
      return [
        route(url, edition, all, ArchivePage),
        ...edition.archive.map((year, index, years) =>
          route(
            year.url,
            edition,
            {
              year: countMonths(year),
              steps: { newer: stepTo(years[index - 1]), older: stepTo(years[index + 1]) },
              translations: translationsOf(
                site,
                edition,
                (other) => other.archive.find((same) => same.year === year.year)?.url,
              ),
            },
            YearPage,
          ),
        ),
      ];
    }),
};

/** A year without its articles: these pages show how many there are. */
interface CountedYear {
  readonly year: number;
  readonly url: string;
  readonly count: number;
  readonly months: readonly { readonly month: number; readonly url: string; readonly count: number }[];
}

function countMonths({ year, url, count, months }: ArchiveYear): CountedYear {
  return {
    year,
    url,
    count,
    months: months.map((month) => ({ month: month.month, url: month.url, count: month.articles.length })),
  };
}

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** A link to another year, and nothing else of it: this page stays when that one changes. */
type YearStep = Pick<CountedYear, 'year' | 'url'>;

function stepTo(year: ArchiveYear | undefined): YearStep | undefined {
  return year === undefined ? undefined : { year: year.year, url: year.url };
}

interface ArchivePageProps {
  readonly url: string;
  readonly years: readonly CountedYear[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function ArchivePage({ url, years, translations, context }: ArchivePageProps) {
  const { edition, site } = context;
  const { messages, locale } = edition;
  return (
    <Document
      context={context}
      url={url}
      title={messages.archive}
      translations={translations}
      className="page-list"
    >
      <PageHead title={messages.archive} />
      {years.map(({ year, url: yearUrl, count, months }) => (
        <section class="archive-year" key={year} aria-labelledby={`year-${year}`}>
          <h2 class="section-title" id={`year-${year}`}>
            <a href={site.href(yearUrl)}>{formatYear(year, locale)}</a>{' '}
            <span class="section-count">
              <Said word="articleCount" edition={edition}>
                {messages.articleCount(count)}
              </Said>
            </span>
          </h2>
          <Months months={months} context={context} />
        </section>
      ))}
    </Document>
  );
}

interface YearPageProps {
  readonly year: CountedYear;
  /** The years with articles after and before this one. */
  readonly steps: { readonly newer: YearStep | undefined; readonly older: YearStep | undefined };
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function YearPage({ year: { year, url, count, months }, steps, translations, context }: YearPageProps) {
  const { edition, site } = context;
  const { messages, locale } = edition;
  const label = formatYear(year, locale);
  return (
    <Document
      context={context}
      url={url}
      title={`${messages.archive} ${label}`}
      translations={translations}
      className="page-list"
    >
      <PageHead title={label} label={messages.archive}>
        <p class="page-count">
          <Said word="articleCount" edition={edition}>
            {messages.articleCount(count)}
          </Said>
        </p>
      </PageHead>
      <Months months={months} context={context} />
      <nav class="pagination" aria-label={messages.pagination}>
        {steps.newer !== undefined && (
          <a rel="prev" href={site.href(steps.newer.url)}>
            {formatYear(steps.newer.year, locale)}
          </a>
        )}
        {steps.older !== undefined && (
          <a rel="next" href={site.href(steps.older.url)}>
            {formatYear(steps.older.year, locale)}
          </a>
        )}
      </nav>
    </Document>
  );
}

interface MonthsProps {
  readonly months: CountedYear['months'];
  readonly context: RenderContext;
}

/** All twelve, those without articles as words alone. */
function Months({ months, context: { edition, site } }: MonthsProps) {
  return (
    <ul class="archive-months">
      {monthNumbers.map((number) => {
        const month = months.find((candidate) => candidate.month === number);
        const name = formatMonthName(number, edition.locale);
        return (
          <li key={number}>
            {month === undefined ? (
              <span class="archive-month">{name}</span>
            ) : (
              <a class="archive-month" href={site.href(month.url)}>
                {name} <span class="archive-count">{month.count.toLocaleString(edition.locale)}</span>
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
