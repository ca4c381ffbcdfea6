import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeHome, type HomeRules } from '../../src/site/home.ts';
import type { Article, Home, Topic } from '../../src/site/site.ts';
import { type ArticleParts, makeArticle } from './make-article.ts';

const nowMs = Date.parse('2024-06-01');
const rules: HomeRules = {
  lead: 'newest-with-photo',
  seconds: 2,
  latest: 3,
  photoStory: 'newest',
  storiesPerTopic: 2,
  mostRead: 3,
};

function compose(parts: readonly ArticleParts[], changed: Partial<HomeRules> = {}): Home {
  const articles = parts.map(makeArticle);
  return composeHome(articles, topicsOf(articles), { ...rules, ...changed }, nowMs);
}

function topicsOf(articles: readonly Article[]): Topic[] {
  return ['research', 'art'].map((slug) => ({
    slug,
    name: slug,
    url: `/topics/${slug}/`,
    feedUrl: `/topics/${slug}/feed.xml`,
    articles: articles
      .filter(({ topics }) => topics.some((topic) => topic.slug === slug))
      .map(({ card }) => card),
  }));
}

const cardsOf = ({ lead, seconds, photoStory, latest, topicRows }: Home) => [
  ...(lead === undefined ? [] : [lead]),
  ...seconds,
  ...(photoStory === undefined ? [] : [photoStory.article]),
  ...latest,
  ...topicRows.flatMap(({ articles }) => articles),
];

describe('who leads the home page', () => {
  const stories = [{ name: 'newest' }, { name: 'photo', pictureCount: 1 }, { name: 'old' }];

  test('is the newest story with a photo', () => {
    expect(compose(stories).lead?.id).toBe('2024/photo');
  });

  test('is the newest of all where no story has a photo, or where site.yaml says so', () => {
    expect(compose([{ name: 'a' }, { name: 'b' }]).lead?.id).toBe('2024/a');
    expect(compose(stories, { lead: 'newest' }).lead?.id).toBe('2024/newest');
  });

  test('is the chosen story, and another where that is not published', () => {
    expect(compose(stories, { lead: '2024/old' }).lead?.id).toBe('2024/old');
    expect(compose(stories, { lead: '2024/embargoed' }).lead?.id).toBe('2024/photo');
  });

  test('is a pinned story until its time is over', () => {
    const pinned = { name: 'pinned', pinnedUntilMs: nowMs + 1 };
    expect(compose([...stories, pinned], { lead: '2024/old' }).lead?.id).toBe('2024/pinned');
    expect(compose([...stories, { ...pinned, pinnedUntilMs: nowMs }]).lead?.id).toBe('2024/photo');
  });

  test('leaves a second pinned story the place beside it', () => {
    const pins = ['first', 'second'].map((name) => ({ name, pinnedUntilMs: nowMs + 1 }));
    const home = compose([...stories, ...pins]);
    expect([home.lead?.id, home.seconds[0]?.id]).toEqual(['2024/first', '2024/second']);
  });
});

describe('the photo story', () => {
  const stories = [
    { name: 'lead', pictureCount: 1 },
    { name: 'long', pictureCount: 6 },
    { name: 'short', pictureCount: 2 },
  ];

  test('is the newest with many photos, none, or the chosen one', () => {
    const few = { seconds: 0 };
    expect(compose(stories, few).photoStory?.article.id).toBe('2024/long');
    expect(compose(stories, { ...few, photoStory: 'none' }).photoStory).toBeUndefined();
    expect(compose(stories, { ...few, photoStory: '2024/short' }).photoStory?.article.id).toBe('2024/short');
  });
});

describe('what was read most', () => {
  test('is counted for the week and for ever, and holds nothing that nobody read', () => {
    const { mostRead } = compose([
      { name: 'new', views: { total: 10, lastSevenDays: 9 } },
      { name: 'old', views: { total: 900, lastSevenDays: 0 } },
      { name: 'unread', views: { total: 0, lastSevenDays: 0 } },
      { name: 'uncounted' },
    ]);
    expect(mostRead.week.map(({ url }) => url)).toEqual(['/2024/05/new/']);
    expect(mostRead.ever.map(({ url }) => url)).toEqual(['/2024/05/old/', '/2024/05/new/']);
  });
});

const anyStory = fc.record({
  topics: fc.constantFrom(['research'], ['art'], ['art', 'research'], ['other']),
  pictureCount: fc.integer({ min: 0, max: 6 }),
  views: fc.record({ total: fc.nat(99), lastSevenDays: fc.nat(9) }),
  pinnedUntilMs: fc.constantFrom(nowMs - 1, nowMs + 1),
});

const anyRules = fc.record({
  lead: fc.constantFrom('newest', 'newest-with-photo', '2024/s1', '2024/gone'),
  seconds: fc.nat(3),
  latest: fc.nat(4),
  photoStory: fc.constantFrom('newest', 'none', '2024/s2'),
  storiesPerTopic: fc.integer({ min: 1, max: 3 }),
  mostRead: fc.nat(3),
});

describe('the home page of any stories by any rules', () => {
  test('shows no story twice, keeps to its numbers, and is empty only without stories', () => {
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 14 }), anyRules, (stories, anyRule) => {
        const home = compose(
          stories.map((story, index) => ({ ...story, name: `s${index}` })),
          anyRule,
        );
        const urls = cardsOf(home).map(({ url }) => url);
        expect(new Set(urls).size).toBe(urls.length);
        expect(home.lead === undefined).toBe(stories.length === 0);
        expect(home.seconds.length).toBeLessThanOrEqual(anyRule.seconds);
        expect(home.latest.length).toBeLessThanOrEqual(anyRule.latest);
        for (const { articles } of home.topicRows) expect(articles.length).toBeGreaterThan(0);
        for (const list of [home.mostRead.week, home.mostRead.ever]) {
          expect(new Set(list.map(({ url }) => url)).size).toBe(list.length);
          expect(list.length).toBeLessThanOrEqual(anyRule.mostRead);
        }
      }),
    );
  });
});
