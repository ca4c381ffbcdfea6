/**
 * Composes the home page of one language by the rules of site.yaml. No story stands there twice (the lists of what was
 * read most apart), and a page with one story is not empty: a row that finds none is left out.
 *
 * The lead chooses first. Rows that need a certain story (pictures, an upright portrait with a quote, a wide picture)
 * choose next, each the newest that fits. The others take what is left, the newest first.
 */

import type { SiteConfig } from '../content/site-config.ts';
import { textOfHtml } from '../text/html.ts';
import { planColumns } from './plan-columns.ts';
import type { Article, ArticleCard, ArticleLink, Home, HomeRow, MostRead, Picture, Topic } from './site.ts';

/** From this many pictures on an article can be the photo story. */
const photoStoryPictures = 5;
/** Sum of the aspect ratios of a band's pictures: on a desktop it is then a quarter as high as it is wide. */
const bandRatio = 4;
const bandPictures = { least: 3, most: 5 } as const;
/** A longer quote is no longer read at a glance. */
const quoteCharacters = 220;
/** Width by height up to which a picture stands as a portrait. */
const uprightRatio = 0.95;
/** A picture across the page lies, and has the pixels for it. */
const wide = { ratio: 1.45, widthPx: 1600 } as const;
/** Columns of the latest stories; what is beyond them stands below, smaller. */
const latestColumns = 3;
/** More topics than this beside each other are too narrow for a headline. */
const topicColumns = 4;

export type HomeRules = SiteConfig['home'];
type RowRule = HomeRules['rows'][number];

/** @param articles newest first */
export function composeHome(
  articles: readonly Article[],
  topics: readonly Topic[],
  rules: HomeRules,
  nowMs: number,
): Home {
  const used = new Set<string>();
  const take = <T extends ArticleCard>(candidates: Iterable<T>, count: number): T[] => {
    const taken: T[] = [];
    for (const candidate of candidates) {
      if (taken.length >= count) break;
      if (used.has(candidate.url)) continue;
      used.add(candidate.url);
      taken.push(candidate);
    }
    return taken;
  };
  /** The first free article of which a row can be made. */
  const takeFitting = (make: (article: Article) => HomeRow | undefined, candidates = articles) => {
    for (const article of candidates) {
      if (used.has(article.url)) continue;
      const row = make(article);
      if (row === undefined) continue;
      used.add(article.url);
      return row;
    }
    return undefined;
  };
  const pinned = articles.filter(({ pinnedUntilMs }) => pinnedUntilMs !== undefined && pinnedUntilMs > nowMs);

  const lead = (): HomeRow | undefined => {
    const [story] = take([...pinned, ...leadsOf(articles, rules.lead), ...articles], 1);
    if (story === undefined) return undefined;
    const beside = take([...pinned, ...articles], rules.seconds);
    const cards = cardsOf(beside);
    // A photo opens the list, unless an editor has pinned what stands there.
    const isPinned = beside.some((article) => pinned.includes(article));
    return { kind: 'lead', story: story.card, beside: isPinned ? cards : openedByPhoto(cards) };
  };
  const latest = (): HomeRow | undefined => {
    const taken = cardsOf(take(articles, rules.latest));
    if (taken.length === 0) return undefined;
    // One line of four is fuller than one of three and a single story below it.
    const columns = taken.length === latestColumns + 1 ? taken.length : latestColumns;
    const cards = picturedFirst(taken, columns);
    return { kind: 'latest', cards, briefs: taken.filter((card) => !cards.includes(card)) };
  };
  const topicLines = (slugs: readonly string[]): HomeRow | undefined => {
    const columns = slugs.flatMap((slug) => {
      const topic = topics.find((candidate) => candidate.slug === slug);
      if (topic === undefined) return [];
      const stories = take(topic.articles, rules.storiesPerTopic);
      const { name, url } = topic;
      return stories.length === 0 ? [] : [{ topic: { slug, name, url }, articles: openedByPhoto(stories) }];
    });
    let from = 0;
    const lines = planColumns(columns.length, topicColumns).map((count) => {
      from += count;
      return columns.slice(from - count, from);
    });
    return lines.length === 0 ? undefined : { kind: 'topics', lines };
  };
  const compose = (rule: RowRule): HomeRow | undefined => {
    if (typeof rule === 'object') return topicLines(rule.topics);
    switch (rule) {
      case 'lead':
        return lead();
      case 'latest':
        return latest();
      case 'photos':
        return takeFitting(photosOf, photoStoriesOf(articles, rules.photoStory));
      case 'portrait':
        return takeFitting(portraitOf);
      case 'wide':
        return takeFitting(wideOf);
      case 'topics':
        return topicLines(rules.topics ?? topics.map(({ slug }) => slug));
      case 'most-read':
        return mostReadRow(articles, rules.mostRead);
    }
  };
  const composed = new Map<number, HomeRow | undefined>();
  const inOrder = [...rules.rows.entries()].sort(
    ([a, one], [b, other]) => turnOf(one) - turnOf(other) || a - b,
  );
  for (const [index, rule] of inOrder) composed.set(index, compose(rule));
  return { rows: rules.rows.flatMap((_, index) => composed.get(index) ?? []) };
}

/** When a row chooses: the more it asks of a story, the earlier; rows of named topics before the one of all. */
function turnOf(rule: RowRule): number {
  if (typeof rule === 'object') return 3;
  switch (rule) {
    case 'lead':
      return 0;
    case 'photos':
    case 'portrait':
    case 'wide':
      return 1;
    case 'latest':
      return 2;
    case 'topics':
    case 'most-read':
      return 4;
  }
}

const cardsOf = (articles: readonly Article[]): ArticleCard[] => articles.map(({ card }) => card);

/** The first with a picture, then the others, each in their order. */
function picturedFirst(cards: readonly ArticleCard[], count: number): readonly ArticleCard[] {
  const pictured = cards.filter(({ image }) => image !== undefined);
  return [...pictured, ...cards.filter(({ image }) => image === undefined)].slice(0, count);
}

/** The first with a picture before all others, which keep their order. */
function openedByPhoto(cards: readonly ArticleCard[]): readonly ArticleCard[] {
  const opening = picturedFirst(cards, 1);
  return [...opening, ...cards.filter((card) => !opening.includes(card))];
}

/** Those that may lead besides the newest, the first choice first. */
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

const ratioOf = ({ photo: { widthPx, heightPx } }: Picture): number => widthPx / heightPx;

function photosOf({ card, pictures }: Article): HomeRow {
  const band: Picture[] = [];
  let sum = 0;
  for (const picture of pictures) {
    if (band.length === bandPictures.most || (band.length >= bandPictures.least && sum >= bandRatio)) break;
    band.push(picture);
    sum += ratioOf(picture);
  }
  return { kind: 'photos', story: card, pictures: band, morePictures: pictures.length - band.length };
}

/** A quote and the face of the speaker, as the words beside the picture say: never that of another. */
function portraitOf({ card, pictures, body }: Article): HomeRow | undefined {
  const upright = pictures.filter((picture) => ratioOf(picture) <= uprightRatio);
  if (upright.length === 0) return undefined;
  for (const block of body.blocks) {
    if (block.kind !== 'quote' || block.attribution === undefined) continue;
    const text = textOfHtml(block.html);
    if (text.length > quoteCharacters || block.html.includes('footnote-ref')) continue;
    const speaker = speakerOf(block.attribution);
    const picture = upright.find(({ captionText, alt }) => `${captionText ?? ''}\n${alt}`.includes(speaker));
    if (picture === undefined) continue;
    const { attribution } = block;
    return { kind: 'portrait', story: card, picture, quote: { text, attribution } };
  }
  return undefined;
}

/** `GAO Shunde` of `GAO Shunde, retired furnace hand`. */
function speakerOf(attribution: string): string {
  const [name = attribution] = attribution.split(/[,，、،;；(（|–—]/u);
  return name.trim();
}

function wideOf({ card }: Article): HomeRow | undefined {
  const { image: picture } = card;
  if (picture === undefined || picture.photo.widthPx < wide.widthPx || ratioOf(picture) < wide.ratio)
    return undefined;
  return { kind: 'wide', story: card, picture };
}

function mostReadRow(articles: readonly Article[], count: number): HomeRow | undefined {
  const lists = mostReadOf(articles, count);
  return lists.week.length + lists.ever.length === 0 ? undefined : { kind: 'most-read', lists };
}

/** Of the last seven days and of all time; what has no count stands in neither. */
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
