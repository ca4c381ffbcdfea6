/**
 * Events as calendars read them (iCalendar, RFC 5545). Moments are written in UTC, which every calendar shows in the
 * time of its owner; days stay days. Stamped by the story, so that the same input gives the same bytes.
 */

import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { Article, EditionFrame, SiteFrame, StoryEvent } from '../site/site.ts';

interface CalendarContext {
  readonly context: { readonly edition: EditionFrame; readonly site: SiteFrame };
}

/** An event and what its story says of it. */
export interface CalendarEntry
  extends Pick<Article, 'url' | 'firstUrl' | 'title' | 'summary' | 'published' | 'modified'> {
  readonly event: StoryEvent;
}

export function calendarEntry(article: Article): CalendarEntry | undefined {
  const { url, firstUrl, title, summary, published, modified, event } = article;
  return event && { url, firstUrl, title, summary, published, modified, event };
}

/** A calendar to subscribe to. */
export function eventsCalendar({
  entries,
  context,
}: CalendarContext & { readonly entries: readonly CalendarEntry[] }): string {
  const { edition, site } = context;
  const calendar = newCalendar(context);
  calendar.name(`${edition.siteName}: ${edition.messages.events}`);
  calendar.url(site.absolute(edition.url));
  // Calendars ask again this often, in seconds.
  calendar.ttl(6 * 3600);
  for (const entry of entries) addEvent(calendar, entry, context);
  return print(calendar);
}

/** One event, to be added to a calendar. */
export function eventFile({ entry, context }: CalendarContext & { readonly entry: CalendarEntry }): string {
  const calendar = newCalendar(context);
  addEvent(calendar, entry, context);
  return print(calendar);
}

function newCalendar({ edition }: CalendarContext['context']): ICalCalendar {
  return ical({ prodId: { company: 'newsroom', product: 'events', language: edition.lang.toUpperCase() } });
}

function addEvent(
  calendar: ICalCalendar,
  { url, firstUrl, title, summary, published, modified, event }: CalendarEntry,
  { site }: CalendarContext['context'],
): void {
  const { from, to, place } = event;
  const address = site.absolute(url);
  const made = calendar.createEvent({
    // The story's name in feeds, which it keeps when its address changes.
    id: site.absolute(firstUrl),
    stamp: new Date(modified.timeMs),
    created: new Date(published.timeMs),
    lastModified: new Date(modified.timeMs),
    start: momentOf(from),
    summary: title,
    description: `${summary}\n${address}`,
    url: address,
    // Calendars take what is told of an event again only where its number has grown.
    sequence: minutesSince(published.timeMs, modified.timeMs),
    ...(event.isCancelled === true && { status: ICalEventStatus.CANCELLED }),
    allDay: !from.hasTime,
  });
  // Of whole days the end is the day after the last one.
  if (to !== undefined)
    made.end(to.hasTime ? momentOf(to) : new Date(Date.parse(`${to.day}T00:00Z`) + 86_400_000));
  if (place !== undefined) made.location(place);
}

/** How often a story was changed is not known; when it was last is. */
function minutesSince(fromMs: number, toMs: number): number {
  return Math.max(0, Math.floor((toMs - fromMs) / 60_000));
}

/** A day is written as itself, whatever the zone of the site. */
function momentOf({ day, hasTime, timeMs }: StoryEvent['from']): Date {
  return hasTime ? new Date(timeMs) : new Date(`${day}T00:00Z`);
}

/** The last line has an end too. */
function print(calendar: ICalCalendar): string {
  return `${calendar.toString()}\r\n`;
}
