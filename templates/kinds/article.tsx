/** The page of one article. */

import type { Article } from '../../src/site/site.ts';
import { ArticleBody } from '../components/article-body.tsx';
import { ArticleFoot } from '../components/article-foot.tsx';
import { ArticleHead } from '../components/article-head.tsx';
import { MoreStories } from '../components/more-stories.tsx';
import { Document } from '../layout/document.tsx';
import type { PageKind, RenderContext } from '../page-kind.ts';

export const article: PageKind = {
  name: 'article',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.articles.map((story) => ({
        url: story.url,
        edition,
        render: (context) => <ArticlePage story={story} context={context} />,
      })),
    ),
};

interface ArticlePageProps {
  readonly story: Article;
  readonly context: RenderContext;
}

function ArticlePage({ story, context }: ArticlePageProps) {
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
      head={<ArticleMeta story={story} />}
      {...(image === undefined ? {} : { image })}
    >
      <article class="article" lang={story.lang}>
        <ArticleHead story={story} context={context} />
        <ArticleBody blocks={story.blocks} context={context} />
        <ArticleFoot story={story} context={context} />
      </article>
      <MoreStories story={story} context={context} />
    </Document>
  );
}

function ArticleMeta({ story }: Pick<ArticlePageProps, 'story'>) {
  return (
    <>
      <meta property="article:published_time" content={story.date.iso} />
      {story.updated !== undefined && <meta property="article:modified_time" content={story.updated.iso} />}
      {story.topics.map(({ slug, name }) => (
        <meta key={slug} property="article:section" content={name} />
      ))}
    </>
  );
}
