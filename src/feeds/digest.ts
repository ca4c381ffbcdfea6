/** What a letter to subscribers tells of: the stories that appeared since a moment, by topic, and what is on. Pure. */

import { eventCalendar, type ListedEvent } from '../site/events.ts';
import { newestPublishedFirst } from '../site/publication.ts';
import type { Article, Edition, EditionFrame, Site, SiteFrame } from '../site/site.ts';

export interface Digest {
  readonly title: string;
  readonly sections: readonly DigestSection[];
  readonly events: readonly ListedEvent[];
  readonly edition: EditionFrame;
  readonly site: SiteFrame;
}

export interface DigestSection {
  readonly topic: string;
  readonly url: string;
  /** Published last first. */
  readonly articles: readonly Article[];
}

/** More are looked for on the site. */
const maximumEvents = 5;

/** A story of several topics stands under the first of them. Undefined where nothing appeared. */
export function collectDigest(
  { frame, nowMs }: Site,
  { articles, topics, frame: edition }: Edition,
  sinceMs: number,
): Digest | undefined {
  const fresh = articles
    .filter(({ status, published }) => status === 'published' && published.timeMs >= sinceMs)
    .toSorted(newestPublishedFirst);
  if (fresh.length === 0) return undefined;
  const sections = topics.flatMap(({ slug, name, url }): DigestSection[] => {
    const own = fresh.filter((article) => article.topics[0]?.slug === slug);
    return own.length === 0 ? [] : [{ topic: name, url, articles: own }];
  });
  return {
    title: `${edition.siteName}: ${dayOf(nowMs, edition, frame)}`,
    sections,
    events: eventCalendar(articles, nowMs).upcoming.slice(0, maximumEvents),
    edition,
    site: frame,
  };
}

export function dayOf(timeMs: number, { locale }: EditionFrame, { timeZone }: SiteFrame): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(timeMs);
}
