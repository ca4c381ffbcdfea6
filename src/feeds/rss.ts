/**
 * RSS 2.0 for campus portals and signage that read no Atom: the same whole stories. By the rules of the RSS Advisory
 * Board and of the W3C's feed validator: names stand in `dc:creator`, because `author` is an e-mail address.
 */

import { DateTime } from 'luxon';
import { writersOf } from '../site/publication.ts';
import type { Moment } from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';
import { keptFeedBody } from './feed-body.ts';
import { feedImage, mediaNamespace, mediaTypes, squareIcon, thumbnailElement } from './feed-images.ts';
import { type FeedContext, rssFeedUrl } from './feed-source.ts';
import { keepEntries } from './kept-entries.ts';

const namespaces = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: mediaNamespace,
};

/** The format allows a picture no more than this. */
const imageWidthPx = 144;

/** @returns parts that follow one upon another */
export function rssFeed({ source, context }: FeedContext): readonly string[] {
  const { edition, site, assets } = context;
  const [newest] = source.articles.map(({ modified }) => modified).toSorted((a, b) => b.timeMs - a.timeMs);
  const icon = squareIcon(assets, imageWidthPx);
  const link = escapeXml(site.absolute(source.pageUrl));
  const title = escapeXml(source.title);
  const self = escapeXml(site.absolute(rssFeedUrl(source.feedUrl)));
  const head = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0" ${Object.entries(namespaces)
      .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
      .join(' ')}>`,
    '<channel>',
    `  <title>${title}</title>`,
    `  <link>${link}</link>`,
    `  <description>${escapeXml(edition.tagline)}</description>`,
    `  <language>${escapeXml(edition.locale.toLowerCase())}</language>`,
    `  <atom:link rel="self" type="application/rss+xml" href="${self}"/>`,
    ...(newest === undefined ? [] : [`  <lastBuildDate>${rssDate(newest)}</lastBuildDate>`]),
    ...(icon === undefined
      ? []
      : [
          '  <image>',
          `    <url>${escapeXml(site.absolute(icon))}</url>`,
          `    <title>${title}</title>`,
          `    <link>${link}</link>`,
          `    <width>${imageWidthPx}</width>`,
          `    <height>${imageWidthPx}</height>`,
          '  </image>',
        ]),
  ];
  return [
    ...head.map((line) => `${line}\n`),
    ...source.articles.map((article) => item(article, context)),
    '</channel>\n',
    '</rss>\n',
  ];
}

const item = keepEntries((article, context) => {
  const { site } = context;
  const image = feedImage(article);
  return [
    '  <item>',
    `    <title>${escapeXml(article.title)}</title>`,
    `    <link>${escapeXml(site.absolute(article.url))}</link>`,
    // The address at which it first appeared is its name, and no promise that something still lies there.
    `    <guid isPermaLink="false">${escapeXml(site.absolute(article.firstUrl))}</guid>`,
    `    <pubDate>${rssDate(article.published)}</pubDate>`,
    ...writersOf(article).map(({ name }) => `    <dc:creator>${escapeXml(name)}</dc:creator>`),
    ...article.topics.map(({ name }) => `    <category>${escapeXml(name)}</category>`),
    ...(image === undefined
      ? []
      : [
          // A length of 0 says that it is not known: photos are encoded after pages are made.
          `    <enclosure url="${escapeXml(site.absolute(`/${image.path}`))}" length="0" type="${mediaTypes[image.format]}"/>`,
        ]),
    ...thumbnailElement(article, site),
    `    <description>${escapeXml(article.summary)}</description>`,
    `    <content:encoded>${escapeXml(keptFeedBody(article, context))}</content:encoded>`,
    '  </item>\n',
  ].join('\n');
});

/** `Tue, 02 Jan 2024 00:00:00 +0800` */
export function rssDate({ iso }: Moment): string {
  return DateTime.fromISO(iso, { setZone: true }).toRFC2822() ?? '';
}
