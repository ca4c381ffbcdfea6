/** When and where an event is, and how one takes part. */

import type { StoryEvent } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface EventTimeProps {
  readonly event: StoryEvent;
  readonly context: RenderContext;
}

export function EventTime({ event: { from, to }, context }: EventTimeProps) {
  return <time dateTime={from.iso}>{formatSpan(from, to ?? from, context)}</time>;
}

interface EventFactsProps extends EventTimeProps {
  /** Where the event lies as a file for calendars. */
  readonly fileUrl: string;
  readonly isOver: boolean;
}

export function EventFacts({ event, fileUrl, isOver, context }: EventFactsProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <section class="event" aria-label={messages.eventTime}>
      <dl class="event-facts">
        <div>
          <dt>
            <Said word="eventTime" edition={edition}>
              {messages.eventTime}
            </Said>
          </dt>
          <dd>
            <EventTime event={event} context={context} />
          </dd>
        </div>
        {event.place !== undefined && (
          <div>
            <dt>
              <Said word="eventPlace" edition={edition}>
                {messages.eventPlace}
              </Said>
            </dt>
            <dd>
              <EventPlace place={event.place} />
            </dd>
          </div>
        )}
      </dl>
      {event.isCancelled === true && (
        <p class="event-cancelled">
          <Said word="eventCancelled" edition={edition}>
            {messages.eventCancelled}
          </Said>
        </p>
      )}
      {isOver ? (
        <p class="event-over">
          <Said word="eventOver" edition={edition}>
            {messages.eventOver}
          </Said>
        </p>
      ) : (
        <p class="event-ways">
          {event.register !== undefined && event.isCancelled !== true && (
            <a class="event-register" href={event.register}>
              <Said word="eventRegister" edition={edition}>
                {messages.eventRegister}
              </Said>
            </a>
          )}
          <a href={site.href(fileUrl)} type="text/calendar">
            <Said word="addToCalendar" edition={edition}>
              {messages.addToCalendar}
            </Said>
          </a>
        </p>
      )}
    </section>
  );
}

/** "December 5, 2026, 6:00 – 8:00 PM", by the clocks of the newsroom; of whole days the days alone. */
function formatSpan(
  from: StoryEvent['from'],
  to: StoryEvent['from'],
  { edition, site }: RenderContext,
): string {
  const [zone, options] = from.hasTime
    ? [site.timeZone, { dateStyle: 'full', timeStyle: 'short' } as const]
    : ['UTC', { dateStyle: 'full' } as const];
  const format = new Intl.DateTimeFormat(edition.locale, { ...options, timeZone: zone });
  const msOf = ({ day, hasTime, timeMs }: StoryEvent['from']) =>
    hasTime ? timeMs : Date.parse(`${day}T00:00Z`);
  return format.formatRange(msOf(from), msOf(to));
}

/** An address of the web is a place too: the reader goes there by it. */
export function EventPlace({ place }: { readonly place: string }) {
  return /^https?:\/\/\S+$/u.test(place) && URL.canParse(place) ? (
    <a href={place}>{new URL(place).host}</a>
  ) : (
    <span>{place}</span>
  );
}
