/**
 * JSON Feed 1.1: the same entries as the Atom feed beside it. Who had a part besides the writers stands under
 * `_contributors`, an extension, because the format knows authors alone.
 */

import { contributorsOf, writersOf } from '../site/publication.ts';
import type { Article, PersonLink } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { keptFeedBody } from './feed-body.ts';
import { feedImage, squareIcon } from './feed-images.ts';
import { type FeedContext, jsonFeedUrl } from './feed-source.ts';
import { keepEntries } from './kept-entries.ts';

/** As the format asks: for timelines, and for lists of sources. */
const iconPx = 512;
const faviconPx = 64;

/** @returns parts that follow one upon another */
export function jsonFeed({ source, context }: FeedContext): readonly string[] {
  const { edition, site, assets } = context;
  const icon = squareIcon(assets, iconPx);
  const favicon = squareIcon(assets, faviconPx);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: source.title,
    home_page_url: site.absolute(source.pageUrl),
    feed_url: site.absolute(jsonFeedUrl(source.feedUrl)),
    description: edition.tagline,
    language: edition.locale,
    ...defined({
      icon: icon === undefined ? undefined : site.absolute(icon),
      favicon: favicon === undefined ? undefined : site.absolute(favicon),
    }),
    authors: [{ name: edition.siteName, url: site.absolute(edition.url) }],
  };
  const items = source.articles.map((article) => item(article, context));
  const head = print(feed).slice(0, -'\n}'.length);
  if (items.length === 0) return [`${head},\n "items": []\n}\n`];
  return [
    `${head},\n "items": [\n`,
    ...items.flatMap((text, index) => (index === 0 ? text : [',\n', text])),
    '\n ]\n}\n',
  ];
}

function print(value: object): string {
  return JSON.stringify(value, null, 1);
}

/** As it stands in the list of items: in a string of JSON there is no line feed. */
const item = keepEntries(
  (article, context) => `  ${print(itemOf(article, context)).replaceAll('\n', '\n  ')}`,
);

function itemOf(article: Article, context: Pick<FeedContext['context'], 'edition' | 'site'>): object {
  const { site } = context;
  const image = feedImage(article);
  const writers = writersOf(article);
  const contributors = contributorsOf(article);
  const { published, modified } = article;
  const author = ({ name, url }: PersonLink) => ({ name, url: site.absolute(url) });
  return {
    id: site.absolute(article.firstUrl),
    url: site.absolute(article.url),
    ...(article.source?.url === undefined ? {} : { external_url: article.source.url }),
    title: article.title,
    summary: article.summary,
    content_html: keptFeedBody(article, context),
    ...(image === undefined ? {} : { image: site.absolute(`/${image.path}`) }),
    date_published: published.iso,
    ...(modified.timeMs === published.timeMs ? {} : { date_modified: modified.iso }),
    // Without a name of its own a story is by the newsroom, as the feed says.
    ...(writers.length === 0 ? {} : { authors: writers.map(author) }),
    ...(contributors.length === 0 ? {} : { _contributors: contributors.map(author) }),
    tags: article.topics.map(({ name }) => name),
    language: article.lang,
  };
}
