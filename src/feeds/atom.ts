/** Atom feeds (RFC 4287). */

import { DateTime } from 'luxon';
import type { Article, EditionFrame, SiteFrame } from '../site/site.ts';
import { feedBody } from './feed-body.ts';
import { escapeXml } from './xml.ts';

/** Readers fetch a feed every hour: it holds what is new, the archive holds the rest. */
export const maximumEntries = 30;

export interface FeedSource {
  readonly title: string;
  /** The feed's own url and the url of the page that it follows. */
  readonly feedUrl: string;
  readonly pageUrl: string;
  /** Newest first, `maximumEntries` at most. */
  readonly articles: readonly Article[];
}

interface FeedContext {
  readonly source: FeedSource;
  readonly context: { readonly edition: EditionFrame; readonly site: SiteFrame };
}

export function atomFeed({ source, context: { edition, site } }: FeedContext): string {
  const { articles } = source;
  const newestMs = Math.max(0, ...articles.map(updatedMs));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(edition.lang)}">`,
    `  <title>${escapeXml(source.title)}</title>`,
    `  <subtitle>${escapeXml(edition.tagline)}</subtitle>`,
    `  <id>${escapeXml(site.absolute(source.feedUrl))}</id>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(site.absolute(source.feedUrl))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(site.absolute(source.pageUrl))}"/>`,
    `  <updated>${timestamp(newestMs)}</updated>`,
    `  <author><name>${escapeXml(edition.siteName)}</name></author>`,
    ...articles.map((article) => entry(article, site)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entry(article: Article, site: SiteFrame): string {
  const url = escapeXml(site.absolute(article.url));
  const writers = article.credits.find(({ role }) => role === 'draft')?.people ?? [];
  return [
    '  <entry>',
    `    <title>${escapeXml(article.title)}</title>`,
    `    <id>${url}</id>`,
    `    <link rel="alternate" type="text/html" href="${url}"/>`,
    `    <published>${timestamp(article.date.timeMs)}</published>`,
    `    <updated>${timestamp(updatedMs(article))}</updated>`,
    ...writers.map(({ name }) => `    <author><name>${escapeXml(name)}</name></author>`),
    ...article.topics.map(
      ({ slug, name }) => `    <category term="${escapeXml(slug)}" label="${escapeXml(name)}"/>`,
    ),
    `    <summary>${escapeXml(article.summary)}</summary>`,
    `    <content type="html">${escapeXml(feedBody(article, site))}</content>`,
    '  </entry>',
  ].join('\n');
}

function updatedMs(article: Article): number {
  return Math.max(article.date.timeMs, article.updated?.timeMs ?? 0);
}

function timestamp(timeMs: number): string {
  return DateTime.fromMillis(timeMs, { zone: 'utc' }).toISO({ suppressMilliseconds: true }) ?? '';
}
