import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeHome, type HomeRules } from '../../src/site/home.ts';
import type { Article, ArticleCard, BodyBlock, Home, HomeRow, Topic } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { type ArticleParts, makeArticle } from './make-article.ts';

const nowMs = Date.parse('2024-06-01');
const rules: HomeRules = {
  rows: ['lead', 'latest', 'photos', 'portrait', 'topics', 'wide', 'most-read'],
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

/** The first row of a kind. */
function rowOf<Kind extends HomeRow['kind']>({ rows }: Home, kind: Kind) {
  return rows.find((row): row is Extract<HomeRow, { readonly kind: Kind }> => row.kind === kind);
}

function cardsOf(row: HomeRow): readonly ArticleCard[] {
  switch (row.kind) {
    case 'lead':
      return [row.story, ...row.beside];
    case 'latest':
      return [...row.cards, ...row.briefs];
    case 'photos':
    case 'portrait':
    case 'wide':
      return [row.story];
    case 'topics':
      return row.lines.flat().flatMap(({ articles }) => articles);
    case 'most-read':
      return [];
  }
}

const leadOf = (home: Home) => rowOf(home, 'lead')?.story.id;
const namesOf = (cards: readonly ArticleCard[] | undefined) =>
  cards?.map(({ id }) => id.replace('2024/', ''));

describe('who leads the home page', () => {
  const stories = [{ name: 'newest' }, { name: 'photo', pictureCount: 1 }, { name: 'old' }];

  test('is the newest story with a photo', () => {
    expect(leadOf(compose(stories))).toBe('2024/photo');
  });

  test('is the newest of all where no story has a photo, or where site.yaml says so', () => {
    expect(leadOf(compose([{ name: 'a' }, { name: 'b' }]))).toBe('2024/a');
    expect(leadOf(compose(stories, { lead: 'newest' }))).toBe('2024/newest');
  });

  test('is the chosen story, and another where that is not published', () => {
    expect(leadOf(compose(stories, { lead: '2024/old' }))).toBe('2024/old');
    expect(leadOf(compose(stories, { lead: '2024/embargoed' }))).toBe('2024/photo');
  });

  test('is a pinned story until its time is over', () => {
    const pinned = { name: 'pinned', pinnedUntilMs: nowMs + 1 };
    expect(leadOf(compose([...stories, pinned], { lead: '2024/old' }))).toBe('2024/pinned');
    expect(leadOf(compose([...stories, { ...pinned, pinnedUntilMs: nowMs }]))).toBe('2024/photo');
  });

  test('leaves a second pinned story the place beside it', () => {
    const pins = ['first', 'second'].map((name) => ({ name, pinnedUntilMs: nowMs + 1 }));
    const home = compose([...stories, ...pins]);
    expect(namesOf(home.rows.flatMap(cardsOf))?.slice(0, 2)).toEqual(['first', 'second']);
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
    const shown = (changed: Partial<HomeRules>) => rowOf(compose(stories, { ...few, ...changed }), 'photos');
    expect(shown({})?.story.id).toBe('2024/long');
    expect(shown({ photoStory: 'none' })).toBeUndefined();
    expect(shown({ photoStory: '2024/short' })?.story.id).toBe('2024/short');
  });

  test('shows a line of its pictures, and says how many more there are', () => {
    const row = rowOf(compose(stories, { seconds: 0 }), 'photos');
    // Three pictures of 3:2 fill a line that is a quarter as high as it is wide.
    expect([row?.pictures.length, row?.morePictures]).toEqual([3, 3]);
  });
});

describe('the rows', () => {
  const topics = ['art', 'research'];
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `s${index}`, topics }));

  test('stand in the order of site.yaml, and those that find no story are left out', () => {
    const home = compose(names(9), { rows: ['latest', 'photos', 'lead', { topics: ['art'] }, 'wide'] });
    expect(home.rows.map(({ kind }) => kind)).toEqual(['latest', 'lead', 'topics']);
    // The lead chooses first wherever it stands.
    expect(leadOf(home)).toBe('2024/s0');
  });

  test('of one story and of three still have a lead, and nothing empty', () => {
    expect(compose(names(1)).rows.map(({ kind }) => kind)).toEqual(['lead']);
    const three = compose(names(3));
    expect(three.rows.map((row) => [row.kind, cardsOf(row).length])).toEqual([['lead', 3]]);
  });

  test('show the latest with photos in columns, and the others smaller below them', () => {
    const stories = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
      name,
      pictureCount: name === 'b' || name === 'f' ? 1 : 0,
    }));
    const row = rowOf(compose(stories, { lead: 'newest', seconds: 0, latest: 5 }), 'latest');
    expect([namesOf(row?.cards), namesOf(row?.briefs)]).toEqual([
      ['b', 'f', 'c'],
      ['d', 'e'],
    ]);
  });

  test('beside the lead begin with a photo, if there is one', () => {
    const stories = [{ name: 'lead' }, { name: 'plain' }, { name: 'photo', pictureCount: 1 }];
    const row = rowOf(compose(stories, { lead: 'newest' }), 'lead');
    expect(namesOf(row?.beside)).toEqual(['photo', 'plain']);
  });

  test('of topics are as full as they can be, and each begins with a photo if it has one', () => {
    const stories = [
      { name: 'lead' },
      { name: 'plain', topics: ['art'] },
      { name: 'photo', topics: ['art'], pictureCount: 1 },
    ];
    const row = rowOf(
      compose(stories, { lead: 'newest', seconds: 0, rows: ['lead', { topics: ['art'] }] }),
      'topics',
    );
    expect(namesOf(row?.lines[0]?.[0]?.articles)).toEqual(['photo', 'plain']);
  });
});

describe('the portrait and its quote', () => {
  const quote = (text: string, attribution?: string): BodyBlock => ({
    kind: 'quote',
    html: `<p>${text}</p>`,
    ...defined({ attribution }),
  });
  const story = (blocks: readonly BodyBlock[], captionText: string, widthPx = 800) => {
    const article = makeArticle({ name: 'portrait', pictureCount: 1 });
    const pictures = article.pictures.map((picture) => ({
      ...picture,
      captionText,
      photo: { ...picture.photo, widthPx, heightPx: 1000 },
    }));
    const lead = makeArticle({ name: 'lead' });
    const portrait: Article = { ...article, pictures, body: { ...article.body, blocks } };
    const changed: HomeRules = { ...rules, lead: 'newest', seconds: 0 };
    return rowOf(composeHome([lead, portrait], [], changed, nowMs), 'portrait');
  };

  test('are of one person, as the caption says', () => {
    const said = quote('Steel &amp; <em>patience</em>', 'LI Hua, smith');
    expect(story([said], 'LI Hua at the furnace')?.quote).toEqual({
      text: 'Steel & patience',
      attribution: 'LI Hua, smith',
    });
    expect(story([said], 'WANG Fang at the furnace')).toBeUndefined();
    expect(story([quote('锤子', '李华，铁匠')], '炉前的李华')?.quote.text).toBe('锤子');
  });

  test('need an upright picture, a speaker, and words that are read at a glance', () => {
    const caption = 'LI Hua';
    expect(story([quote('Steel', caption)], caption, 1500)).toBeUndefined();
    expect(story([quote('Steel')], caption)).toBeUndefined();
    expect(story([quote('Steel '.repeat(60), caption)], caption)).toBeUndefined();
  });
});

describe('the wide picture', () => {
  const row = (widthPx: number, heightPx: number) => {
    const article = makeArticle({ name: 'wide', pictureCount: 1 });
    const [picture] = article.pictures;
    if (picture === undefined) throw new Error('The story has no picture.');
    const image = { ...picture, photo: { ...picture.photo, widthPx, heightPx } };
    const articles = [makeArticle({ name: 'lead' }), { ...article, card: { ...article.card, image } }];
    return rowOf(
      composeHome(articles, [], { ...rules, lead: 'newest', seconds: 0, latest: 1 }, nowMs),
      'wide',
    );
  };

  test('lies, and has the pixels for the whole page', () => {
    expect(row(2400, 1600)?.story.id).toBe('2024/wide');
    expect(row(1200, 800)).toBeUndefined();
    expect(row(2400, 2400)).toBeUndefined();
  });
});

describe('what was read most', () => {
  test('is counted for the week and for ever, and holds nothing that nobody read', () => {
    const home = compose([
      { name: 'new', views: { total: 10, lastSevenDays: 9 } },
      { name: 'old', views: { total: 900, lastSevenDays: 0 } },
      { name: 'unread', views: { total: 0, lastSevenDays: 0 } },
      { name: 'uncounted' },
    ]);
    const lists = rowOf(home, 'most-read')?.lists;
    expect(lists?.week.map(({ url }) => url)).toEqual(['/2024/05/new/']);
    expect(lists?.ever.map(({ url }) => url)).toEqual(['/2024/05/old/', '/2024/05/new/']);
  });
});

const anyStory = fc.record({
  topics: fc.constantFrom(['research'], ['art'], ['art', 'research'], ['other']),
  pictureCount: fc.integer({ min: 0, max: 6 }),
  views: fc.record({ total: fc.nat(99), lastSevenDays: fc.nat(9) }),
  pinnedUntilMs: fc.constantFrom(nowMs - 1, nowMs + 1),
});

const anyRules = fc.record({
  rows: fc
    .array(fc.constantFrom(...rules.rows, { topics: ['art'] }), { maxLength: 9 })
    .map((more) => ['lead' as const, ...more]),
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
        const urls = home.rows.flatMap(cardsOf).map(({ url }) => url);
        expect(new Set(urls).size).toBe(urls.length);
        expect(rowOf(home, 'lead') === undefined).toBe(stories.length === 0);
        for (const row of home.rows) {
          if (row.kind === 'lead') expect(row.beside.length).toBeLessThanOrEqual(anyRule.seconds);
          if (row.kind === 'latest') {
            expect(row.cards.length).toBeGreaterThan(0);
            expect(cardsOf(row).length).toBeLessThanOrEqual(anyRule.latest);
          }
          if (row.kind === 'topics')
            for (const { articles } of row.lines.flat()) expect(articles.length).toBeGreaterThan(0);
          if (row.kind !== 'most-read') continue;
          for (const list of [row.lists.week, row.lists.ever]) {
            expect(new Set(list.map(({ url }) => url)).size).toBe(list.length);
            expect(list.length).toBeLessThanOrEqual(anyRule.mostRead);
          }
        }
      }),
    );
  });
});
