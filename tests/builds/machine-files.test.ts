/** What machines read of the demonstration site, judged by the schema of each format. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { validateXml } from './validate-xml.ts';

const site = inject('demoSite');
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
  .sort();
const read = (file: string): string => readFileSync(path.join(site, file), 'utf8');
const named = (fileName: string) => ({ fileName, contents: read(fileName) });
const atomFeeds = files.filter((file) => path.basename(file) === 'feed.xml');

const jsonFeedAuthor = z.strictObject({ name: z.string().min(1), url: z.url() });

/** JSON Feed 1.1: what it requires, and the types of what the site adds. */
const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u),
  icon: z.url(),
  favicon: z.url(),
  authors: z.array(jsonFeedAuthor).min(1),
  items: z.array(
    z.strictObject({
      id: z.url(),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string().min(1),
      summary: z.string().min(1),
      content_html: z.string().min(1),
      image: z.url().optional(),
      date_published: z.iso.datetime({ offset: true }),
      date_modified: z.iso.datetime({ offset: true }).optional(),
      authors: z.array(jsonFeedAuthor).min(1).optional(),
      _contributors: z.array(jsonFeedAuthor).min(1).optional(),
      tags: z.array(z.string()),
      language: z.string(),
    }),
  ),
});

const newsArticleSchema = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('NewsArticle'),
  mainEntityOfPage: z.url(),
  headline: z.string().min(1),
  datePublished: z.string().regex(/^\d{4}-\d{2}-\d{2}/u),
  dateModified: z.string().regex(/^\d{4}-\d{2}-\d{2}/u),
  author: z.array(z.looseObject({ '@type': z.literal('Person'), name: z.string(), url: z.url() })).optional(),
  image: z
    .array(
      z.looseObject({ url: z.url(), width: z.number(), height: z.number(), caption: z.string().optional() }),
    )
    .optional(),
  correction: z.array(z.looseObject({ text: z.string(), datePublished: z.string() })).optional(),
});

const structuredData = (file: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/su.exec(read(file))?.[1] ?? 'null');

describe('feeds', () => {
  test('are there for the whole, each topic, each series and each person', () => {
    const person = jsonFeedSchema.parse(JSON.parse(read('people/yang-lindi/feed.json')));
    expect(person.title).toBe('YANG Lindi – USTB News');
    expect(person.items.length).toBeGreaterThan(1);
    const days = person.items.map(({ date_published }) => date_published);
    expect(days).toEqual(days.toSorted().reverse());
    for (const { authors = [], _contributors = [] } of person.items)
      expect([...authors, ..._contributors].map(({ name }) => name)).toContain('YANG Lindi');
    const series = jsonFeedSchema.parse(JSON.parse(read('series/three-seasons-on-the-qingshui/feed.json')));
    expect(series.items.map(({ url }) => /river-(\w+)/u.exec(url)?.[1])).toEqual([
      'autumn',
      'summer',
      'spring',
    ]);
  });

  test('are Atom by the grammar of RFC 4287', async () => {
    expect(atomFeeds.length).toBeGreaterThan(15);
    expect(await validateXml('atom.rng', atomFeeds.map(named))).toEqual([]);
  });

  test('the grammar finds what is wrong', async () => {
    const broken = read('feed.xml').replace(/<updated>[^<]*<\/updated>/u, '');
    expect(await validateXml('atom.rng', [{ fileName: 'feed.xml', contents: broken }])).not.toEqual([]);
  });

  test('have each a JSON Feed beside them with the same entries', () => {
    for (const atom of atomFeeds) {
      const feed = jsonFeedSchema.parse(JSON.parse(read(atom.replace(/xml$/u, 'json'))));
      const ids = [...read(atom).matchAll(/^ {4}<id>(.*)<\/id>$/gmu)].map(([, id]) => id);
      expect(feed.items.map(({ id }) => id)).toEqual(ids);
    }
  });

  test('hold whole articles: every paragraph, every photo with caption and credit, every name', () => {
    const { items } = jsonFeedSchema.parse(JSON.parse(read('topics/university-news/feed.json')));
    const story = items.find(({ url }) => url.includes('ustb-puth-agreement'));
    expect(story?.content_html).toContain('multidisciplinary cross-fertilization');
    expect(story?.content_html.match(/<img /gu)).toHaveLength(6);
    expect(story?.content_html).toContain('<figcaption>');
    expect(story?.authors?.map(({ name }) => name)).toEqual(['YANG Lindi']);
    expect(story?._contributors?.map(({ name }) => name)).toEqual(['CHENG Mingyuan']);
    for (const [, address = ''] of story?.content_html.matchAll(/(?:src|href)="([^"]*)"/gu) ?? [])
      expect(address).toMatch(/^(?:https?:|mailto:|#)/u);
  });
});

describe('sitemaps', () => {
  test('are valid by their schemas, with the images of every article', async () => {
    const maps = ['sitemap.xml', 'news-sitemap.xml'];
    expect(await validateXml('sitemap.xsd', maps.map(named))).toEqual([]);
    expect(read('sitemap.xml').match(/<image:loc>/gu)?.length).toBeGreaterThan(60);
    expect(read('robots.txt')).toMatch(
      /Sitemap: https:.*\/sitemap\.xml\nSitemap: https:.*\/news-sitemap\.xml/u,
    );
  });
});

describe('structured data', () => {
  const articles = files.filter((file) => /^(?:zh\/)?\d{4}\/\d{2}\/[^/]+\/index\.html$/u.test(file));

  test('says of each article what it is, who wrote it, and what it shows', () => {
    expect(articles.length).toBeGreaterThan(25);
    for (const file of articles) {
      const data = newsArticleSchema.parse(structuredData(file));
      expect(decodeURI(new URL(data.mainEntityOfPage).pathname)).toBe(`/${file.replace('index.html', '')}`);
    }
  });

  test('names the persons, photos and dates of the first story', () => {
    const data = newsArticleSchema.parse(structuredData('2024/01/ustb-puth-agreement/index.html'));
    expect(data.author?.map(({ name }) => name)).toEqual(['YANG Lindi']);
    expect(data.image).toHaveLength(6);
    expect(data.datePublished).toBe('2024-01-02T00:00:00+08:00');
  });

  test('says of home pages whose they are and how they are searched', () => {
    for (const [file, search] of [
      ['index.html', 'https://news.example.edu/search/?q={search_term_string}'],
      ['zh/index.html', 'https://news.example.edu/zh/search/?q={search_term_string}'],
    ] as const)
      expect(structuredData(file)).toMatchObject({
        '@type': 'WebSite',
        publisher: {
          '@type': 'NewsMediaOrganization',
          parentOrganization: { '@type': 'CollegeOrUniversity' },
        },
        potentialAction: { '@type': 'SearchAction', target: { urlTemplate: search } },
      });
  });

  test('says of people what they are called in each language', () => {
    expect(structuredData('zh/people/song-qiyue/index.html')).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', name: '宋栖月', alternateName: ['SONG Qiyue'] },
    });
  });

  test('tells corrections', () => {
    const corrected = articles.filter((file) => read(file).includes('class="corrections"'));
    expect(corrected.length).toBeGreaterThan(0);
    for (const file of corrected)
      expect(newsArticleSchema.parse(structuredData(file)).correction, file).toBeDefined();
  });
});

describe('Open Graph', () => {
  test('names the languages of a page, those of its translations too', () => {
    const locales = (file: string) =>
      [...read(file).matchAll(/property="(og:locale[^"]*)" content="([^"]*)"/gu)].map(([, name, value]) => [
        name,
        value,
      ]);
    expect(locales('zh/2025/05/bamboo-bicycle-workshop/index.html')).toEqual([
      ['og:locale', 'zh_CN'],
      ['og:locale:alternate', 'en_US'],
    ]);
    expect(locales('2024/01/ustb-puth-agreement/index.html')).toEqual([['og:locale', 'en_US']]);
  });
});

describe('the web manifest', () => {
  test('of each language names icons that are there', () => {
    for (const file of ['site.webmanifest', 'zh/site.webmanifest']) {
      const manifest = z
        .looseObject({
          name: z.string(),
          start_url: z.string(),
          icons: z.array(z.looseObject({ src: z.string() })),
        })
        .parse(JSON.parse(read(file)));
      expect(manifest.icons.length).toBeGreaterThan(3);
      for (const { src } of manifest.icons) expect(files).toContain(src.slice(1));
    }
  });
});

test('favicon.ico, which browsers ask for where no page names an icon, holds three sizes of it', async () => {
  const ico = readFileSync(path.join(site, 'favicon.ico'));
  const pictures = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const from = ico.readUInt32LE(at + 12);
    return { widthPx: ico.readUInt8(at), bytes: ico.subarray(from, from + ico.readUInt32LE(at + 8)) };
  });
  expect(pictures.map(({ widthPx }) => widthPx)).toEqual([16, 32, 48]);
  for (const { widthPx, bytes } of pictures) {
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: widthPx, height: widthPx });
  }
});
