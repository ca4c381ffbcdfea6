/**
 * What pages of a web team are given of the site: plain data that stays as it is from version to version, whatever becomes
 * of the generator's own types. Stories are those that readers see, the oldest first, as Eleventy's collections are.
 */

import { feedRendition } from '../../photos/feed-rendition.ts';
import type { Article, Edition, Site, SiteFrame } from '../../site/site.ts';
import { defined } from '../../text/defined.ts';

export interface Story {
  /** From the site's own top: Eleventy's filter `url` puts `pathPrefix` before it. */
  readonly url: string;
  /** The same with `pathPrefix` before it: what a link of a page says. */
  readonly href: string;
  /** With the host: for feeds and for other sites. */
  readonly absoluteUrl: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  /** The moment of publication. */
  readonly date: Date;
  /** The same as the site's own clocks show it: `2024-01-02T08:00:00+08:00`. */
  readonly published: string;
  readonly modified: string;
  readonly topics: readonly StoryTopic[];
  readonly credits: readonly StoryCredit[];
  readonly image?: StoryImage;
  readonly words: number;
  readonly series?: string;
  readonly translations: readonly { readonly lang: string; readonly url: string }[];
  /** The summary as HTML, by the name that Eleventy's plugins look for. */
  readonly content: string;
  /** The same values by the names that Eleventy's plugins look for. */
  readonly data: { readonly title: string; readonly description: string; readonly lang: string };
}

interface StoryTopic {
  readonly name: string;
  readonly url: string;
}

interface StoryCredit {
  readonly role: string;
  readonly names: readonly string[];
}

interface StoryImage {
  /** Of the JPEG nearest to 1280 px. */
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alt: string;
}

export interface SiteInfo {
  readonly name: string;
  readonly tagline: string;
  readonly baseUrl: string;
  readonly pathPrefix: string;
  readonly timeZone: string;
  /** The default language first. */
  readonly languages: readonly { readonly lang: string; readonly name: string; readonly url: string }[];
}

/** What a page's `render` receives, besides what Eleventy and the page itself put there. */
export interface PageData {
  readonly site: SiteInfo;
  readonly collections: { readonly stories: readonly Story[] };
}

/** As it goes to the other process: dates are text. */
type SentStory = Omit<Story, 'date'> & { readonly date: string };

export interface SiteData {
  readonly site: SiteInfo;
  readonly stories: readonly SentStory[];
}

export function siteDataOf(site: Site): SiteData {
  const { config, frame, editions } = site;
  const [main] = editions;
  return {
    site: {
      name: main?.frame.siteName ?? config.name,
      tagline: main?.frame.tagline ?? '',
      baseUrl: frame.baseUrl,
      pathPrefix: frame.pathPrefix,
      timeZone: frame.timeZone,
      languages: editions.map(({ lang, languageName, url }) => ({ lang, name: languageName, url })),
    },
    stories: editions
      .flatMap((edition) => edition.articles.map((article) => ({ article, edition })))
      .toSorted((a, b) => a.article.published.timeMs - b.article.published.timeMs)
      .map(({ article, edition }) => sentStory(article, edition, frame)),
  };
}

function sentStory(article: Article, edition: Edition, { absolute, href }: SiteFrame): SentStory {
  const { title, summary, lang, url, published, modified } = article;
  const image = imageOf(article);
  return {
    url,
    href: href(url),
    absoluteUrl: absolute(url),
    title,
    summary,
    lang,
    date: new Date(published.timeMs).toISOString(),
    published: published.iso,
    modified: modified.iso,
    topics: article.topics.map((topic) => ({ name: topic.name, url: topic.url })),
    credits: article.credits.map(({ role, people }) => ({ role, names: people.map(({ name }) => name) })),
    words: article.wordCount,
    translations: article.translations.map((other) => ({ lang: other.lang, url: other.url })),
    content: `<p>${summary.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
    data: { title, description: summary, lang: edition.lang },
    ...defined({ image, series: article.series }),
  };
}

function imageOf({ image }: Article): StoryImage | undefined {
  const file = image && feedRendition(image.photo);
  return (
    image && file && { url: `/${file.path}`, widthPx: file.widthPx, heightPx: file.heightPx, alt: image.alt }
  );
}
