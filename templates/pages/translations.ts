/** The same page in the other languages of the site. */

import type { Edition, Site, Translation } from '../../src/site/site.ts';

/** @param find the page's url in another edition; undefined where it has none */
export function translationsOf(
  site: Site,
  edition: Edition,
  find: (other: Edition) => string | undefined,
): Translation[] {
  return site.editions.flatMap((other) => {
    const url = other.lang === edition.lang ? undefined : find(other);
    return url === undefined ? [] : [{ lang: other.lang, languageName: other.languageName, url }];
  });
}
