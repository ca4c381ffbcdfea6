/** An event as search engines read it: schema.org's Event as JSON-LD. */

import type { Article, StoryEvent } from '../site/site.ts';
import { type DataContext, publisherData } from './publisher-data.ts';

export function eventData(
  { title, summary, url, lang, socialImage }: Article,
  { from, to, place, register }: StoryEvent,
  { edition, site }: DataContext,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    description: summary,
    url: site.absolute(url),
    inLanguage: lang,
    startDate: from.iso,
    ...(to && { endDate: to.iso }),
    eventStatus: 'https://schema.org/EventScheduled',
    image: [site.absolute(`/${socialImage.path}`)],
    ...(place && {
      location: { '@type': 'Place', name: place, ...(site.address && { address: site.address }) },
    }),
    organizer: publisherData({ edition, site }),
    ...(register?.startsWith('http') === true && {
      offers: { '@type': 'Offer', url: register, availability: 'https://schema.org/InStock' },
    }),
  };
}
