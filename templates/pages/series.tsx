/** All parts of one series, first part first. */

import { podcastUrl, soundOf } from '../../src/feeds/podcast.ts';
import { feedUrlOf } from '../../src/site/permalinks.ts';
import type { ArticleCard, Edition, Series, Translation } from '../../src/site/site.ts';
import { FeedLink } from '../components/feed-link.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Said } from '../components/said.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const series: PageTemplate = {
  name: 'series',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.series.map(({ name, url, parts }) => {
        const translations = translationsOf(site, edition, (other) => sameSeries(parts, other)?.url);
        const ofSeries = new Set(parts.map((part) => part.url));
        const hasPodcast = edition.articles.some(
          (article) => ofSeries.has(article.url) && soundOf(article.body.blocks) !== undefined,
        );
        return route(url, edition, { name, url, parts, hasPodcast, translations }, SeriesPage);
      }),
    ),
};

/** A series has another name in another language; it is the one that a translated part belongs to. */
function sameSeries(parts: readonly ArticleCard[], other: Edition): Series | undefined {
  const ids = new Set(parts.map(({ id }) => id));
  return other.series.find((candidate) => candidate.parts.some(({ id }) => ids.has(id)));
}

interface SeriesPageProps {
  readonly name: string;
  readonly url: string;
  readonly parts: readonly ArticleCard[];
  readonly hasPodcast: boolean;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function SeriesPage({ name, url, parts, hasPodcast, translations, context }: SeriesPageProps) {
  const { messages } = context.edition;
  return (
    <Document
      context={context}
      url={url}
      title={name}
      feedUrl={feedUrlOf(url)}
      hasRss
      translations={translations}
      className="page-list"
    >
      <PageHead title={name} label={messages.series}>
        <p class="page-count">
          <Said word="articleCount" edition={context.edition}>
            {messages.articleCount(parts.length)}
          </Said>{' '}
          · <FeedLink url={feedUrlOf(url)} context={context} />
          {hasPodcast && (
            <>
              {' '}
              ·{' '}
              <a href={context.site.href(podcastUrl(url))} type="application/rss+xml">
                <Said word="podcast" edition={context.edition}>
                  {messages.podcast}
                </Said>
              </a>
            </>
          )}
        </p>
      </PageHead>
      <StoryList articles={parts} context={context} />
    </Document>
  );
}
