import { describe, expect, test } from 'vitest';
import { neighboursOf } from '../../src/site/neighbours.ts';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const titles = (articles: readonly { readonly title: string }[]) => articles.map(({ title }) => title);

const front = (title: string, date: string, rest = 'topics: [Research]') =>
  `title: ${title}\ndate: ${date}\n${rest}`;

describe('what two branches have each added to a list', () => {
  test('is shown once', async () => {
    const twice = '\n  - {date: 2024-02-01, text: It was Monday.}'.repeat(2);
    const { edition } = await assembled({
      'articles/2024/a/index.md': story(
        `${front('A', '2024-01-02')}\ncredits: {draft: [LI Hua, WANG Wei, LI Hua]}\nrelated: [2024/b, 2024/b]\ncorrections:${twice}\ncontacts:${'\n  - {name: LI Hua, email: a@example.edu}'.repeat(2)}`,
        'Text.',
      ),
      'articles/2024/b/index.md': story(front('B', '2024-01-01'), 'Text.'),
    });
    const [article] = edition('en').articles;
    expect(article?.credits.map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['LI Hua', 'WANG Wei'],
    ]);
    expect(article?.corrections).toHaveLength(1);
    expect(article?.contacts).toHaveLength(1);
  });
});

describe('articles of an edition', () => {
  test('stand newest first, those of one moment by address, and know their neighbours', async () => {
    const { edition } = await assembled({
      'articles/2024/b/index.md': story(front('B', '2024-01-02'), 'Text.'),
      'articles/2024/a/index.md': story(front('A', '2024-01-02'), 'Text.'),
      'articles/2023/c/index.md': story(front('C', '2023-05-01'), 'Text.'),
      'articles/2024/d/index.md': story(front('D', '2024-01-02T09:00+08:00'), 'Text.'),
    });
    const { articles } = edition('en');
    expect(titles(articles)).toEqual(['D', 'A', 'B', 'C']);
    const neighbours = articles.map((_, index) => neighboursOf(articles, index));
    expect(neighbours.map(({ newer, older }) => [newer?.title, older?.title])).toEqual([
      [undefined, 'A'],
      ['D', 'B'],
      ['A', 'C'],
      ['B', undefined],
    ]);
  });

  test('have addresses of their day on the site, whatever offset they were given', async () => {
    const { edition } = await assembled({
      'articles/2023/late/index.md': story(front('A', '2023-12-31T23:30-08:00'), 'Text.'),
      'articles/2024/Two Words/index.md': story(front('B', '2024-02-03'), 'Text.'),
      'articles/2024/c/index.md': story(`${front('C', '2024-02-02')}\nslug: other-name`, 'Text.'),
    });
    expect(edition('en').articles.map(({ url }) => url)).toEqual([
      '/2024/02/two-words/',
      '/2024/02/other-name/',
      '/2024/01/late/',
    ]);
  });

  test('of very many topics leave the menu of every page short', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Topic ${index}`);
    const listed = names.map((name, index) => `  - {name: ${name}, slug: topic-${index}}\n`).join('');
    const { edition } = await assembled({
      'site.yaml': siteYaml.replace(/^topics:\n(?: {2}- .*\n)+/mu, `topics:\n${listed}`),
      'articles/2024/a/index.md': story(front('A', '2024-01-05', `topics: [${names.join(', ')}]`), 'Text.'),
    });
    const { frame, topics } = edition('en');
    expect(topics).toHaveLength(40);
    expect(frame.topicLinks.map(({ name }) => name)).toEqual(names.slice(0, 16));
    expect(frame.hasMoreTopics).toBe(true);
  });

  test('belong to their topics and to the archive, newest first', async () => {
    const { edition } = await assembled({
      'articles/2023/a/index.md': story(
        front('A', '2023-12-31', 'topics: [University News, research]'),
        'Text.',
      ),
      'articles/2024/b/index.md': story(front('B', '2024-01-02', 'topic: Research'), 'Text.'),
      'articles/2024/c/index.md': story(front('C', '2024-01-05', 'topics: [RESEARCH]'), 'Text.'),
    });
    const { topics, archive, frame } = edition('en');
    expect(topics.map(({ slug, url, articles }) => [slug, url, titles(articles)])).toEqual([
      ['research', '/topics/research/', ['C', 'B', 'A']],
      ['university-news', '/topics/university-news/', ['A']],
    ]);
    expect(frame.topicLinks.map(({ slug }) => slug)).toEqual(['research', 'university-news']);
    expect(
      archive.map(({ year, count, months }) => [
        year,
        count,
        months.map(({ url, articles }) => [url, articles.length]),
      ]),
    ).toEqual([
      [2024, 2, [['/archive/2024/01/', 2]]],
      [2023, 1, [['/archive/2023/12/', 1]]],
    ]);
  });

  test('in two languages know each other, and only each other', async () => {
    const { edition, diagnostics } = await assembled({
      'articles/2024/a/index.md': story(front('A', '2024-01-02'), 'Text.'),
      'articles/2024/a/index.zh.md': story(front('甲', '2024-01-02'), '正文。'),
      'articles/2024/b/index.md': story(front('B', '2024-01-03'), 'Text.'),
    });
    expect(diagnostics).toEqual([]);
    expect(edition('en').articles.map(({ title, translations }) => [title, translations])).toEqual([
      ['B', []],
      ['A', [{ lang: 'zh', languageName: '中文', url: '/zh/2024/01/a/' }]],
    ]);
    expect(edition('zh').articles.map(({ translations }) => translations)).toEqual([
      [{ lang: 'en', languageName: 'English', url: '/2024/01/a/' }],
    ]);
  });
});

describe('people', () => {
  const files = {
    'people/yang-lindi.md': '---\nname: YANG Lindi\nnames: {zh: 杨琳迪}\nrole: Writer\n---\n\nShe writes.\n',
    'articles/2024/a/index.md': story(
      front('A', '2024-01-02', 'topics: [Research]\ncredits: {draft: YANG Lindi, revision: CHENG Mingyuan}'),
      'Text.',
    ),
    'articles/2024/b/index.md': story(
      front(
        'B',
        '2024-01-03',
        'topics: [Research]\ncredits: {draft: [yang-lindi, Anna Berg], revision: YANG Lindi}',
      ),
      'Text.',
    ),
    'articles/2024/b/index.zh.md': story(
      front('乙', '2024-01-03', 'topics: [Research]\ncredits: {draft: 杨琳迪}'),
      '正文。',
    ),
  };

  test('are one person under name, slug and each language’s name, with what they wrote and what they revised', async () => {
    const { edition, diagnostics } = await assembled(files);
    expect(diagnostics).toEqual([]);
    expect(
      edition('en').people.map(({ name, slug, contributions }) => [
        name,
        slug,
        contributions.map(({ role, articles }) => [role, titles(articles)]),
      ]),
    ).toEqual([
      ['Anna Berg', 'anna-berg', [['draft', ['B']]]],
      ['CHENG Mingyuan', 'cheng-mingyuan', [['revision', ['A']]]],
      [
        'YANG Lindi',
        'yang-lindi',
        [
          ['draft', ['B', 'A']],
          ['revision', ['B']],
        ],
      ],
    ]);
    const [chinese] = edition('zh').people;
    expect(chinese).toMatchObject({ name: '杨琳迪', slug: 'yang-lindi', url: '/zh/people/yang-lindi/' });
  });

  test('that no file has are an error with what was meant', async () => {
    const { diagnostics } = await assembled({
      ...files,
      'articles/2024/c/index.md': story(
        front('C', '2024-01-04', 'topics: [Research]\ncredits: {draft: yang-lindy}'),
        'Text.',
      ),
    });
    expect(diagnostics).toMatchObject([
      { code: 'unknown-person', line: 5, message: expect.stringContaining('"yang-lindi"') },
    ]);
  });
});

describe('what is not due', () => {
  const at = '2024-06-01T12:00+08:00';
  const files = {
    'articles/2024/open/index.md': story(front('Open', '2024-01-02'), 'Text.'),
    'articles/2024/draft/index.md': story(`${front('Unfinished', '2024-01-02')}\ndraft: true`, 'Text.'),
    'articles/2024/later/index.md': story(`${front('Later', '2024-01-02')}\npublishAt: ${at}`, 'Text.'),
    'articles/2024/secret/index.md': story(
      `${front('Secret', '2024-01-02', 'topics: [University News]\ncredits: {draft: WU Ming}')}\nembargoUntil: ${at}`,
      '![A](1.jpg "B")',
    ),
    'articles/2024/secret/1.jpg': 'x',
    'articles/2024/gone/index.md': story(`${front('Gone', '2024-01-02')}\nexpiresAt: ${at}`, 'Text.'),
  };

  test('is nowhere on the site one moment before, and everywhere at the moment itself', async () => {
    const before = await assembled(files, { now: '2024-06-01T03:59:59.999Z' });
    expect(titles(before.edition('en').articles)).toEqual(['Gone', 'Open']);
    expect(JSON.stringify(before.site.editions)).not.toMatch(/Secret|Later|Unfinished|WU Ming/u);
    expect(before.site.photos).toEqual([]);
    const then = await assembled(files, { now: '2024-06-01T04:00:00Z' });
    expect(titles(then.edition('en').articles)).toEqual(['Later', 'Secret', 'Open']);
    expect(then.site.photos).toHaveLength(1);
  });

  test('is named with its reason and its moment', async () => {
    const { site } = await assembled(files, { now: '2024-01-01T00:00:00Z' });
    expect(site.heldBack.map(({ title, status, until }) => [title, status, until])).toEqual([
      ['Unfinished', 'draft', undefined],
      ['Later', 'scheduled', '2024-06-01T12:00+08:00'],
      ['Secret', 'embargoed', '2024-06-01T12:00+08:00'],
    ]);
  });

  test('is shown in the preview, marked', async () => {
    const { edition } = await assembled(files, { now: '2024-01-01T00:00:00Z', includeHidden: true });
    expect(Object.fromEntries(edition('en').articles.map(({ title, status }) => [title, status]))).toEqual({
      Open: 'published',
      Unfinished: 'draft',
      Later: 'scheduled',
      Secret: 'embargoed',
      Gone: 'published',
    });
  });

  test('cannot be linked to', async () => {
    const { diagnostics } = await assembled({
      ...files,
      'articles/2024/open/index.md': story(front('Open', '2024-01-02'), 'See [it](../draft/index.md).'),
    });
    expect(diagnostics).toMatchObject([
      { code: 'broken-link', line: 7, message: expect.stringContaining('not published') },
    ]);
  });
});

describe('addresses', () => {
  test('that two pages would share are refused, whatever their capitals', async () => {
    const { diagnostics } = await assembled({
      'articles/2024/a/index.md': story(`${front('A', '2024-01-02')}\naliases: [/old/, /topics/]`, 'Text.'),
      'articles/2024/b/index.md': story(`${front('B', '2024-01-03')}\nslug: a\naliases: [/OLD/]`, 'Text.'),
      'pages/archive.md': '---\ntitle: Archive\n---\n\nText.\n',
    });
    expect(diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual(
      expect.arrayContaining([
        ['duplicate-permalink', 'content/articles/2024/b/index.md', 1],
        ['duplicate-permalink', 'content/articles/2024/b/index.md', 6],
        ['duplicate-permalink', 'content/articles/2024/a/index.md', 5],
        ['duplicate-permalink', 'content/pages/archive.md', 1],
      ]),
    );
  });

  test('of other stories and of their headings are found, and missing ones are named', async () => {
    const { edition, diagnostics } = await assembled({
      'articles/2024/a/index.md': story(
        front('A', '2024-01-02'),
        '[one](../b/index.md#the-end) [two](../b/index.md#the-ende) [three](../c/index.md)',
      ),
      'articles/2024/b/index.md': story(front('B', '2024-01-03'), '## The end\n\nText.'),
    });
    expect(JSON.stringify(edition('en').articles[1]?.body.blocks)).toContain('/2024/01/b/#the-end');
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['broken-link', 'articles/2024/b/index.md has no heading "#the-ende".'],
      ['broken-link', 'The link leads to articles/2024/c/index.md, which does not exist.'],
    ]);
  });
});

test('views of the counter and of an old site are added up', async () => {
  const { edition } = await assembled({
    'articles/2024/a/index.md': story(`${front('A', '2024-01-05')}\nviewsBefore: 500`, 'Text.'),
    'articles/2024/b/index.md': story(front('B', '2024-01-04'), 'Text.'),
    'views.json': '{"articles": {"2024/a": {"total": 9, "lastSevenDays": 1}}}',
  });
  expect(edition('en').articles.map(({ views }) => views)).toEqual([
    { total: 509, lastSevenDays: 1 },
    undefined,
  ]);
});
