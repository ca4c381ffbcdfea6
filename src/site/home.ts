/** Composes the home page by rules; no article leads, seconds or stands in a row twice. */

import type { SiteConfig } from '../content/site-config.ts';
import type { Article, ArticleCard, ArticleLink, Home, Topic } from './site.ts';

/** Articles beside the lead. */
const secondsCount = 4;
/** From so many pictures on an article can be the photo story. */
const photoStoryPictures = 5;
/** As many of them as one row holds. */
const photoStoryShown = 4;

/** @param articles newest first */
export function composeHome(
  articles: readonly Article[],
  topics: readonly Topic[],
  config: SiteConfig,
  nowMs: number,
): Home {
  const used = new Set<string>();
  const take = (article: ArticleCard | undefined) => {
    if (article !== undefined) used.add(article.url);
  };
  const free = <T extends ArticleCard>(candidates: readonly T[]): T[] =>
    candidates.filter(({ url }) => !used.has(url));

  const pinned = articles.filter(({ pinnedUntilMs }) => pinnedUntilMs !== undefined && pinnedUntilMs > nowMs);
  const lead = pinned[0] ?? articles.find(({ image }) => image !== undefined) ?? articles[0];
  take(lead);
  const seconds = free([...pinned, ...articles])
    .filter(unique)
    .slice(0, secondsCount);
  for (const article of seconds) take(article);
  const photoStory = free(articles).find(({ pictures }) => pictures.length >= photoStoryPictures);
  take(photoStory);
  const latest = free(articles).slice(0, Math.min(6, config.home.latest));
  for (const article of latest) take(article);
  const wanted = config.home.topics ?? topics.map(({ slug }) => slug);
  const topicRows = wanted.flatMap((slug) => {
    const topic = topics.find((candidate) => candidate.slug === slug);
    if (topic === undefined) return [];
    const row = free(topic.articles).slice(0, config.home.storiesPerTopic);
    for (const article of row) take(article);
    const { name, url } = topic;
    return row.length === 0 ? [] : [{ topic: { slug, name, url }, articles: row }];
  });
  return {
    ...(lead === undefined ? {} : { lead: lead.card }),
    seconds: seconds.map(({ card }) => card),
    ...(photoStory === undefined
      ? {}
      : {
          photoStory: {
            article: photoStory.card,
            pictures: photoStory.pictures.slice(0, photoStoryShown),
          },
        }),
    topicRows,
    latest: latest.map(({ card }) => card),
    mostRead: mostRead(articles, config.home.mostRead),
  };
}

/** By views of the last seven days, then of all time. */
function mostRead(articles: readonly Article[], count: number): ArticleLink[] {
  return articles
    .filter(({ views }) => views !== undefined)
    .sort(
      (a, b) =>
        (b.views?.lastSevenDays ?? 0) - (a.views?.lastSevenDays ?? 0) ||
        (b.views?.total ?? 0) - (a.views?.total ?? 0) ||
        (a.url < b.url ? -1 : 1),
    )
    .slice(0, count)
    .map(({ title, url }) => ({ title, url }));
}

function unique(article: Article, index: number, all: readonly Article[]): boolean {
  return all.indexOf(article) === index;
}
