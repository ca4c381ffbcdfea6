/** Events below each other, each with a leaf of the calendar. */

import type { ListedEvent } from '../../src/site/events.ts';
import type { RenderContext } from '../page-template.ts';
import { EventPlace, EventTime } from './event-facts.tsx';
import { Headline } from './headline.tsx';
import { Picture } from './picture.tsx';
import { Said } from './said.tsx';

interface EventListProps {
  readonly events: readonly ListedEvent[];
  readonly level: 2 | 3;
  readonly context: RenderContext;
}

export function EventList({ events: listed, level, context }: EventListProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ol class="event-list">
      {listed.map(({ article, event }) => (
        <li key={article.url} class="event-entry">
          <EventDay day={event.from.day} locale={context.edition.locale} />
          <div class="event-text">
            <p class="event-when">
              <EventTime event={event} context={context} />
              {event.place !== undefined && (
                <span class="event-place">
                  <EventPlace place={event.place} />
                </span>
              )}
              {event.isCancelled === true && (
                <strong class="event-cancelled">
                  <Said word="eventCancelled" edition={context.edition}>
                    {context.edition.messages.eventCancelled}
                  </Said>
                </strong>
              )}
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
