/** A person as search engines read their page: schema.org's ProfilePage as JSON-LD. */

import type { Person } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import type { DataContext } from './publisher-data.ts';

/** Of a person what the page itself says. An e-mail address is for readers, not for those who collect them. */
export interface Profile extends Pick<Person, 'name' | 'url' | 'role'> {
  /** The same person's names in other languages. */
  readonly otherNames: readonly string[];
}

export function profileData(
  { name, url, role, otherNames }: Profile,
  { edition, site }: DataContext,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: site.absolute(url),
    inLanguage: edition.lang,
    mainEntity: {
      '@type': 'Person',
      name,
      url: site.absolute(url),
      ...(otherNames.length === 0 ? {} : { alternateName: otherNames }),
      ...defined({ jobTitle: role }),
    },
  };
}
