/** The addresses of the whole site. */

import type { Site } from '../../src/site/site.ts';
import type { Route } from '../page-kind.ts';
import { allKinds } from './all-kinds.ts';

/** Throws when two kinds of page claim one address: content cannot make that happen. */
export function routesByUrl(site: Site): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  for (const kind of allKinds) {
    for (const route of kind.routes(site)) {
      if (routes.has(route.url)) throw new Error(`Two pages have the address ${route.url}.`);
      routes.set(route.url, route);
    }
  }
  return routes;
}

/** By kind: what Eleventy paginates over. */
export function urlsByKind(site: Site): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(allKinds.map((kind) => [kind.name, kind.routes(site).map(({ url }) => url)]));
}
