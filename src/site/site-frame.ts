/** What every page shows of the site, taken out of it: a page knows nothing else but what it is given to show. */

import type { SiteConfig } from '../content/site-config.ts';
import { defined } from '../text/defined.ts';
import { formTargetsOf, newsletterForm } from './newsletter.ts';
import { hrefOf } from './permalinks.ts';
import type { Edition, SiteFrame } from './site.ts';
import { paletteOf } from './theme/palette.ts';

export function siteFrame(config: SiteConfig, editions: readonly Edition[]): SiteFrame {
  const { baseUrl, pathPrefix, timeZone, organisation, contact, newsletter, editor } = config;
  const href = (url: string) => hrefOf(url, pathPrefix);
  return {
    baseUrl,
    pathPrefix,
    timeZone,
    ...defined({ organisationUrl: organisation?.url, address: organisation?.address }),
    ...defined({
      email: contact.email,
      newsletterUrl: newsletter !== undefined && 'link' in newsletter ? newsletter.link : undefined,
    }),
    hasNewsletterForm: newsletterForm(config) !== undefined,
    formTargets: formTargetsOf(config),
    ...defined({ editorHost: editor && new URL(editor.api).origin }),
    palette: paletteOf(config.theme),
    social: config.social.map(({ name, url }) => ({ name, url })),
    share: [...new Set(config.share)],
    numbersPhotos: config.photos.numbered,
    languages: editions.map(({ lang, locale, languageName, url }) => ({ lang, locale, languageName, url })),
    href,
    absolute: (url) => baseUrl + href(url),
  };
}
