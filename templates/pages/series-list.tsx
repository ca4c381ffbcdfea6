/** The list of all series of an edition that has some: the one with the newest part first. */

import type { ArticleCard, Series, Translation } from '../../src/site/site.ts';
import { DateLine } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { languageOf, Said } from '../components/said.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const seriesList: PageTemplate = {
  name: 'seriesList',
  routes: (site) =>
    site.editions
      .filter(({ frame }) => frame.hasSeries)
      .map((edition) => {
        const translations = translationsOf(site, edition, (other) =>
          other.frame.hasSeries ? `${other.url}series/` : undefined,
        );
        const listed = edition.series.flatMap(listedSeries);
        const shown = listed.sort((a, b) => b.last.date.timeMs - a.last.date.timeMs);
        return route(`${edition.url}series/`, edition, { listed: shown, translations }, SeriesListPage);
      }),
};

interface ListedSeries {
  readonly name: string;
  readonly url: string;
  readonly count: number;
  readonly first: ArticleCard;
  readonly last: ArticleCard;
}

function listedSeries({ name, url, parts }: Series): readonly ListedSeries[] {
  const [first, last] = [parts[0], parts.at(-1)];
  return first === undefined || last === undefined ? [] : [{ name, url, count: parts.length, first, last }];
}

interface SeriesListPageProps {
  readonly listed: readonly ListedSeries[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function SeriesListPage({ listed, translations, context }: SeriesListPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <Document
      context={context}
      url={`${edition.url}series/`}
      title={messages.series}
      translations={translations}
      className="page-list"
    >
      <PageHead title={messages.series} titleLanguage={languageOf('series', edition)} />
      <ul class="topic-list">
        {listed.map(({ name, url, count, first, last }) => (
          <li key={url}>
            <h2 class="topic-list-name">
              <a href={site.href(url)}>{name}</a>
            </h2>
            <p>{first.summary}</p>
            <p class="page-count">
              <Said word="articleCount" edition={edition}>
                {messages.articleCount(count)}
              </Said>{' '}
              · <DateLine date={last.date} locale={edition.locale} />
            </p>
          </li>
        ))}
      </ul>
    </Document>
  );
}
