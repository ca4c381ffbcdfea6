/** What a story says of the part that machines had in it: in front matter, at its photos, on its page, in feeds and for machines. */

import { describe, expect, test } from 'vitest';
import { feedBody } from '../../src/feeds/feed-body.ts';
import { sourceAddress, sourceTerms } from '../../src/photos/provenance/source-type.ts';
import { searchedArticle, searchPart } from '../../src/search/search-block.ts';
import { newsArticleData } from '../../src/seo/news-article.ts';
import { sitemapEntries } from '../../src/seo/sitemap.ts';
import { machineMark } from '../../src/site/machine-mark.ts';
import { shippedWords } from '../../src/site/messages/messages-for.ts';
import { routesByUrl } from '../../templates/pages/site-routes.ts';
import { story } from '../builds/temporary-content.ts';
import { articleReport } from '../content/report-on.ts';
import { assembled } from './assembled.ts';

const photo = (attribute: string) => `![A castle](1.jpg "The castle"){credit="LI Hua"${attribute}}`;

async function fair(extra: string, attribute = '') {
  const { site, edition, diagnostics } = await assembled({
    'articles/2024/fair/index.md': story(
      `title: Fair\ndate: 2024-01-02\ntopics: [Research]\n${extra}`,
      `Text.\n\n${photo(attribute)}`,
    ),
    'articles/2024/fair/1.jpg': 'x',
  });
  const { articles, frame } = edition('en');
  const [article] = articles;
  if (article === undefined) throw new Error(JSON.stringify(diagnostics));
  const context = { edition: frame, site: site.frame };
  return {
    diagnostics,
    source: article.pictures[0]?.sourceType,
    data: newsArticleData(article, context),
    feed: feedBody(article, context),
  };
}

describe('a photo', () => {
  test.each([
    ['', '', undefined],
    ['', ' source=ai', 'trainedAlgorithmicMedia'],
    ['', ' source="compositeSynthetic"', 'compositeSynthetic'],
    ['photos: {1.jpg: {source: ai-edited}}', '', 'compositeWithTrainedAlgorithmicMedia'],
    ['photos: {1.jpg: {source: AI}}', ' source=camera', 'digitalCapture'],
    ['ai: {photos: ai}', '', 'trainedAlgorithmicMedia'],
    ['ai: {photos: ai}\nphotos: {1.jpg: {source: camera}}', '', 'digitalCapture'],
    [
      'photos: {1.jpg: {source: "http://cv.iptc.org/newscodes/digitalsourcetype/screenCapture"}}',
      '',
      'screenCapture',
    ],
  ])('with "%s" above the story and "%s" in its braces comes from %s', async (extra, attribute, expected) => {
    const { source, diagnostics } = await fair(extra, attribute);
    expect(diagnostics).toEqual([]);
    expect(source).toBe(expected);
  });

  test('with a source that nothing knows is an error at its line that says what was meant', async () => {
    const { diagnostics } = await fair('', ' source=trainedAlgoritmicMedia');
    expect(diagnostics).toMatchObject([
      {
        code: 'wrong-value',
        severity: 'error',
        line: 10,
        message:
          '"trainedAlgoritmicMedia" is no source of a picture. Did you mean "trainedAlgorithmicMedia"?',
      },
    ]);
  });

  test('of a machine is marked in feeds and for machines', async () => {
    const { feed, data } = await fair('', ' source=ai');
    expect(feed).toContain('<small>Picture made by AI</small></figcaption>');
    expect(data).toMatchObject({
      image: [{ digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource' }],
    });
  });
});

const castles = {
  'articles/2024/fair/index.md': story(
    'title: Fair\ndate: 2024-01-02\ntopics: [Research]',
    'Text.\n\n![A castle](1.jpg "The castle"){source=ai}\n\n![A gate](2.jpg "The gate")',
  ),
  'articles/2024/fair/1.jpg': 'x',
  'articles/2024/fair/2.jpg': 'y',
  'articles/2024/chart/index.zh.md': story(
    'title: 图\ndate: 2024-01-02\ntopics: [Research]',
    'Text.\n\n![A chart](1.jpg "The chart"){source=chart}',
  ),
  'articles/2024/chart/1.jpg': 'z',
};

test('a film or a sound is marked at its caption and in feeds', async () => {
  const { site, edition, diagnostics } = await assembled({
    'articles/2024/bell/index.md': story(
      'title: Bell\ndate: 2024-01-02\ntopics: [Research]',
      '![The bell](bell.mp4 "The bell of the east gate"){source=ai}\n\n![A voice](voice.mp3){source=ai-edited}',
    ),
    'articles/2024/bell/bell.mp4': 'x',
    'articles/2024/bell/voice.mp3': 'y',
  });
  expect(diagnostics).toEqual([]);
  const { articles, frame } = edition('en');
  const [article] = articles;
  if (article === undefined) throw new Error('There is no story.');
  const feed = feedBody(article, { edition: frame, site: site.frame });
  expect(feed).toContain('The bell</a> <small>Made by AI</small>');
  expect(feed).toContain('A voice</a> <small>Changed with AI</small>');
  expect(article.body.blocks).toMatchObject([
    { kind: 'media', sourceType: 'trainedAlgorithmicMedia' },
    { kind: 'media', sourceType: 'compositeWithTrainedAlgorithmicMedia' },
  ]);
});

describe('the list of pictures by machines', () => {
  test('holds those of an edition, and is not there where none is', async () => {
    const { site } = await assembled(castles);
    const routes = routesByUrl(site);
    expect([...routes.keys()].filter((url) => url.includes('machine'))).toEqual(['/photos/machine/']);
    expect(sitemapEntries(site).map(({ url }) => url)).toContain('/photos/machine/');
    expect(sitemapEntries(site).map(({ url }) => url)).not.toContain('/zh/photos/machine/');
    const page = routes.get('/photos/machine/');
    const all = routes.get('/photos/');
    if (page === undefined || all === undefined) throw new Error('There is no list.');
    expect(page.props).toMatchObject({ count: 1, photos: [{ articleUrl: '/2024/01/fair/#photo-1' }] });
    expect(all.props).toMatchObject({ count: 2, markedUrl: '/photos/machine/' });
    expect(routes.get('/zh/photos/')?.props).not.toHaveProperty('markedUrl');
  });

  test('is found by the search', async () => {
    const { site, edition } = await assembled(castles);
    const { articles, frame } = edition('en');
    const [article] = articles;
    if (article === undefined) throw new Error('There is no story.');
    const part = searchPart({ cards: [article.card], context: { site: site.frame, edition: frame } });
    expect(JSON.parse(part)).toMatchObject([{ photo: { mark: 'Picture made by AI' } }]);
    expect(searchedArticle(article, frame).captions).toEqual([
      'The castle',
      'The gate',
      'Picture made by AI',
    ]);
  });
});

describe('a text', () => {
  test.each([
    ['ai: generated', 'Text written by AI', 'TrainedAlgorithmicMediaDigitalSource'],
    ['ai: assisted', 'Text written with the help of AI', 'CompositeWithTrainedAlgorithmicMediaDigitalSource'],
    ['ai: {text: Translated}', 'Text translated by AI', 'CompositeWithTrainedAlgorithmicMediaDigitalSource'],
    ['ai: Translated by AI & checked by YANG Lindi', 'Translated by AI & checked by YANG Lindi', undefined],
    ['ai: 由人工智能翻译', '由人工智能翻译', undefined],
    ['ai: {photos: "Drawn by AI, after photos"}', 'Drawn by AI, after photos', undefined],
  ])('with "%s" says "%s" in feeds and to machines', async (extra, words, term) => {
    const { feed, data, diagnostics } = await fair(extra);
    expect(diagnostics).toEqual([]);
    expect(feed.startsWith(`<p><em>${words.replace('&', '&amp;')}</em></p>`)).toBe(true);
    expect(data).toMatchObject({ backstory: words });
    expect('digitalSourceType' in data ? data.digitalSourceType : undefined).toBe(
      term === undefined ? undefined : `https://schema.org/${term}`,
    );
  });

  test('without a word of a machine says nothing of one', async () => {
    const { feed, data } = await fair('');
    expect(feed).not.toContain('<em>');
    expect(data).not.toHaveProperty('digitalSourceType');
    expect(data).not.toHaveProperty('backstory');
  });

  test.each([
    ['ai: genrated', '"genrated" does not say what a machine did. Did you mean "generated"?'],
    ['ai: true', 'ai: says what a machine did, not whether.'],
    ['ai: {text: yes}', '"yes" does not say what a machine did.'],
    ['ai: {photos: camra}', '"camra" is no source of a picture. Did you mean "camera"?'],
    ['ai: {texts: generated}', 'Did you mean "text"'],
    ['photos: {1.jpg: {source: trained}}', '"trained" is no source of a picture.'],
  ])('with "%s" is an error that helps', (extra, message) => {
    expect(articleReport(`title: Fair\ndate: 2024-01-02\ntopics: [Research]\n${extra}`)).toContain(message);
  });
});

test('a page says it too, and has no photos to say it of', async () => {
  const page = async (ai: string) => {
    const { edition, diagnostics } = await assembled({
      'articles/2024/fair/index.md': story('title: Fair\ndate: 2024-01-02\ntopics: [Research]', 'Text.'),
      'pages/about.md': story(`title: About\nai: ${ai}`, 'A page.'),
    });
    return { ai: edition('en').pages[0]?.ai, codes: diagnostics.map(({ code }) => code) };
  };
  expect(await page('translated')).toEqual({ ai: { text: { kind: 'term', term: 'translated' } }, codes: [] });
  expect((await page('{photos: ai}')).codes).toEqual(['wrong-value']);
});

/** Terms that readers are told of, and by which word; of all others they are told nothing. */
const marked = {
  algorithmicallyEnhanced: 'softwareEnhanced',
  compositeSynthetic: 'aiChanged',
  compositeWithTrainedAlgorithmicMedia: 'aiChanged',
  algorithmicMedia: 'softwareMade',
  trainedAlgorithmicMedia: 'aiMade',
} as const;

test.each([...shippedWords.keys()])(
  'in %s every term of the IPTC is told in the right words, or not at all',
  (lang) => {
    const words = shippedWords.get(lang);
    if (words === undefined) throw new Error(`There are no words of ${lang}.`);
    const told = sourceTerms.flatMap((term) => {
      const mark = machineMark(term, words);
      return mark === undefined ? [] : [[term, mark]];
    });
    expect(told).toEqual(Object.entries(marked).map(([term, word]) => [term, words[word]]));
    expect(new Set(told.map(([, mark]) => mark)).size).toBe(4);
    expect(sourceTerms.every((term) => sourceAddress(term).endsWith(`/${term}`))).toBe(true);
  },
);
