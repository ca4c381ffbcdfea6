/** What is on: events of stories, the next first, then those that are over; and the files that calendars read. */

import { type CalendarEntry, calendarEntry, eventFile, eventsCalendar } from '../../src/feeds/calendar.ts';
import {
  calendarUrl,
  type EventCalendar,
  eventCalendar,
  eventFileUrl,
  eventsUrl,
  type ListedEvent,
} from '../../src/site/events.ts';
import type { Edition, Translation } from '../../src/site/site.ts';
import { EventTime } from '../components/event-facts.tsx';
import { Headline } from '../components/headline.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Picture } from '../components/picture.tsx';
import { languageOf, Said } from '../components/said.tsx';
import { SectionTitle } from '../components/section-title.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, type Route, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

/** Those of about a year: older ones are found in the archive. */
const maximumPast = 24;
/** Calendars keep what they were told of: they are not told of everything for ever. */
const maximumEntries = 200;

export const events: PageTemplate = {
  name: 'events',
  routes: (site) =>
    site.editions
      .filter(({ frame }) => frame.hasEvents)
      .flatMap((edition) => {
        const { upcoming, past } = eventCalendar(edition.articles, site.nowMs);
        const calendar = { upcoming, past: past.slice(0, maximumPast) };
        const translations = translationsOf(site, edition, (other) =>
          other.frame.hasEvents ? eventsUrl(other.url) : undefined,
        );
        return [
          route(eventsUrl(edition.url), edition, { calendar, translations }, EventsPage),
          ...calendarRoutes(edition),
        ];
      }),
};

function calendarRoutes(edition: Edition): readonly Route[] {
  const entries = edition.articles
    .flatMap((article): CalendarEntry[] => {
      const entry = calendarEntry(article);
      return entry === undefined ? [] : [entry];
    })
    .sort((a, b) => b.event.from.timeMs - a.event.from.timeMs || (a.url < b.url ? -1 : 1));
  return [
    route(calendarUrl(edition.url), edition, { entries: entries.slice(0, maximumEntries) }, eventsCalendar),
    ...entries.map((entry) => route(eventFileUrl(entry.url), edition, { entry }, eventFile)),
  ];
}

interface EventsPageProps {
  readonly calendar: EventCalendar;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function EventsPage({ calendar: { upcoming, past }, translations, context }: EventsPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <Document
      context={context}
      url={eventsUrl(edition.url)}
      title={messages.events}
      description={messages.eventsText}
      translations={translations}
      className="page-list"
      parts={['event']}
    >
      <PageHead
        title={messages.events}
        titleLanguage={languageOf('events', edition)}
        summary={messages.eventsText}
      >
        <p class="event-subscribe">
          <a href={site.href(calendarUrl(edition.url))} type="text/calendar">
            <Said word="subscribeCalendar" edition={edition}>
              {messages.subscribeCalendar}
            </Said>
          </a>
        </p>
      </PageHead>
      {upcoming.length === 0 ? (
        <p class="empty">
          <Said word="noEvents" edition={edition}>
            {messages.noEvents}
          </Said>
        </p>
      ) : (
        <EventList events={upcoming} level={2} context={context} />
      )}
      {past.length > 0 && (
        <section class="event-past" aria-labelledby="events-past-title">
          <SectionTitle id="events-past-title" word="pastEvents" edition={edition}>
            {messages.pastEvents}
          </SectionTitle>
          <EventList events={past} level={3} context={context} />
        </section>
      )}
    </Document>
  );
}

interface EventListProps {
  readonly events: readonly ListedEvent[];
  readonly level: 2 | 3;
  readonly context: RenderContext;
}

function EventList({ events: listed, level, context }: EventListProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ol class="event-list">
      {listed.map(({ article, event }) => (
        <li key={article.url} class="event-entry">
          <EventDay day={event.from.day} locale={context.edition.locale} />
          <div class="event-text">
            <p class="event-when">
              <EventTime event={event} context={context} />
              {event.place !== undefined && <span class="event-place">{event.place}</span>}
            </p>
            <Heading class="story-title">
              <a href={context.site.href(article.url)}>
                <Headline text={article.title} lang={article.lang} />
              </a>
            </Heading>
            <p class="story-summary">{article.summary}</p>
          </div>
          {article.image !== undefined && (
            <div class="event-photo">
              <Picture picture={article.image} sizes="12rem" isDecoration context={context} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A leaf of a calendar, for the eye alone: the whole date stands beside it. */
function EventDay({ day, locale }: { readonly day: string; readonly locale: string }) {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00Z`));
  return (
    <p class="event-day" aria-hidden="true">
      <span>{part({ month: 'short' })}</span> <strong>{part({ day: 'numeric' })}</strong>
    </p>
  );
}
