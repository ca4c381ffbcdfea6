/** Addresses of everything on the site, as urls (see `site.ts`). */

import type { ArticleFile } from '../content/article.ts';
import type { SiteDate } from '../content/dates.ts';
import type { SiteConfig } from '../content/site-config.ts';

/** `/` for the default language, `/zh/` for others. */
export function editionUrl(lang: string, defaultLanguage: string): string {
  return lang === defaultLanguage ? '/' : `/${lang}/`;
}

/** Fills `/{year}/{month}/{slug}/`; the root is the edition's url. */
export function articleUrl(pattern: string, root: string, date: SiteDate, slug: string): string {
  const [year = '', month = '', day = ''] = date.day.split('-');
  const path = pattern
    .replace('{year}', year)
    .replace('{month}', month)
    .replace('{day}', day)
    .replace('{slug}', slug);
  return root + path.slice(1);
}

/** The address of an article's file, published or not. */
export function urlOfArticle(
  { lang, slug, frontMatter }: Pick<ArticleFile, 'lang' | 'slug' | 'frontMatter'>,
  { permalink, defaultLanguage }: SiteConfig,
): string {
  return articleUrl(permalink, editionUrl(lang, defaultLanguage), frontMatter.date, slug);
}

/** Nothing to encode, as nearly always. */
const plain = /^[\w./~-]*$/u;

/** What stands in HTML: the path prefix before it, and every character encoded as a URL needs it. */
export function hrefOf(url: string, pathPrefix: string): string {
  const address = pathPrefix + url.slice(1);
  return plain.test(address) ? address : encodeURI(address).replace(/%25([0-9A-F]{2})/gu, '%$1');
}

/** The feed beside a page: `/topics/art/` to `/topics/art/feed.xml`. */
export function feedUrlOf(pageUrl: string): string {
  return `${pageUrl}feed.xml`;
}

/** The page for journalists. */
export function newsletterUrl(root: string): string {
  return `${root}newsletter/`;
}

export function pressUrl(root: string): string {
  return `${root}press/`;
}
