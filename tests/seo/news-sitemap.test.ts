import { describe, expect, test } from 'vitest';
import { newsArticles, newsSitemap } from '../../src/seo/news-sitemap.ts';
import { validateXml } from '../builds/validate-xml.ts';
import { assembleStories } from '../feeds/small-site.ts';

const now = Date.parse('2024-05-03T12:00:00Z');
const site = await assembleStories(
  [
    { slug: 'old', title: 'Old', date: '2024-05-01T11:59:00Z' },
    { slug: 'fresh', title: 'Salt & <Pepper>', date: '2024-05-01T12:01:00Z' },
    { slug: 'today', title: 'Today', date: '2024-05-03' },
  ],
  now,
);

describe('the news sitemap', () => {
  test('has the articles of the last 48 hours, newest first', () => {
    expect(newsArticles(site).map(({ url }) => url)).toEqual(['/2024/05/today/', '/2024/05/fresh/']);
  });

  test('loses what has grown old when the site is assembled later', () => {
    expect(newsArticles({ ...site, nowMs: now + 3_600_000 })).toHaveLength(1);
  });

  test('is valid with news and without', async () => {
    for (const nowMs of [now, now + 30 * 86_400_000]) {
      const articles = newsArticles({ ...site, nowMs });
      const contents = newsSitemap({ articles, context: { site: site.frame } });
      expect(articles.length).toBeGreaterThan(0);
      expect(await validateXml('sitemap.xsd', [{ fileName: 'news.xml', contents }])).toEqual([]);
    }
  });
});
