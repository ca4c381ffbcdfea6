/** Events of stories: when each is over, and which are still to come. Pure: the moment comes in. */

import type { FrontMatter } from '../content/article.ts';
import { endOfDay } from '../content/local-time.ts';
import type { Article, ArticleCard, StoryEvent } from './site.ts';

type EventFields = NonNullable<FrontMatter['event']>;

/** An event that names no end is over when its day is. */
export function storyEvent({ from, to, place, register, cancelled }: EventFields, zone: string): StoryEvent {
  const last = to ?? from;
  const endMs = to?.hasTime === true ? to.timeMs : endOfDay(last.day, zone) + 1000;
  return {
    from,
    endMs,
    ...(to && { to }),
    ...(place && { place }),
    ...(register && { register }),
    ...(cancelled === true && { isCancelled: true }),
  };
}

export interface ListedEvent {
  readonly article: ArticleCard;
  readonly event: StoryEvent;
}

export interface EventCalendar {
  /** The next first. */
  readonly upcoming: readonly ListedEvent[];
  /** The last first. */
  readonly past: readonly ListedEvent[];
}

export function eventCalendar(articles: readonly Article[], nowMs: number): EventCalendar {
  const all = articles
    .flatMap(({ card, event }): ListedEvent[] => (event === undefined ? [] : [{ article: card, event }]))
    .sort((a, b) => a.event.from.timeMs - b.event.from.timeMs || (a.article.url < b.article.url ? -1 : 1));
  return {
    upcoming: all.filter(({ event }) => event.endMs > nowMs),
    past: all.filter(({ event }) => event.endMs <= nowMs).reverse(),
  };
}

/** Moments to come at which events move to those that are past. */
export function eventEnds(articles: readonly Pick<Article, 'event'>[], nowMs: number): readonly number[] {
  return articles.flatMap(({ event }) => (event !== undefined && event.endMs > nowMs ? [event.endMs] : []));
}

/** The page of all events, the file that calendars subscribe to, and that of one story. */
export function eventsUrl(root: string): string {
  return `${root}events/`;
}

export function calendarUrl(root: string): string {
  return `${eventsUrl(root)}calendar.ics`;
}

export function eventFileUrl(storyUrl: string): string {
  return `${storyUrl}event.ics`;
}
