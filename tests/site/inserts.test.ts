/** What stories have besides text and photos: films of others, charts, maps, transcripts, from their files to the site. */

import { describe, expect, test } from 'vitest';
import { OpenContent } from '../../src/content/load-content.ts';
import { feedBody } from '../../src/feeds/feed-body.ts';
import { mediaData } from '../../src/seo/media-data.ts';
import { newsArticleData } from '../../src/seo/news-article.ts';
import { playerPages } from '../../src/site/players.ts';
import { planPressKits } from '../../src/site/press-kit.ts';
import type { Article } from '../../src/site/site.ts';
import { siteYaml, story, temporaryContent } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const head = 'title: A fair\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}';
const folder = 'articles/2024/fair';

async function fair(body: string, more: Readonly<Record<string, string>> = {}) {
  const { site, diagnostics, edition } = await assembled({
    [`${folder}/index.md`]: story(head, body),
    ...more,
  });
  const { articles, frame } = edition('en');
  const article = articles.find(({ file }) => file === `${folder}/index.md`);
  if (article === undefined) throw new Error(JSON.stringify(diagnostics));
  const context = { site: site.frame, edition: frame };
  return { site, diagnostics: diagnostics.filter(({ file }) => file.includes('fair')), article, context };
}

const toldOf = (diagnostics: Awaited<ReturnType<typeof fair>>['diagnostics']) =>
  diagnostics.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

describe('a film of another host', () => {
  const film =
    '![The race](https://vimeo.com/76979871 "The race"){poster=race.jpg credit="LI Hua" date=2024-05-05}';

  test('gives its page, and no other, a player', async () => {
    const { site, article } = await fair(`Text.\n\n::: note\n${film}\n:::`, { [`${folder}/race.jpg`]: '' });
    expect(playerPages(site)).toEqual([{ url: article.url, origins: ['https://player.vimeo.com'] }]);
  });

  test('lends its picture to the story, which search engines are told of', async () => {
    const { article, context } = await fair(film, { [`${folder}/race.jpg`]: '' });
    expect(article.image).toMatchObject({ alt: 'The race', credit: 'LI Hua', number: 1 });
    expect(mediaData(article.body.blocks, article, context.site)).toMatchObject([
      { '@type': 'VideoObject', name: 'The race', uploadDate: '2024-05-05' },
    ]);
  });

  test('without a day or a picture is no film that an engine would show', async () => {
    const { article, context } = await fair('![The race](https://vimeo.com/76979871){date=2024-05-05}');
    expect(mediaData(article.body.blocks, article, context.site)).toEqual([]);
  });

  test('is a link in feeds', async () => {
    const { article, context } = await fair(film, { [`${folder}/race.jpg`]: '' });
    const html = feedBody(article, context);
    expect(html).toContain('<a href="https://vimeo.com/76979871">');
    expect(html).not.toMatch(/<iframe|player\.vimeo/u);
  });

  test('may lie on a machine that site.yaml lists, alone', async () => {
    const peertube = '![The race](https://video.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv)';
    const { diagnostics } = await fair(peertube);
    expect(toldOf(diagnostics)).toEqual([`content/${folder}/index.md:8:1 film-host`]);
    const listed = `${siteYaml}films: {peertube: [video.example.org]}\n`;
    const { site, diagnostics: none } = await fair(peertube, { 'site.yaml': listed });
    expect([none, playerPages(site)[0]?.origins]).toEqual([[], ['https://video.example.org']]);
  });
});

describe('a chart', () => {
  const chart = '![Visits doubled](visits.csv "Visits"){source="Museum"}';
  const csv = 'Year,Visits\n2023,10\n2024,20\n';

  test('has its figures, and offers its file', async () => {
    const { article, diagnostics } = await fair(chart, { [`${folder}/visits.csv`]: csv });
    expect(diagnostics).toEqual([]);
    expect(article.body.charts).toMatchObject([
      { chart: 'bar', isOverTime: true, source: 'Museum', url: '/2024/05/fair/visits.csv' },
    ]);
  });

  test('is another page when its figures are others', async () => {
    const digests = await Promise.all(
      [csv, csv, csv.replace('20\n', '21\n')].map(
        async (text) => (await fair(chart, { [`${folder}/visits.csv`]: text })).article.body.digest,
      ),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  test('that cannot be drawn is told of at its figures', async () => {
    const { diagnostics } = await fair(`${chart}\n\n![Again](visits.csv)\n\n![Not there](gone.csv)`, {
      [`${folder}/visits.csv`]: 'Year,Visits\n2023,10\n2024,many\n',
    });
    expect(toldOf(diagnostics)).toEqual([
      `content/${folder}/visits.csv:3:6 chart-data`,
      `content/${folder}/index.md:12:1 missing-file`,
    ]);
  });

  test.each([
    ['![A](a.csv){chart=percent}', 'Year,A,B\n2023,1,-2\n', '2:1'],
    ['![A](a.csv){chart=percent}', 'Year,A,B\n2023,0,0\n', '2:1'],
    ['![A](a.csv){chart=line}', 'Year,A\n2023,1\n', '2:1'],
    ['![A](a.csv)', 'Hall,A,B,C,D,E,F,G\nx,1,2,3,4,5,6,7\n', '1:18'],
    [
      '![A](a.csv)',
      `Hall,A\n${Array.from({ length: 41 }, (_, index) => `h${index},1`).join('\n')}\n`,
      '42:1',
    ],
  ])('%s of %j is told of', async (markdown, text, place) => {
    const { diagnostics } = await fair(markdown, { [`${folder}/a.csv`]: text });
    expect(toldOf(diagnostics)).toEqual([`content/${folder}/a.csv:${place} chart-data`]);
  });

  test('is a table in feeds, and a file in the press kit', async () => {
    const { article, context, site } = await fair(`${chart}\n\n![A stall](1.jpg "A stall")`, {
      [`${folder}/visits.csv`]: csv,
      [`${folder}/1.jpg`]: '',
      'site.yaml': `${siteYaml}pressKit: {enabled: true}\n`,
    });
    expect(feedBody(article, context)).toContain('<tr><td>2024</td><td>20</td></tr>');
    const texts = planPressKits(site).get(article.url)?.texts ?? [];
    expect(texts.find(({ name }) => name === 'visits.csv')?.text).toBe(csv);
  });
});

describe('a map', () => {
  test('says where it is, to readers and to programs', async () => {
    const { article, context } = await fair(
      '![The hall](map.jpg "The hall"){place="Hall 3" geo="39.9905,116.3526"}',
      { [`${folder}/map.jpg`]: '' },
    );
    expect(newsArticleData(article, context)).toMatchObject({
      contentLocation: [{ name: 'Hall 3', geo: { latitude: 39.9905, longitude: 116.3526 } }],
    });
    expect(feedBody(article, context)).toContain('openstreetmap.org/?mlat=39.9905&amp;mlon=116.3526');
  });
});

describe('a transcript', () => {
  const cue = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v LI Hua>We lit zirconium lamps.\n';
  const talk = (file: string) => `![A talk](talk.mp3 "A talk"){transcript=${file}}`;
  const termsOf = ({ body: { terms } }: Article) => [...terms.once, ...terms.repeated];

  test('is found by the search, and told to feeds and engines', async () => {
    const { article, context, diagnostics } = await fair(talk('talk.vtt'), {
      [`${folder}/talk.mp3`]: 'x',
      [`${folder}/talk.vtt`]: cue,
    });
    expect(diagnostics).toEqual([]);
    expect(termsOf(article)).toContain('zirconium');
    expect(feedBody(article, context)).toContain('<strong>LI Hua:</strong> We lit zirconium lamps.');
    expect(mediaData(article.body.blocks, article, context.site)).toMatchObject([
      { '@type': 'AudioObject', transcript: 'We lit zirconium lamps.' },
    ]);
  });

  test('may be Markdown, which is no story of its own then', async () => {
    const files = { [`${folder}/talk.mp3`]: 'x', [`${folder}/talk.md`]: 'We *lit* zirconium lamps.\n' };
    const { article, diagnostics } = await fair(talk('talk.md'), files);
    expect([diagnostics, termsOf(article).includes('zirconium')]).toEqual([[], true]);
    const { diagnostics: unnamed } = await fair('Text.', files);
    expect(toldOf(unnamed)).toEqual([`content/${folder}/talk.md:1:1 misplaced-file`]);
  });

  test('that is not there, or says nothing, is told of; and so is a recording that is not there', async () => {
    const { diagnostics } = await fair(talk('talk.vtt'));
    expect(toldOf(diagnostics)).toEqual([
      `content/${folder}/index.md:8:1 missing-file`,
      `content/${folder}/index.md:8:1 missing-file`,
    ]);
    const { diagnostics: empty } = await fair(talk('talk.vtt'), {
      [`${folder}/talk.mp3`]: 'x',
      [`${folder}/talk.vtt`]: 'WEBVTT\n',
    });
    expect(toldOf(empty)).toEqual([`content/${folder}/talk.vtt:1:1 transcript-text`]);
  });
});

test('a process that loads again knows new figures, and keeps those that are as they were', async () => {
  const csv = `${folder}/visits.csv`;
  const content = await temporaryContent({
    [`${folder}/index.md`]: story(head, '![Visits](visits.csv)'),
    [csv]: 'Year,Visits\n2023,10\n',
  });
  const open = new OpenContent({ contentFolder: `${content.folder}/content`, displayFolder: 'content' });
  const first = (await open.load()).content;
  const same = (await open.load()).content;
  await content.write(csv, 'Year,Visits\n2023,11\n');
  const changed = (await open.load(new Set([csv]))).content;
  await content.remove();
  expect(same?.tables).toBe(first?.tables);
  expect(changed?.tables.get(csv)?.rows[0]?.values).toEqual([11]);
});
