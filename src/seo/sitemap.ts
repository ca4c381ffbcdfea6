/**
 * `sitemap.xml` (sitemaps.org, with the image and hreflang extensions), in parts under an index where it grows beyond
 * what one file may hold; and `robots.txt`.
 */

import { feedRendition } from '../photos/feed-rendition.ts';
import { collectPhotos, markedPhotos, markedPhotosUrl, photosUrl } from '../site/photo-archive.ts';
import type { Article, Site, SiteFrame, Translation } from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';

/** One address of the sitemap; articles say more of themselves than lists do. */
export interface SitemapEntry {
  readonly url: string;
  /** As XML Schema takes it. */
  readonly lastmod?: string;
  readonly alternates?: readonly Pick<Translation, 'lang' | 'url'>[];
  /** Paths of pictures in the output. */
  readonly images?: readonly string[];
}

/** Of one page, by the image extension. */
const maximumImages = 1000;

export function sitemapEntries(site: Site): SitemapEntry[] {
  return site.editions.flatMap((edition): SitemapEntry[] => [
    { url: edition.url },
    ...edition.articles.map(articleEntry),
    ...edition.topics.filter(({ articles }) => articles.length > 0).map(({ url }) => ({ url })),
    ...edition.people.map(({ url }) => ({ url })),
    ...edition.series.map(({ url }) => ({ url })),
    { url: photosUrl(edition) },
    ...(markedPhotos(collectPhotos(edition)).length === 0 ? [] : [{ url: markedPhotosUrl(edition) }]),
    ...edition.pages.map(({ url }) => ({ url })),
    ...(site.ownPages ?? [])
      .filter(({ lang, isHidden }) => lang === edition.lang && !isHidden)
      .map(({ url }) => ({ url })),
    ...edition.archive.flatMap((year) => year.months.map(({ url }) => ({ url }))),
  ]);
}

function articleEntry(article: Article): SitemapEntry {
  const alternates = [{ lang: article.lang, url: article.url }, ...article.translations];
  return {
    url: article.url,
    lastmod: article.modified.iso,
    ...(alternates.length < 2 ? {} : { alternates: alternates.map(({ lang, url }) => ({ lang, url })) }),
    images: article.pictures.slice(0, maximumImages).flatMap(({ photo }) => feedRendition(photo)?.path ?? []),
  };
}

interface SitemapContext {
  readonly entries: readonly SitemapEntry[];
  readonly context: { readonly site: SiteFrame };
}

/** Both by the protocol: addresses in one file, and its bytes (50 MB, with room for what is estimated). */
const maximumUrls = 50_000;
const maximumBytes = 40_000_000;

/** The entries of each file, in their order: one file for nearly every site. */
export function splitSitemap(entries: readonly SitemapEntry[]): readonly (readonly SitemapEntry[])[] {
  const parts: SitemapEntry[][] = [[]];
  let bytes = 0;
  for (const entry of entries) {
    const weight = estimatedBytes(entry);
    const last = parts.at(-1) ?? [];
    if (last.length === maximumUrls || (last.length > 0 && bytes + weight > maximumBytes)) {
      parts.push([entry]);
      bytes = weight;
    } else {
      last.push(entry);
      bytes += weight;
    }
  }
  return parts;
}

/** Tags, the host, and characters that take three bytes each when they are encoded. */
function estimatedBytes({ alternates = [], images = [] }: SitemapEntry): number {
  return 1_000 + 1_000 * alternates.length + 200 * images.length;
}

export function sitemap({ entries, context: { site } }: SitemapContext): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
    ...entries.map((entry) => printEntry(entry, site)),
    '</urlset>',
    '',
  ].join('\n');
}

interface SitemapIndexContext {
  /** Of the files that hold the entries. */
  readonly urls: readonly string[];
  readonly context: { readonly site: SiteFrame };
}

export function sitemapIndex({ urls, context: { site } }: SitemapIndexContext): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.map((url) => `  <sitemap><loc>${escapeXml(site.absolute(url))}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n');
}

function printEntry({ url, lastmod, alternates = [], images = [] }: SitemapEntry, site: SiteFrame): string {
  const absolute = (to: string) => escapeXml(site.absolute(to));
  const parts = [
    `<loc>${absolute(url)}</loc>`,
    ...(lastmod === undefined ? [] : [`<lastmod>${escapeXml(lastmod)}</lastmod>`]),
    ...alternates.map(
      (other) =>
        `<xhtml:link rel="alternate" hreflang="${escapeXml(other.lang)}" href="${absolute(other.url)}"/>`,
    ),
    ...images.map((path) => `<image:image><image:loc>${absolute(`/${path}`)}</image:loc></image:image>`),
  ];
  return `  <url>${parts.join('')}</url>`;
}

export function robots({ context: { site } }: Pick<SitemapContext, 'context'>): string {
  const maps = ['/sitemap.xml', '/news-sitemap.xml'].map((url) => `Sitemap: ${site.absolute(url)}\n`);
  return `User-agent: *\nAllow: /\n\n${maps.join('')}`;
}
