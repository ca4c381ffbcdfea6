/** What is on: events of stories, the next first, then those that are over; and the files that calendars read. */

import { type CalendarEntry, calendarEntry, eventFile, eventsCalendar } from '../../src/feeds/calendar.ts';
import {
  calendarUrl,
  type EventCalendar,
  eventCalendar,
  eventFileUrl,
  eventsUrl,
} from '../../src/site/events.ts';
import type { Edition, Translation } from '../../src/site/site.ts';
import { EventList } from '../components/event-list.tsx';
import { Said } from '../components/said.tsx';
import { SectionTitle } from '../components/section-title.tsx';
import { SectionPage } from '../layout/section-page.tsx';
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
    <SectionPage
      word="events"
      url={eventsUrl(edition.url)}
      summary={messages.eventsText}
      translations={translations}
      parts={['event']}
      ways={
        <p class="event-subscribe">
          <a href={site.href(calendarUrl(edition.url))} type="text/calendar">
            <Said word="subscribeCalendar" edition={edition}>
              {messages.subscribeCalendar}
            </Said>
          </a>
        </p>
      }
      context={context}
    >
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
    </SectionPage>
  );
}
