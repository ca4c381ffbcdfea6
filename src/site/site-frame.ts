/** What every page shows of the site, taken out of it: a page knows nothing else but what it is given to show. */

import type { SiteConfig } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';
import { hrefOf } from './permalinks.ts';
import type { Edition, SiteFrame } from './site.ts';

export function siteFrame(config: SiteConfig, editions: readonly Edition[]): SiteFrame {
  const { baseUrl, pathPrefix, organisation, contact } = config;
  const href = (url: string) => hrefOf(url, pathPrefix);
  return {
    baseUrl,
    pathPrefix,
    ...(organisation?.url === undefined ? {} : { organisationUrl: organisation.url }),
    ...(organisation?.address === undefined ? {} : { address: organisation.address }),
    hasEditor: config.editor?.publish === true,
    ...defined({ email: contact.email }),
    numbersPhotos: config.photos.numbered,
    languages: editions.map(({ lang, locale, languageName, url }) => ({ lang, locale, languageName, url })),
    href,
    absolute: (url) => baseUrl + href(url),
  };
}
