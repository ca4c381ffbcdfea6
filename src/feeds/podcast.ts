/**
 * The podcast of a series with sound: RSS 2.0 with the elements that podcast programs read. An episode is the first sound
 * of a part; its notes are the part's whole text. A transcript is a file of its own, or else stands on the part's page.
 */

import { contentTypeOf } from '../output/content-type.ts';
import type { Article, BodyBlock, SiteMedia } from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';
import { feedBody } from './feed-body.ts';
import type { FeedContext } from './feed-source.ts';
import { rssDate } from './rss.ts';

/** `/series/river/` to `/series/river/podcast.xml`. */
export function podcastUrl(seriesUrl: string): string {
  return `${seriesUrl}podcast.xml`;
}

/** The first sound of a text; undefined where there is none. */
export function soundOf(blocks: readonly BodyBlock[]): SiteMedia | undefined {
  for (const block of blocks) {
    if (block.kind === 'media' && block.media === 'audio') return block;
    const inner = block.kind === 'note' || block.kind === 'facts' ? soundOf(block.blocks) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

interface PodcastContext extends FeedContext {
  /** By the address of a sound, as it stands in pages. */
  readonly bytes: Readonly<Record<string, number>>;
}

export function podcastFeed({ source, bytes, context }: PodcastContext): string {
  const { edition, site, assets } = context;
  const episodes = source.articles.flatMap((article) => {
    const sound = soundOf(article.body.blocks);
    return sound === undefined ? [] : [episode(article, sound, { ...context, bytes: bytes[sound.url] ?? 0 })];
  });
  const cover = assets.pngIcons.find(({ name }) => name === 'cover')?.url;
  const link = escapeXml(site.absolute(source.pageUrl));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">',
    '<channel>',
    `  <title>${escapeXml(source.title)}</title>`,
    `  <link>${link}</link>`,
    `  <description>${escapeXml(edition.tagline)}</description>`,
    `  <language>${escapeXml(edition.locale.toLowerCase())}</language>`,
    `  <atom:link rel="self" type="application/rss+xml" href="${escapeXml(site.absolute(source.feedUrl))}"/>`,
    `  <itunes:author>${escapeXml(edition.siteName)}</itunes:author>`,
    '  <itunes:explicit>false</itunes:explicit>',
    '  <itunes:category text="Education"/>',
    ...(site.email === undefined
      ? []
      : [
          `  <itunes:owner><itunes:name>${escapeXml(edition.siteName)}</itunes:name><itunes:email>${escapeXml(site.email)}</itunes:email></itunes:owner>`,
        ]),
    ...(cover === undefined ? [] : [`  <itunes:image href="${escapeXml(site.absolute(cover))}"/>`]),
    ...episodes,
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}

interface EpisodeContext extends Pick<FeedContext['context'], 'edition' | 'site'> {
  readonly bytes: number;
}

function episode(article: Article, sound: SiteMedia, { bytes, ...context }: EpisodeContext): string {
  const { site } = context;
  // Of a body the address is already what stands in HTML.
  const address = new URL(sound.url, site.absolute(article.url)).href;
  return [
    '  <item>',
    `    <title>${escapeXml(article.title)}</title>`,
    `    <link>${escapeXml(site.absolute(article.url))}</link>`,
    `    <guid isPermaLink="false">${escapeXml(site.absolute(article.firstUrl))}</guid>`,
    `    <pubDate>${rssDate(article.published)}</pubDate>`,
    // A length of 0 says that it is not known, as in a preview.
    `    <enclosure url="${escapeXml(address)}" length="${bytes}" type="${contentTypeOf(sound.url)}"/>`,
    ...transcriptLines(sound, article, context),
    `    <description>${escapeXml(article.summary)}</description>`,
    `    <content:encoded>${escapeXml(feedBody(article, context))}</content:encoded>`,
    '  </item>',
  ].join('\n');
}

const transcriptTypes: ReadonlyMap<string, string> = new Map([
  ['.vtt', 'text/vtt'],
  ['.srt', 'application/x-subrip'],
  ['.txt', 'text/plain'],
]);

function transcriptLines(
  { transcript }: SiteMedia,
  article: Article,
  { site }: Pick<EpisodeContext, 'site'>,
): readonly string[] {
  if (transcript === undefined) return [];
  const page = site.absolute(article.url);
  const { url } = transcript;
  const type = url === undefined ? undefined : transcriptTypes.get(/\.\w+$/u.exec(url)?.[0] ?? '');
  const address = url === undefined || type === undefined ? page : new URL(url, page).href;
  return [
    `    <podcast:transcript url="${escapeXml(address)}" type="${type ?? 'text/html'}" language="${escapeXml(article.lang)}"/>`,
  ];
}
