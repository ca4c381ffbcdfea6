/** An event as search engines read it: schema.org's Event as JSON-LD. */

import type { Article, StoryEvent } from '../site/site.ts';
import { type DataContext, publisherData } from './publisher-data.ts';

export function eventData(
  { title, summary, url, lang, socialImage }: Article,
  { from, to, place, register, isCancelled }: StoryEvent,
  { edition, site }: DataContext,
): object {
  const isOnline = place !== undefined && /^https?:\/\//u.test(place);
  // Search engines show no event without a place and its address: one that names none is at the organisation.
  const where = place ?? edition.organisation ?? edition.siteName;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    description: summary,
    url: site.absolute(url),
    inLanguage: lang,
    startDate: from.iso,
    ...(to && { endDate: to.iso }),
    eventStatus: `https://schema.org/Event${isCancelled === true ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: `https://schema.org/${isOnline ? 'Online' : 'Offline'}EventAttendanceMode`,
    image: [site.absolute(`/${socialImage.path}`)],
    location: isOnline
      ? { '@type': 'VirtualLocation', url: place }
      : { '@type': 'Place', name: where, address: site.address ?? where },
    organizer: publisherData({ edition, site }),
    ...(register?.startsWith('http') === true &&
      isCancelled !== true && {
        offers: { '@type': 'Offer', url: register, availability: 'https://schema.org/InStock' },
      }),
  };
}
