/** `sitemap.xml` (sitemaps.org, with the image and hreflang extensions) and `robots.txt`. */

import type { Article, Site } from '../site/site.ts';
import { feedRendition } from './feed-body.ts';
import { escapeXml } from './xml.ts';

export function sitemap(site: Site): string {
  const urls = site.editions.flatMap((edition) => [
    entry(site, edition.url),
    ...edition.articles.map((article) => articleEntry(article, site)),
    ...edition.topics.filter(({ articles }) => articles.length > 0).map(({ url }) => entry(site, url)),
    ...edition.people.map(({ url }) => entry(site, url)),
    ...edition.pages.map(({ url }) => entry(site, url)),
    ...edition.archive.flatMap((year) => year.months.map(({ url }) => entry(site, url))),
  ]);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function entry(site: Site, url: string): string {
  return `  <url><loc>${escapeXml(site.absolute(url))}</loc></url>`;
}

function articleEntry(article: Article, site: Site): string {
  const alternates = [{ lang: article.lang, url: article.url }, ...article.translations];
  const parts = [
    `<loc>${escapeXml(site.absolute(article.url))}</loc>`,
    `<lastmod>${escapeXml((article.updated ?? article.date).iso)}</lastmod>`,
    ...(alternates.length < 2
      ? []
      : alternates.map(
          ({ lang, url }) =>
            `<xhtml:link rel="alternate" hreflang="${escapeXml(lang)}" href="${escapeXml(site.absolute(url))}"/>`,
        )),
    ...article.pictures.flatMap(({ photo }) => {
      const rendition = feedRendition(photo);
      return rendition === undefined
        ? []
        : [
            `<image:image><image:loc>${escapeXml(site.absolute(`/${rendition.path}`))}</image:loc></image:image>`,
          ];
    }),
  ];
  return `  <url>${parts.join('')}</url>`;
}

export function robots(site: Site): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site.absolute('/sitemap.xml')}\n`;
}
