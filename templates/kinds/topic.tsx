/** All articles of one topic, in pages. */

import type { Topic } from '../../src/site/site.ts';
import { PageHead } from '../components/page-head.tsx';
import { Pagination } from '../components/pagination.tsx';
import { StoryCard } from '../components/story-card.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import type { PageKind, RenderContext } from '../page-kind.ts';

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
        return urls.map((url, page) => ({
          url,
          edition,
          render: (context: RenderContext) => (
            <TopicPage entry={entry} urls={urls} page={page} context={context} />
          ),
        }));
      }),
    ),
};

interface TopicPageProps {
  readonly entry: Topic;
  readonly urls: readonly string[];
  readonly page: number;
  readonly context: RenderContext;
}

function TopicPage({ entry, urls, page, context }: TopicPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  const title = page === 0 ? entry.name : `${entry.name}, ${messages.pageOf(page + 1, urls.length)}`;
  const translations = site.editions.flatMap(({ lang, languageName, topics }) => {
    const same = topics.find(({ slug }) => slug === entry.slug);
    return lang === edition.lang || same === undefined || page > 0
      ? []
      : [{ lang, languageName, url: same.url }];
  });
  const shown = entry.articles.slice(page * articlesPerPage, (page + 1) * articlesPerPage);
  const first = page === 0 ? shown[0] : undefined;
  const others = first === undefined ? shown : shown.slice(1);
  return (
    <Document
      context={context}
      url={urls[page] ?? entry.url}
      title={title}
      feedUrl={entry.feedUrl}
      translations={translations}
      isHidden={entry.articles.length === 0}
      className="page-list"
      {...(entry.description === undefined ? {} : { description: entry.description })}
    >
      <PageHead title={entry.name} label={messages.topic} summary={entry.description}>
        <p class="page-count">
          {messages.articleCount(entry.articles.length)} ·{' '}
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
