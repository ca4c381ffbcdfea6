/** One moment of publication, in everything that machines read. */

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleAssets } from '../../src/build/assets/bundle-assets.ts';
import { newsArticleData } from '../../src/seo/news-article.ts';
import type { Site } from '../../src/site/site.ts';
import { renderRoute } from '../../templates/page-template.ts';
import { routesByUrl } from '../../templates/pages/site-routes.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const assets = await bundleAssets(path.resolve(import.meta.dirname, '../../assets'), '/');

const released = (keys: string) => ({
  'articles/2024/fair/index.md': story(
    `title: The fair\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}\n${keys}`,
    'Text.',
  ),
});

function textAt(site: Site, url: string): string {
  const route = routesByUrl(site).get(url);
  if (route === undefined) throw new Error(`There is nothing at ${url}.`);
  return String(renderRoute(route, site.frame, assets));
}

describe('a story that appears after its date', () => {
  test.each(['embargoUntil', 'publishAt'])('is dated by %s wherever machines look', async (key) => {
    const { site, edition } = await assembled(released(`${key}: 2024-05-09T08:00+08:00`), {
      now: '2024-05-09T09:00+08:00',
    });
    const moment = '2024-05-09T08:00:00+08:00';
    expect(textAt(site, '/feed.xml')).toContain(`<published>${moment}</published>`);
    expect(textAt(site, '/feed.xml')).toContain(`<updated>${moment}</updated>`);
    expect(JSON.parse(textAt(site, '/feed.json')).items[0].date_published).toBe(moment);
    expect(textAt(site, '/news-sitemap.xml')).toContain(`<news:publication_date>${moment}</news`);
    expect(textAt(site, '/sitemap.xml')).toContain(`<lastmod>${moment}</lastmod>`);
    const [article] = edition('en').articles;
    if (article === undefined) throw new Error('There is no article.');
    expect(newsArticleData(article, { edition: edition('en').frame, site: site.frame })).toMatchObject({
      datePublished: moment,
      dateModified: moment,
    });
    expect(textAt(site, article.url)).toContain(`property="article:published_time" content="${moment}"`);
    // Readers see its date, and its address has it.
    expect(article.url).toBe('/2024/05/fair/');
    expect(article.date.day).toBe('2024-05-06');
  });

  test('leads the feeds, before 35 stories of the days between', async () => {
    const others = Array.from({ length: 35 }, (_, index): [string, string] => [
      `articles/2024/other-${index}/index.md`,
      story(
        `title: Other ${index}\ndate: 2024-05-08\ntopics: [Research]\ncredits: {draft: YANG Lindi}\nseries: All`,
        'Text.',
      ),
    ]);
    const { site } = await assembled(
      {
        ...Object.fromEntries(others),
        ...released('embargoUntil: 2024-05-09T08:00+08:00\nseries: All'),
      },
      { now: '2024-05-09T09:00+08:00' },
    );
    for (const list of ['/', '/topics/research/', '/people/yang-lindi/', '/series/all/']) {
      expect(JSON.parse(textAt(site, `${list}feed.json`)).items[0].title, list).toBe('The fair');
      expect(/<entry>\s*<title>(.*?)</u.exec(textAt(site, `${list}feed.xml`))?.[1], list).toBe('The fair');
    }
  });

  test('keeps its date where that is the later one', async () => {
    const { site } = await assembled(released('embargoUntil: 2024-05-05T08:00+08:00'), {
      now: '2024-05-09T09:00+08:00',
    });
    expect(textAt(site, '/feed.xml')).toContain('<published>2024-05-06T00:00:00+08:00</published>');
  });
});

describe('a change of the same day', () => {
  const changed = {
    'articles/2024/fair/index.md': story(
      'title: The fair\ndate: 2024-05-06T08:00+08:00\nupdated: 2024-05-06\ntopics: [Research]',
      'Text.',
    ),
  };
  const modifiedAt = async (now: string, files: Readonly<Record<string, string>> = changed) => {
    const { site, edition } = await assembled(files, { now });
    const [article] = edition('en').articles;
    return { modified: article?.modified.iso, isMoving: site.isMoving, changesMs: site.changesMs };
  };

  test('counts as the end of that day, and never as later than now', async () => {
    expect(await modifiedAt('2024-05-06T10:00:30+08:00')).toEqual({
      modified: '2024-05-06T10:00:30+08:00',
      isMoving: true,
      changesMs: [Date.parse('2024-05-06T23:59:59+08:00')],
    });
    expect(await modifiedAt('2024-05-08T10:00+08:00')).toEqual({
      modified: '2024-05-06T23:59:59+08:00',
      isMoving: false,
      changesMs: [],
    });
  });

  test('is a correction too', async () => {
    const corrected = {
      'articles/2024/fair/index.md': story(
        'title: The fair\ndate: 2024-05-06T08:00+08:00\ntopics: [Research]\ncorrections: [{date: 2024-05-06, text: A name.}]',
        'Text.',
      ),
    };
    expect((await modifiedAt('2024-05-08T10:00+08:00', corrected)).modified).toBe(
      '2024-05-06T23:59:59+08:00',
    );
  });

  test('moves feed, sitemap and structured data', async () => {
    const { site, edition } = await assembled(changed, { now: '2024-05-08T10:00+08:00' });
    const moment = '2024-05-06T23:59:59+08:00';
    expect(textAt(site, '/feed.xml').split(`<updated>${moment}</updated>`)).toHaveLength(3);
    expect(JSON.parse(textAt(site, '/feed.json')).items[0].date_modified).toBe(moment);
    expect(textAt(site, '/sitemap.xml')).toContain(`<lastmod>${moment}</lastmod>`);
    const [article] = edition('en').articles;
    expect(textAt(site, article?.url ?? '')).toContain(`"dateModified":"${moment}"`);
  });
});

test('a topic leads only to languages that have a story of it', async () => {
  const version = (topics: string) => story(`title: A\ndate: 2024-05-06\ntopics: [${topics}]`, 'Text.');
  const { site } = await assembled({
    'articles/2024/one/index.md': version('Research, University News'),
    'articles/2024/one/index.zh.md': version('Research'),
  });
  const alternate = /<link rel="alternate" hreflang="zh"/u;
  expect(textAt(site, '/topics/research/')).toMatch(alternate);
  expect(textAt(site, '/topics/university-news/')).not.toMatch(alternate);
});
