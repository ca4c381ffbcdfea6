/** All years, each with its months and how many articles they hold; and one year alone. */

import type { ArchiveYear } from '../../src/site/site.ts';
import { formatMonthName } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Document } from '../layout/document.tsx';
import type { PageKind, RenderContext } from '../page-kind.ts';

export const archive: PageKind = {
  name: 'archive',
  routes: (site) =>
    site.editions.flatMap((edition) => [
      {
        url: `${edition.url}archive/`,
        edition,
        render: (context: RenderContext) => (
          <ArchivePage url={`${edition.url}archive/`} years={edition.archive} context={context} />
        ),
      },
      ...edition.archive.map((year) => ({
        url: year.url,
        edition,
        render: (context: RenderContext) => (
          <ArchivePage url={year.url} years={[year]} label={String(year.year)} context={context} />
        ),
      })),
    ]),
};

const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

interface ArchivePageProps {
  readonly url: string;
  readonly years: readonly ArchiveYear[];
  /** The year, on the page of one. */
  readonly label?: string;
  readonly context: RenderContext;
}

function ArchivePage({ url, years, label, context }: ArchivePageProps) {
  const { edition, site } = context;
  const { messages, locale } = edition;
  const title = label === undefined ? messages.archive : `${messages.archive} ${label}`;
  const translations =
    label === undefined
      ? site.editions
          .filter(({ lang }) => lang !== edition.lang)
          .map(({ lang, languageName, url: root }) => ({ lang, languageName, url: `${root}archive/` }))
      : [];
  return (
    <Document context={context} url={url} title={title} translations={translations} className="page-list">
      <PageHead title={title} />
      {years.map(({ year, url: yearUrl, count, months }) => (
        <section class="archive-year" key={year} aria-labelledby={`year-${year}`}>
          <h2 class="section-title" id={`year-${year}`}>
            <a href={site.href(yearUrl)}>{year}</a>{' '}
            <span class="section-count">{messages.articleCount(count)}</span>
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
                      {name} <span class="archive-count">{month.articles.length.toLocaleString(locale)}</span>
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
