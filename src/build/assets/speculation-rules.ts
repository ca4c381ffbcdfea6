/**
 * The rules by which browsers make the next page ready before it is asked for (Speculation Rules, W3C draft): when the
 * pointer rests on a link to a page of the site, or when a finger goes down on it. Browsers that save memory or data
 * only fetch its HTML, and those that do not know the rules ignore them.
 */

/** @param pathPrefix `/`, or `/news/` where the site lives in a folder of its host */
export function speculationRules(pathPrefix: string): string {
  const isPage = { href_matches: `${pathPrefix}*` };
  // Photos, feeds and other files have a dot in their address.
  const isFile = { href_matches: `${pathPrefix}*.*` };
  const where = { and: [isPage, { not: isFile }] };
  return JSON.stringify({
    prefetch: [{ where, eagerness: 'moderate' }],
    prerender: [{ where, eagerness: 'moderate' }],
  });
}
