/** The page of one article. */

import { digestedAs } from '../../src/cache/digest.ts';
import type { ArticleLayout } from '../../src/content/article.ts';
import { eventData } from '../../src/seo/event-data.ts';
import { mediaData } from '../../src/seo/media-data.ts';
import { newsArticleData } from '../../src/seo/news-article.ts';
import { eventFileUrl } from '../../src/site/events.ts';
import { machineMark } from '../../src/site/machine-mark.ts';
import { type ArticleNeighbours, neighboursOf } from '../../src/site/neighbours.ts';
import type { Article, ArticleCard, BodyBlock, Edition } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { ArticleBody, bodyParts } from '../components/article-body.tsx';
import { ArticleFoot } from '../components/article-foot.tsx';
import { ArticleHead } from '../components/article-head.tsx';
import { ArticleOpening } from '../components/article-opening.tsx';
import { EventFacts } from '../components/event-facts.tsx';
import { RelatedStories } from '../components/related-stories.tsx';
import type { SeriesPlace } from '../components/series.tsx';
import { openingOf } from '../components/story-opening.ts';
import { StructuredData } from '../components/structured-data.tsx';
import { pressPhotosOf } from '../components/viewer.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';

export const article: PageTemplate = {
  name: 'article',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const places = seriesPlaces(edition);
      return edition.articles.map((story, index, articles) => {
        const series = places.get(story.url);
        const props = {
          story,
          neighbours: neighboursOf(articles, index),
          related: new ReadNext(edition, story.url),
          ...defined({ series }),
          isOver: story.event !== undefined && story.event.endMs <= site.nowMs,
        };
        return route(story.url, edition, props, ArticlePage);
      });
    }),
};

/** What to read next, looked for only when the page is made. */
class ReadNext {
  readonly #edition: Edition;
  readonly #url: string;

  constructor(edition: Edition, url: string) {
    this.#edition = edition;
    this.#url = url;
  }

  get articles(): readonly ArticleCard[] {
    return this.#edition.related.get(this.#url);
  }

  /** In the digest of its page. */
  get [digestedAs](): readonly ArticleCard[] {
    return this.articles;
  }
}

/** By url of an article its place among the parts of its series. */
function seriesPlaces({ series }: Edition): ReadonlyMap<string, SeriesPlace> {
  return new Map(
    series.flatMap(({ name, url, parts }) => {
      const links = parts.map((part) => ({ title: part.title, url: part.url }));
      return links.map((link, index): [string, SeriesPlace] => {
        const previous = links[index - 1];
        const next = links[index + 1];
        return [
          link.url,
          {
            name,
            url,
            part: index + 1,
            parts: links.length,
            ...defined({ previous, next }),
          },
        ];
      });
    }),
  );
}

interface ArticlePageProps {
  readonly story: Article;
  readonly neighbours: ArticleNeighbours;
  readonly related: ReadNext;
  readonly series?: SeriesPlace;
  /** Whether the event that it invites to has been. */
  readonly isOver: boolean;
  readonly context: RenderContext;
}

function ArticlePage({ story, neighbours, related, series, isOver, context }: ArticlePageProps) {
  const { image, event } = story;
  const { layout, opening, lead, blocks } = openingOf(story);
  return (
    <Document
      context={context}
      url={story.url}
      title={story.title}
      description={story.summary}
      type="article"
      translations={story.translations}
      isHidden={story.status !== 'published'}
      hasPhotos={image !== undefined}
      {...defined({ press: pressPhotosOf(story) })}
      className="page-article"
      {...defined({ topicUrl: story.topics[0]?.url })}
      players={story.body.players}
      parts={[...partsOf(event !== undefined, layout), ...bodyParts(blocks)]}
      image={{ rendition: story.socialImage, alt: socialAlt(story, context) }}
      head={<ArticleMeta story={story} blocks={blocks} context={context} />}
    >
      <article class="article" lang={story.lang}>
        {opening !== undefined && <ArticleOpening picture={opening} layout={layout} context={context} />}
        <ArticleHead story={story} isCover={layout === 'cover'} context={context} />
        {event !== undefined && (
          <EventFacts event={event} fileUrl={eventFileUrl(story.url)} isOver={isOver} context={context} />
        )}
        <ArticleBody blocks={blocks} {...defined({ lead })} context={context} />
        <ArticleFoot story={story} neighbours={neighbours} {...defined({ series })} context={context} />
      </article>
      <RelatedStories articles={related.articles} context={context} />
    </Document>
  );
}

/** Sheets of what only some stories have. */
function partsOf(isEvent: boolean, layout: ArticleLayout): readonly ('cover' | 'event')[] {
  const parts: ('cover' | 'event')[] = [];
  if (isEvent) parts.push('event');
  if (layout === 'cover') parts.push('cover');
  return parts;
}

/** Others show the card without the caption: what it says of a machine goes along. */
function socialAlt({ image, title }: Article, { edition }: RenderContext): string {
  if (image === undefined) return title;
  const mark = machineMark(image.sourceType, edition.messages);
  return [image.alt, mark].filter((part) => part !== undefined && part !== '').join(' \u2013 ');
}

interface ArticleMetaProps extends Pick<ArticlePageProps, 'story' | 'context'> {
  readonly blocks: readonly BodyBlock[];
}

function ArticleMeta({ story, blocks, context }: ArticleMetaProps) {
  return (
    <>
      <meta property="article:published_time" content={story.published.iso} />
      {story.modified.timeMs > story.published.timeMs && (
        <meta property="article:modified_time" content={story.modified.iso} />
      )}
      {story.topics.map(({ slug, name }) => (
        <meta key={slug} property="article:section" content={name} />
      ))}
      <StructuredData data={newsArticleData(story, context)} />
      {mediaData(blocks, story, context.site).map((data, index) => (
        <StructuredData key={index} data={data} />
      ))}
      {story.event !== undefined && <StructuredData data={eventData(story, story.event, context)} />}
    </>
  );
}
