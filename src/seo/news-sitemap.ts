/**
 * `news-sitemap.xml` for news search: what appeared in the two days before the site was assembled. When there is
 * nothing so new, the newest articles stand in it as plain addresses, because a sitemap may not be empty.
 */

import { newestPublishedFirst } from '../site/publication.ts';
import type { Article, Site, SiteFrame } from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';

const newsMs = 48 * 3_600_000;
/** By the protocol. */
const maximumArticles = 1000;

export interface NewsArticle {
  readonly url: string;
  /** Undefined where the article is no longer news. */
  readonly news?: {
    readonly publication: string;
    readonly language: string;
    /** As XML Schema takes it. */
    readonly date: string;
    readonly title: string;
  };
}

/** Newest first, of all languages; never empty. */
export function newsArticles({ editions, nowMs }: Site): readonly NewsArticle[] {
  const recent = editions.flatMap(({ articles, frame: { siteName, locale } }) =>
    articles
      .filter((article) => newsEndMs(article) > nowMs)
      .map((article) => ({ article, publication: siteName, language: newsLanguage(article, locale) })),
  );
  if (recent.length === 0) return editions.map(({ url, articles }) => ({ url: articles[0]?.url ?? url }));
  return recent
    .toSorted((a, b) => newestPublishedFirst(a.article, b.article))
    .slice(0, maximumArticles)
    .map(({ article: { url, published, title }, publication, language }) => ({
      url,
      news: { publication, language, date: published.iso, title },
    }));
}

/** When an article ceases to be news. */
export function newsEndMs({ published }: Pick<Article, 'published'>): number {
  return published.timeMs + newsMs;
}

/** A language alone, but Chinese by its country: so the protocol wants it. */
function newsLanguage({ lang }: Article, locale: string): string {
  const code = lang.split('-')[0] ?? lang;
  if (code !== 'zh') return code;
  return /TW|HK|Hant/u.test(lang + locale) ? 'zh-tw' : 'zh-cn';
}

interface NewsSitemapContext {
  readonly articles: readonly NewsArticle[];
  readonly context: { readonly site: SiteFrame };
}

export function newsSitemap({ articles, context: { site } }: NewsSitemapContext): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...articles.map(({ url, news }) => {
      const loc = `<loc>${escapeXml(site.absolute(url))}</loc>`;
      return `  <url>${loc}${news === undefined ? '' : printNews(news)}</url>`;
    }),
    '</urlset>',
    '',
  ].join('\n');
}

function printNews({ publication, language, date, title }: NonNullable<NewsArticle['news']>): string {
  const name = `<news:name>${escapeXml(publication)}</news:name><news:language>${language}</news:language>`;
  return (
    `<news:news><news:publication>${name}</news:publication>` +
    `<news:publication_date>${date}</news:publication_date><news:title>${escapeXml(title)}</news:title></news:news>`
  );
}
