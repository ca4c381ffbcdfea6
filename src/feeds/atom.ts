/** Atom feeds (RFC 4287): whole articles with their photos and all who had a part in them. */

import { contributorsOf, writersOf } from '../site/publication.ts';
import type { PersonLink } from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';
import { keptFeedBody } from './feed-body.ts';
import { feedImage, mediaNamespace, mediaTypes, squareIcon, thumbnailElement } from './feed-images.ts';
import type { FeedContext } from './feed-source.ts';
import { keepEntries } from './kept-entries.ts';

/** Beside a headline, and above a list. */
const iconPx = 192;
const logoPx = 512;

/** @returns parts that follow one upon another */
export function atomFeed({ source, context }: FeedContext): readonly string[] {
  const { edition, site, assets } = context;
  const { articles } = source;
  const icon = squareIcon(assets, iconPx);
  const logo = assets.logo?.light.url ?? squareIcon(assets, logoPx);
  const [newest] = articles.map(({ modified }) => modified).toSorted((a, b) => b.timeMs - a.timeMs);
  const head = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="${mediaNamespace}" xml:lang="${escapeXml(edition.lang)}">`,
    `  <title>${escapeXml(source.title)}</title>`,
    `  <subtitle>${escapeXml(edition.tagline)}</subtitle>`,
    `  <id>${escapeXml(site.absolute(source.feedUrl))}</id>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(site.absolute(source.feedUrl))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(site.absolute(source.pageUrl))}"/>`,
    `  <updated>${newest?.iso ?? '1970-01-01T00:00:00Z'}</updated>`,
    ...(icon === undefined ? [] : [`  <icon>${escapeXml(site.absolute(icon))}</icon>`]),
    ...(logo === undefined ? [] : [`  <logo>${escapeXml(site.absolute(logo))}</logo>`]),
    `  <author><name>${escapeXml(edition.siteName)}</name></author>`,
  ];
  return [
    ...head.map((line) => `${line}\n`),
    ...articles.map((article) => entry(article, context)),
    '</feed>\n',
  ];
}

const entry = keepEntries((article, context) => {
  const { site } = context;
  const url = escapeXml(site.absolute(article.url));
  const person = (tag: 'author' | 'contributor', { name, url: page }: PersonLink) =>
    `    <${tag}><name>${escapeXml(name)}</name><uri>${escapeXml(site.absolute(page))}</uri></${tag}>`;
  const image = feedImage(article);
  return [
    '  <entry>',
    `    <title>${escapeXml(article.title)}</title>`,
    `    <id>${escapeXml(site.absolute(article.firstUrl))}</id>`,
    `    <link rel="alternate" type="text/html" href="${url}"/>`,
    ...(image === undefined
      ? []
      : [
          `    <link rel="enclosure" type="${mediaTypes[image.format]}" href="${escapeXml(site.absolute(`/${image.path}`))}"/>`,
        ]),
    ...thumbnailElement(article, site),
    `    <published>${article.published.iso}</published>`,
    `    <updated>${article.modified.iso}</updated>`,
    ...writersOf(article).map((writer) => person('author', writer)),
    ...contributorsOf(article).map((contributor) => person('contributor', contributor)),
    ...article.topics.map(
      ({ slug, name }) => `    <category term="${escapeXml(slug)}" label="${escapeXml(name)}"/>`,
    ),
    `    <summary>${escapeXml(article.summary)}</summary>`,
    `    <content type="html">${escapeXml(keptFeedBody(article, context))}</content>`,
    '  </entry>\n',
  ].join('\n');
});
