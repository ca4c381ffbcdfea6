/** A site that is to be published elsewhere than readers know it: every address, feed and link to it changes with that. Pure. */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { Content } from '../content/load-content.ts';
import type { SiteConfig } from '../content/site-config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** The address of the home page. */
export function siteAddress({ baseUrl, pathPrefix }: Pick<SiteConfig, 'baseUrl' | 'pathPrefix'>): string {
  return `${baseUrl}${pathPrefix}`;
}

export function checkMovedSite(
  { config, placeOfSetting }: Pick<Content, 'config' | 'placeOfSetting'>,
  ledger: Pick<AddressLedger, 'site'> | undefined,
): readonly Diagnostic[] {
  const before = ledger?.site;
  const now = siteAddress(config);
  if (before === undefined || before === now) return [];
  const isSameHost = URL.canParse(before) && new URL(before).origin === config.baseUrl;
  const old = URL.canParse(before) ? new URL(before) : undefined;
  return [
    {
      code: 'moved-site',
      severity: 'warning',
      ...placeOfSetting([isSameHost ? 'pathPrefix' : 'baseUrl']),
      message: `Readers have this site at ${before}. At ${now} every address of it is another one, feeds too, and feed readers show all stories as new.`,
      hint: `If that is meant, let ${before}… redirect to ${now}… by a rule of the old web server, and tell subscribers of feeds.${
        old === undefined ? '' : ` If not, write baseUrl: ${old.origin} and pathPrefix: ${old.pathname}`
      }`,
    },
  ];
}
