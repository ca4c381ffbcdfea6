/** Who publishes the site, and the site itself, as search engines read them: schema.org as JSON-LD. */

import type { EditionFrame, SiteFrame } from '../site/site.ts';
import { defined } from '../text/defined.ts';

export interface DataContext {
  readonly edition: EditionFrame;
  readonly site: SiteFrame;
}

export function publisherData({ edition, site }: DataContext): object {
  return {
    '@type': 'NewsMediaOrganization',
    name: edition.siteName,
    url: site.absolute(edition.url),
    ...(site.social.length === 0 ? {} : { sameAs: site.social.map(({ url }) => url) }),
    ...(edition.organisation === undefined
      ? {}
      : {
          parentOrganization: {
            '@type': 'CollegeOrUniversity',
            name: edition.organisation,
            ...defined({ url: site.organisationUrl }),
          },
        }),
  };
}

/** For home pages: what the site is called, who makes it, and how it is searched. */
export function webSiteData(context: DataContext): object {
  const { edition, site } = context;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: edition.siteName,
    description: edition.tagline,
    url: site.absolute(edition.url),
    inLanguage: edition.lang,
    publisher: {
      ...publisherData(context),
      ...defined({ email: site.email }),
    },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${site.absolute(`${edition.url}search/`)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}
