/** The articles of one month. */

import type { ArchiveMonth } from '../../src/site/site.ts';
import { formatMonth } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageKind, type RenderContext, route } from '../page-kind.ts';

export const archiveMonth: PageKind = {
  name: 'archiveMonth',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.archive
        .flatMap(({ months }) => months)
        .map((month) => route(month.url, edition, { month }, MonthPage)),
    ),
};

interface MonthPageProps {
  readonly month: ArchiveMonth;
  readonly context: RenderContext;
}

function MonthPage({ month: { year, month, url, articles }, context }: MonthPageProps) {
  const { edition } = context;
  const title = formatMonth(year, month, edition.locale);
  return (
    <Document context={context} url={url} title={title} className="page-list">
      <PageHead title={title} label={edition.messages.archive}>
        <p class="page-count">{edition.messages.articleCount(articles.length)}</p>
      </PageHead>
      <StoryList articles={articles} context={context} />
    </Document>
  );
}
