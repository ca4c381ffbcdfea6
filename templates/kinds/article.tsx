/** The page of one article. */

import { newsArticleData } from '../../src/feeds/news-article.ts';
import type { Article, Edition } from '../../src/site/site.ts';
import { ArticleBody } from '../components/article-body.tsx';
import { ArticleFoot } from '../components/article-foot.tsx';
import { ArticleHead } from '../components/article-head.tsx';
import { type MoreInTopic, MoreStories } from '../components/more-stories.tsx';
import type { SeriesParts } from '../components/series.tsx';
import { StructuredData } from '../components/structured-data.tsx';
import { Document } from '../layout/document.tsx';
import { type PageKind, type RenderContext, route } from '../page-kind.ts';

export const article: PageKind = {
  name: 'article',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const series = seriesOf(edition);
      return edition.articles.map((story) => {
        const parts = story.series === undefined ? undefined : series.get(story.series);
        const more = moreInTopic(story, edition);
        return route(
          story.url,
          edition,
          {
            story,
            ...(more === undefined ? {} : { more }),
            ...(parts === undefined || parts.parts.length < 2 ? {} : { series: parts }),
          },
          ArticlePage,
        );
      });
    }),
};

/** One row on a wide screen. */
const offeredStories = 4;

/** The newest others of the first topic. */
function moreInTopic(story: Article, edition: Edition): MoreInTopic | undefined {
  const topic = edition.topics.find(({ slug }) => slug === story.topics[0]?.slug);
  const others = topic?.articles.slice(0, offeredStories + 1).filter(({ url }) => url !== story.url) ?? [];
  if (topic === undefined || others.length === 0) return undefined;
  return { name: topic.name, url: topic.url, articles: others.slice(0, offeredStories) };
}

/** By name, first part first. */
function seriesOf(edition: Edition): ReadonlyMap<string, SeriesParts> {
  const all = new Map<string, { name: string; parts: { title: string; url: string }[] }>();
  for (const { series, title, url } of edition.articles) {
    if (series === undefined) continue;
    const found = all.get(series) ?? { name: series, parts: [] };
    found.parts.unshift({ title, url });
    all.set(series, found);
  }
  return all;
}

interface ArticlePageProps {
  readonly story: Article;
  readonly more?: MoreInTopic;
  readonly series?: SeriesParts;
  readonly context: RenderContext;
}

function ArticlePage({ story, more, series, context }: ArticlePageProps) {
  const { image } = story;
  return (
    <Document
      context={context}
      url={story.url}
      title={story.title}
      description={story.summary}
      type="article"
      translations={story.translations}
      isHidden={story.status !== 'published'}
      hasPhotos={story.pictures.length > 0}
      className="page-article"
      head={<ArticleMeta story={story} context={context} />}
      {...(image === undefined ? {} : { image })}
    >
      <article class="article" lang={story.lang}>
        <ArticleHead story={story} context={context} />
        <ArticleBody blocks={story.body.blocks} context={context} />
        <ArticleFoot story={story} {...(series === undefined ? {} : { series })} context={context} />
      </article>
      {more !== undefined && <MoreStories more={more} context={context} />}
    </Document>
  );
}

function ArticleMeta({ story, context }: Pick<ArticlePageProps, 'story' | 'context'>) {
  return (
    <>
      <meta property="article:published_time" content={story.date.iso} />
      {story.updated !== undefined && <meta property="article:modified_time" content={story.updated.iso} />}
      {story.topics.map(({ slug, name }) => (
        <meta key={slug} property="article:section" content={name} />
      ))}
      <StructuredData data={newsArticleData(story, context)} />
    </>
  );
}
