/** RSS by the rules that the W3C's feed validator checks, and what tells a writer from others in a JSON Feed. */

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { atomFeed } from '../../src/feeds/atom.ts';
import type { FeedContext } from '../../src/feeds/feed-source.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { rssFeed } from '../../src/feeds/rss.ts';
import { newsArticleData } from '../../src/seo/news-article.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';
import { smallAssets } from './small-assets.ts';

const hostile = 'a < b & "c" ]]> <script>alert(1)</script> 春节';

async function feedContext(): Promise<FeedContext> {
  const { site, edition } = await assembled({
    'articles/2024/a/index.md': story(
      `title: ${JSON.stringify(hostile)}\ndate: 2024-01-02\ntopics: [Research]\ncredits: {draft: YANG Lindi, revision: CHENG Mingyuan}`,
      'Text.\n\n![A](1.jpg "B")',
    ),
    'articles/2024/a/1.jpg': 'x',
    'articles/2024/b/index.md': story(
      'title: B\ndate: 2024-01-01\ntopics: [Research]\ncredits: {revision: CHENG Mingyuan}',
      'Text.',
    ),
  });
  const { articles, frame } = edition('en');
  return {
    source: { title: hostile, feedUrl: '/feed.xml', pageUrl: '/', articles },
    context: { edition: frame, site: site.frame, assets: smallAssets },
  };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => name === 'item' || name === 'dc:creator' || name === 'category',
});

describe('an RSS feed', async () => {
  const xml = rssFeed(await feedContext()).join('');
  const { rss } = parser.parse(xml);
  const { channel } = rss;

  test('is well-formed, and gives every word back as it was', () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain('<script');
    expect(channel).toMatchObject({ title: hostile, item: [{ title: hostile }, { title: 'B' }] });
  });

  test('has what a channel must and should have', () => {
    expect(rss['@_version']).toBe('2.0');
    expect(channel).toMatchObject({
      link: 'https://news.example.edu/',
      description: 'News for tests',
      language: 'en-us',
      'atom:link': {
        '@_rel': 'self',
        '@_type': 'application/rss+xml',
        '@_href': 'https://news.example.edu/rss.xml',
      },
      image: {
        url: 'https://news.example.edu/icon-192.png',
        title: hostile,
        link: 'https://news.example.edu/',
      },
    });
    // Wider is against the format.
    expect(channel.image.width).toBeLessThanOrEqual(144);
  });

  test('names each story once, dates it as RFC 822 does, and writes no name where an e-mail address belongs', () => {
    expect(channel.item[0]).toMatchObject({
      guid: { '#text': 'https://news.example.edu/2024/01/a/', '@_isPermaLink': 'false' },
      pubDate: 'Tue, 02 Jan 2024 00:00:00 +0800',
      'dc:creator': ['YANG Lindi'],
      category: ['Research'],
    });
    expect(xml).not.toContain('<author>');
    expect(channel.item[1]['dc:creator']).toBeUndefined();
  });

  test('names the photo of a story in large and in small', () => {
    const [{ enclosure, 'media:thumbnail': thumbnail }, without] = channel.item;
    expect(enclosure).toMatchObject({ '@_type': 'image/jpeg', '@_length': '0' });
    expect(thumbnail['@_url']).toMatch(/^https:\/\/news\.example\.edu\/photos\/.*\.jpg$/u);
    expect(Number(thumbnail['@_width'])).toBeLessThanOrEqual(1280);
    expect(without.enclosure).toBeUndefined();
  });
});

test('an Atom feed has an icon, a logo, and thumbnails of its stories', async () => {
  const { feed } = parser.parse(atomFeed(await feedContext()).join(''));
  expect(feed).toMatchObject({
    icon: 'https://news.example.edu/icon-192.png',
    logo: 'https://news.example.edu/icon-512.png',
  });
  expect(feed.entry[0]['media:thumbnail']['@_url']).toMatch(/\.jpg$/u);
});

test('a JSON Feed tells writers from those who had another part', async () => {
  const { items, icon, favicon } = JSON.parse(jsonFeed(await feedContext()).join(''));
  const names = (people: readonly { readonly name: string }[] = []) => people.map(({ name }) => name);
  expect(names(items[0].authors)).toEqual(['YANG Lindi']);
  expect(names(items[0]._contributors)).toEqual(['CHENG Mingyuan']);
  expect(items[1].authors).toBeUndefined();
  expect([icon, favicon]).toEqual([
    'https://news.example.edu/icon-512.png',
    'https://news.example.edu/icon-192.png',
  ]);
});

test('structured data has a picture of every story: the card of one without photos', async () => {
  const { source, context } = await feedContext();
  const [, plain] = source.articles;
  if (plain === undefined) throw new Error('There is no second story.');
  expect(newsArticleData(plain, context)).toMatchObject({
    image: [{ '@type': 'ImageObject', url: `https://news.example.edu/${plain.socialImage.path}` }],
  });
});
