import { describe, expect, test } from 'vitest';
import { type SitemapEntry, sitemap, sitemapIndex, splitSitemap } from '../../src/seo/sitemap.ts';
import { validateXml } from '../builds/validate-xml.ts';
import { assembleStories } from '../feeds/small-site.ts';

const { frame: site } = await assembleStories([], 0);
const entries = (count: number, images: readonly string[] = []): SitemapEntry[] =>
  Array.from({ length: count }, (_, index) => ({ url: `/2024/01/story-${index}/`, images }));

describe('a sitemap', () => {
  test('is one file up to 50,000 addresses, and several beyond', () => {
    expect(splitSitemap([]).map(({ length }) => length)).toEqual([0]);
    expect(splitSitemap(entries(40_000)).map(({ length }) => length)).toEqual([40_000]);
    const parts = splitSitemap(entries(100_001));
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every(({ length }) => length <= 50_000)).toBe(true);
    expect(parts.flat()).toHaveLength(100_001);
  });

  test('is split before its bytes exceed what the protocol allows', () => {
    const images = Array.from({ length: 500 }, (_, index) => `photos/0123456789ab-${index}.jpg`);
    for (const part of splitSitemap(entries(1000, images)))
      expect(sitemap({ entries: part, context: { site } }).length).toBeLessThan(50_000_000);
  });

  test('in parts has an index that is valid by its schema', async () => {
    const contents = sitemapIndex({ urls: ['/sitemap-1.xml', '/sitemap-2.xml'], context: { site } });
    expect(await validateXml('sitemap-index.xsd', [{ fileName: 'index.xml', contents }])).toEqual([]);
  });
});
