/** All articles of one topic, in pages. */

import { feedUrlOf } from '../../src/site/permalinks.ts';
import type { ArticleCard, Topic, Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { FeedLink } from '../components/feed-link.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Said } from '../components/said.tsx';
import { StoryCard } from '../components/story-card.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { cutIntoPages, type ListSteps } from './list-pages.ts';
import { translationsOf } from './translations.ts';

export const topic: PageTemplate = {
  name: 'topic',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.topics.flatMap(({ articles, ...entry }) => {
        const translations = translationsOf(
          site,
          edition,
          // An empty list is not for search engines: no page may send them there.
          (other) =>
            other.topics.find(({ slug, articles: ones }) => slug === entry.slug && ones.length > 0)?.url,
        );
        return cutIntoPages(articles, entry.url).map(({ url, items, steps }) =>
          route(
            url,
            edition,
            steps.page === 1
              ? { url, entry, visible: items, steps, count: articles.length, translations }
              : { url, entry, visible: items, steps, translations: [] },
            TopicPage,
          ),
        );
      }),
    ),
};

interface TopicPageProps {
  readonly url: string;
  readonly entry: Omit<Topic, 'articles'>;
  /** The articles of this page. */
  readonly visible: readonly ArticleCard[];
  readonly steps: ListSteps;
  /** Of all articles; the first page says it. */
  readonly count?: number;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function TopicPage({ url, entry, visible, steps, count, translations, context }: TopicPageProps) {
  const { messages } = context.edition;
  const isFirst = steps.page === 1;
  const title = isFirst ? entry.name : `${entry.name}, ${messages.pageOf(steps.page, steps.pages)}`;
  const first = isFirst ? visible[0] : undefined;
  const others = first === undefined ? visible : visible.slice(1);
  return (
    <Document
      context={context}
      url={url}
      title={title}
      feedUrl={feedUrlOf(entry.url)}
      hasRss
      translations={translations}
      isHidden={visible.length === 0}
      className="page-list"
      {...defined({ description: entry.description })}
    >
      <PageHead title={entry.name} label={messages.topic} summary={entry.description}>
        <p class="page-count">
          {count !== undefined && (
            <>
              <Said word="articleCount" edition={context.edition}>
                {messages.articleCount(count)}
              </Said>{' '}
              ·{' '}
            </>
          )}
          <FeedLink url={feedUrlOf(entry.url)} context={context} />
        </p>
      </PageHead>
      {first !== undefined && (
        <div class="topic-front">
          <StoryCard
            article={first}
            context={context}
            variant="lead"
            level={2}
            showTopic={false}
            showSummary
            priority
          />
        </div>
      )}
      {(others.length > 0 || first === undefined) && (
        <StoryList articles={others} context={context} showTopic={false} />
      )}
      <Pagination steps={steps} context={context} />
    </Document>
  );
}
