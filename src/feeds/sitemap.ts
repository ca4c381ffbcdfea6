/** `sitemap.xml` (sitemaps.org, with the image and hreflang extensions) and `robots.txt`. */

import type { Article, Site, SiteFrame, Translation } from '../site/site.ts';
import { feedRendition } from './feed-body.ts';
import { escapeXml } from './xml.ts';

/** One address of the sitemap; articles say more of themselves than lists do. */
export interface SitemapEntry {
  readonly url: string;
  /** ISO 8601. */
  readonly lastmod?: string;
  readonly alternates?: readonly Pick<Translation, 'lang' | 'url'>[];
  /** Paths of pictures in the output. */
  readonly images?: readonly string[];
}

export function sitemapEntries(site: Site): SitemapEntry[] {
  return site.editions.flatMap((edition): SitemapEntry[] => [
    { url: edition.url },
    ...edition.articles.map(articleEntry),
    ...edition.topics.filter(({ articles }) => articles.length > 0).map(({ url }) => ({ url })),
    ...edition.people.map(({ url }) => ({ url })),
    ...edition.pages.map(({ url }) => ({ url })),
    ...edition.archive.flatMap((year) => year.months.map(({ url }) => ({ url }))),
  ]);
}

function articleEntry(article: Article): SitemapEntry {
  const alternates = [{ lang: article.lang, url: article.url }, ...article.translations];
  return {
    url: article.url,
    lastmod: (article.updated ?? article.date).iso,
    ...(alternates.length < 2 ? {} : { alternates: alternates.map(({ lang, url }) => ({ lang, url })) }),
    images: article.pictures.flatMap(({ photo }) => feedRendition(photo)?.path ?? []),
  };
}

interface SitemapContext {
  readonly entries: readonly SitemapEntry[];
  readonly context: { readonly site: SiteFrame };
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
  return `User-agent: *\nAllow: /\n\nSitemap: ${site.absolute('/sitemap.xml')}\n`;
}
