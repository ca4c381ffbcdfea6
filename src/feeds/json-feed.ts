/** JSON Feed 1.1: the same entries as the Atom feed beside it. */

import { feedRendition } from '../photos/feed-rendition.ts';
import { contributorsOf, writersOf } from '../site/publication.ts';
import type { Article, PersonLink } from '../site/site.ts';
import { feedBody } from './feed-body.ts';
import { type FeedContext, jsonFeedUrl } from './feed-source.ts';

export function jsonFeed({ source, context }: FeedContext): string {
  const { edition, site } = context;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: source.title,
    home_page_url: site.absolute(source.pageUrl),
    feed_url: site.absolute(jsonFeedUrl(source.feedUrl)),
    description: edition.tagline,
    language: edition.locale,
    authors: [{ name: edition.siteName, url: site.absolute(edition.url) }],
    items: source.articles.map((article) => item(article, context)),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function item(article: Article, context: FeedContext['context']): object {
  const { site } = context;
  const image = article.image === undefined ? undefined : feedRendition(article.image.photo);
  const { published, modified } = article;
  const author = ({ name, url }: PersonLink) => ({ name, url: site.absolute(url) });
  return {
    id: site.absolute(article.firstUrl),
    url: site.absolute(article.url),
    ...(article.source?.url === undefined ? {} : { external_url: article.source.url }),
    title: article.title,
    summary: article.summary,
    content_html: feedBody(article, context),
    ...(image === undefined ? {} : { image: site.absolute(`/${image.path}`) }),
    date_published: published.iso,
    ...(modified.timeMs === published.timeMs ? {} : { date_modified: modified.iso }),
    authors: [...writersOf(article), ...contributorsOf(article)].map(author),
    tags: article.topics.map(({ name }) => name),
    language: article.lang,
  };
}
