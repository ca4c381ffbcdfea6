/** What every page is made from, as one digest a page. */

import { digestOf } from '../../src/cache/digest.ts';
import type { Assets } from '../../src/site/assets.ts';
import type { EditionFrame, SiteFrame } from '../../src/site/site.ts';
import type { Route } from '../page-template.ts';

/**
 * @param codeVersion names the generator's own code
 * @returns the digest of a page: two pages of one digest are the same bytes
 */
export function pageKeys(site: SiteFrame, assets: Assets, codeVersion: string): (route: Route) => string {
  const everywhere = digestOf([
    codeVersion,
    // Dates, numbers and the breaking of lines come from here.
    process.versions.icu,
    site,
    assets,
  ]);
  const frames = new Map<EditionFrame, string>();
  return ({ url, edition, props, key }) => {
    if (key !== undefined) return key();
    const frame = frames.get(edition) ?? digestOf([everywhere, edition]);
    frames.set(edition, frame);
    return digestOf([frame, url, props]);
  };
}
