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
        ...edition.archive.map((year) =>
          route(
            year.url,
            edition,
            {
              url: year.url,
              years: [countMonths(year)],
              label: formatYear(year.year, edition.locale),
              translations: translationsOf(
                site,
                edition,
                (other) => other.archive.find((same) => same.year === year.year)?.url,
              ),
            },
            ArchivePage,
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

interface ArchivePageProps {
  readonly url: string;
  readonly years: readonly CountedYear[];
  /** The year, on the page of one. */
  readonly label?: string;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function ArchivePage({ url, years, label, translations, context }: ArchivePageProps) {
  const { edition, site } = context;
  const { messages, locale } = edition;
  const title = label === undefined ? messages.archive : `${messages.archive} ${label}`;
  return (
    <Document context={context} url={url} title={title} translations={translations} className="page-list">
      <PageHead title={title} />
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
          <ul class="archive-months">
            {monthNumbers.map((number) => {
              const month = months.find((candidate) => candidate.month === number);
              const name = formatMonthName(number, locale);
              return (
                <li key={number}>
                  {month === undefined ? (
                    <span class="archive-month">{name}</span>
                  ) : (
                    <a class="archive-month" href={site.href(month.url)}>
                      {name} <span class="archive-count">{month.count.toLocaleString(locale)}</span>
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </Document>
  );
}
