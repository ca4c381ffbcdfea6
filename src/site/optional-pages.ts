/** Addresses of pages that only sites with such content have, so that other sites may use them otherwise. Pure. */

import type { Content } from '../content/load-content.ts';
import { calendarUrl, eventsUrl } from './events.ts';
import { newsletterForm } from './newsletter.ts';
import { editionUrl, newsletterUrl, pressUrl } from './permalinks.ts';

/** Urls in every language of the site. */
export function optionalPages({ articles, config }: Pick<Content, 'articles' | 'config'>): readonly string[] {
  const hasEvents = articles.some(({ frontMatter }) => frontMatter.event !== undefined);
  return Object.keys(config.languages).flatMap((lang) => {
    const root = editionUrl(lang, config.defaultLanguage);
    return [
      ...(hasEvents ? [eventsUrl(root), calendarUrl(root)] : []),
      ...(config.press === undefined ? [] : [pressUrl(root)]),
      ...(newsletterForm(config) === undefined ? [] : [newsletterUrl(root)]),
    ];
  });
}
