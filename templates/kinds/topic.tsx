/** All articles of one topic, in pages. */

import type { ArticleCard, TopicLink, Translation } from '../../src/site/site.ts';
import { PageHead } from '../components/page-head.tsx';
import { Pagination } from '../components/pagination.tsx';
import { StoryCard } from '../components/story-card.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageKind, type RenderContext, route } from '../page-kind.ts';

/** As many as a reader scrolls through on a phone. */
const articlesPerPage = 24;

export const topic: PageKind = {
  name: 'topic',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.topics.flatMap((entry) => {
        const count = Math.max(1, Math.ceil(entry.articles.length / articlesPerPage));
        const urls = Array.from({ length: count }, (_, page) =>
          page === 0 ? entry.url : `${entry.url}${page + 1}/`,
        );
        const translations = site.editions.flatMap(({ lang, languageName, topics }) => {
          const same = topics.find(({ slug }) => slug === entry.slug);
          return lang === edition.lang || same === undefined ? [] : [{ lang, languageName, url: same.url }];
        });
        return urls.map((url, page) =>
          route(
            url,
            edition,
            {
              entry: {
                slug: entry.slug,
                name: entry.name,
                url: entry.url,
                feedUrl: entry.feedUrl,
                count: entry.articles.length,
                ...(entry.description === undefined ? {} : { description: entry.description }),
              },
              shown: entry.articles.slice(page * articlesPerPage, (page + 1) * articlesPerPage),
              urls,
              page,
              translations: page > 0 ? [] : translations,
            },
            TopicPage,
          ),
        );
      }),
    ),
};

interface TopicPageProps {
  readonly entry: TopicLink & {
    readonly description?: string;
    readonly feedUrl: string;
    /** Of all its pages. */
    readonly count: number;
  };
  /** The articles of this page. */
  readonly shown: readonly ArticleCard[];
  readonly urls: readonly string[];
  readonly page: number;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function TopicPage({ entry, shown, urls, page, translations, context }: TopicPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  const title = page === 0 ? entry.name : `${entry.name}, ${messages.pageOf(page + 1, urls.length)}`;
  const first = page === 0 ? shown[0] : undefined;
  const others = first === undefined ? shown : shown.slice(1);
  return (
    <Document
      context={context}
      url={urls[page] ?? entry.url}
      title={title}
      feedUrl={entry.feedUrl}
      translations={translations}
      isHidden={entry.count === 0}
      className="page-list"
      {...(entry.description === undefined ? {} : { description: entry.description })}
    >
      <PageHead title={entry.name} label={messages.topic} summary={entry.description}>
        <p class="page-count">
          {messages.articleCount(entry.count)} ·{' '}
          <a href={site.href(entry.feedUrl)} type="application/atom+xml">
            {messages.feed}
          </a>
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
      <Pagination urls={urls} current={page} context={context} />
    </Document>
  );
}
