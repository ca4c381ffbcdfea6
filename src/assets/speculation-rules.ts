/**
 * The rules by which browsers get the next page before it is asked for (Speculation Rules, W3C draft): its HTML when
 * the pointer rests on a link to a page of the site, the whole page when the link is pressed. Browsers that do not
 * know them ignore them.
 */

/** @param pathPrefix `/`, or `/news/` where the site lives in a folder of its host */
export function speculationRules(pathPrefix: string): string {
  const isPage = { href_matches: `${pathPrefix}*` };
  // Photos, feeds and other files have a dot in their address.
  const isFile = { href_matches: `${pathPrefix}*.*` };
  const where = { and: [isPage, { not: isFile }] };
  return JSON.stringify({
    prefetch: [{ where, eagerness: 'moderate' }],
    prerender: [{ where, eagerness: 'conservative' }],
  });
}
