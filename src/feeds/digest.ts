/** What a letter to subscribers tells of: the stories that appeared since a moment, by topic, and what is on. Pure. */

import { eventCalendar, type ListedEvent } from '../site/events.ts';
import { newestPublishedFirst } from '../site/publication.ts';
import type {
  Article,
  ArticleCard,
  Edition,
  EditionFrame,
  Site,
  SiteFrame,
  StoryEvent,
} from '../site/site.ts';
import { defined } from '../text/defined.ts';

export interface Digest {
  readonly title: string;
  readonly sections: readonly DigestSection[];
  /** Where readers leave, as the service that sends the letter writes it: `{{ UnsubscribeURL }}`. */
  readonly unsubscribe?: string;
  readonly events: readonly ListedEvent[];
  readonly edition: EditionFrame;
  readonly site: SiteFrame;
}

export interface DigestSection {
  readonly topic: string;
  readonly url: string;
  /** Published last first. */
  readonly articles: readonly Article[];
  /** Whether more of them appeared than the letter has room for. */
  readonly hasMore?: true;
}

export interface DigestWishes {
  readonly sinceMs: number;
  /** Slug of the only topic that the letter tells of. */
  readonly topic?: string;
  readonly unsubscribe?: string;
}

/** More are looked for on the site. */
const maximumEvents = 5;

/** A story of several topics stands under the first of them. Undefined where nothing appeared. */
export function collectDigest(
  { frame, nowMs }: Site,
  { articles, topics, frame: edition }: Edition,
  { sinceMs, topic, unsubscribe }: DigestWishes,
): Digest | undefined {
  const fresh = articles
    .filter(({ status, published }) => status === 'published' && published.timeMs >= sinceMs)
    .filter(({ topics: own }) => topic === undefined || own.some(({ slug }) => slug === topic))
    .toSorted(newestPublishedFirst);
  if (fresh.length === 0) return undefined;
  const sections = topics.flatMap(({ slug, name, url }): DigestSection[] => {
    const own = fresh.filter((article) => (topic ?? article.topics[0]?.slug) === slug);
    return own.length === 0 ? [] : [{ topic: name, url, articles: own }];
  });
  return {
    title: `${edition.siteName}: ${dayOf(nowMs, edition, frame)}`,
    sections,
    events: eventCalendar(articles, nowMs)
      .upcoming.filter(({ article, event }) => event.isCancelled !== true && isOf(article, topic))
      .slice(0, maximumEvents),
    ...defined({ unsubscribe }),
    edition,
    site: frame,
  };
}

function isOf({ topics }: ArticleCard, topic: string | undefined): boolean {
  return topic === undefined || topics.some(({ slug }) => slug === topic);
}

/** With so many stories of each topic; the rest is on the site. */
export function shortened(digest: Digest, most: number): Digest {
  const sections = digest.sections.map((section): DigestSection => {
    const articles = section.articles.slice(0, most);
    return articles.length === section.articles.length ? section : { ...section, articles, hasMore: true };
  });
  return { ...digest, sections };
}

/** The day of an event, and its hour where that is known. */
export function whenOf({ from }: StoryEvent, { locale }: EditionFrame, { timeZone }: SiteFrame): string {
  const options: Intl.DateTimeFormatOptions = {
    dateStyle: 'long',
    timeZone,
    ...(from.hasTime && { timeStyle: 'short' }),
  };
  return new Intl.DateTimeFormat(locale, options).format(from.timeMs);
}

function dayOf(timeMs: number, { locale }: EditionFrame, { timeZone }: SiteFrame): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(timeMs);
}
