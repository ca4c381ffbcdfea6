/**
 * Composes the home page of one language by the rules of site.yaml. No story stands there twice (the lists of what was
 * read most apart), and a page with one story is not empty: a section that finds none is left out.
 */

import type { SiteConfig } from '../content/site-config.ts';
import type { Article, ArticleCard, ArticleLink, Home, MostRead, Topic } from './site.ts';

/** From so many pictures on an article can be the photo story. */
const photoStoryPictures = 5;
/** As many of them as one row holds. */
const photoStoryShown = 4;

export type HomeRules = SiteConfig['home'];

/** @param articles newest first */
export function composeHome(
  articles: readonly Article[],
  topics: readonly Topic[],
  rules: HomeRules,
  nowMs: number,
): Home {
  const used = new Set<string>();
  const take = <T extends ArticleCard>(candidates: readonly T[], count: number): T[] => {
    const taken: T[] = [];
    for (const candidate of candidates) {
      if (taken.length === count) break;
      if (used.has(candidate.url)) continue;
      used.add(candidate.url);
      taken.push(candidate);
    }
    return taken;
  };

  const pinned = articles.filter(({ pinnedUntilMs }) => pinnedUntilMs !== undefined && pinnedUntilMs > nowMs);
  const [lead] = take([...pinned, ...leadsOf(articles, rules.lead), ...articles], 1);
  const seconds = take([...pinned, ...articles], rules.seconds);
  const [photoStory] = take(photoStoriesOf(articles, rules.photoStory), 1);
  const latest = take(articles, rules.latest);
  const wanted = rules.topics ?? topics.map(({ slug }) => slug);
  const topicRows = wanted.flatMap((slug) => {
    const topic = topics.find((candidate) => candidate.slug === slug);
    if (topic === undefined) return [];
    const row = take(topic.articles, rules.storiesPerTopic);
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
    mostRead: mostReadOf(articles, rules.mostRead),
  };
}

/** Who may lead besides the newest, the first choice first. */
function leadsOf(articles: readonly Article[], rule: HomeRules['lead']): readonly Article[] {
  if (rule === 'newest') return [];
  const withPhoto = articles.filter(({ image }) => image !== undefined);
  return rule === 'newest-with-photo'
    ? withPhoto
    : [...articles.filter(({ id }) => id === rule), ...withPhoto];
}

function photoStoriesOf(articles: readonly Article[], rule: HomeRules['photoStory']): readonly Article[] {
  if (rule === 'none') return [];
  const told = articles.filter(({ pictures }) => pictures.length >= photoStoryPictures);
  // The chosen one may be short: the editor has seen it.
  return rule === 'newest'
    ? told
    : [...articles.filter(({ id, pictures }) => id === rule && pictures.length > 0), ...told];
}

/** Of the last seven days and of all time; what nobody counted stands in neither. */
function mostReadOf(articles: readonly Article[], count: number): MostRead {
  const by = (views: (article: Article) => number): ArticleLink[] =>
    articles
      .filter((article) => views(article) > 0)
      .sort((a, b) => views(b) - views(a) || (a.url < b.url ? -1 : 1))
      .slice(0, count)
      .map(({ title, url }) => ({ title, url }));
  return {
    week: by(({ views }) => views?.lastSevenDays ?? 0),
    ever: by(({ views }) => views?.total ?? 0),
  };
}
