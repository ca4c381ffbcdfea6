/** The addresses of the whole site. */

import type { Site } from '../../src/site/site.ts';
import type { Route } from '../page-kind.ts';
import { allKinds } from './all-kinds.ts';

/** A page or file, and the name of its kind. */
export interface SiteRoute extends Route {
  readonly kind: string;
}

/** By url, in the order of the kinds. Throws when two kinds of page claim one address: content cannot make that happen. */
export function routesByUrl(site: Site): ReadonlyMap<string, SiteRoute> {
  const routes = new Map<string, SiteRoute>();
  for (const kind of allKinds) {
    for (const route of kind.routes(site)) {
      if (routes.has(route.url)) throw new Error(`Two pages have the address ${route.url}.`);
      routes.set(route.url, { kind: kind.name, ...route });
    }
  }
  return routes;
}

/** Finds single pages: a kind lists its addresses when those before it do not have the page, and only once. */
export class RouteFinder {
  readonly #site: Site;
  readonly #routes = new Map<string, SiteRoute>();
  #kindsListed = 0;

  constructor(site: Site) {
    this.#site = site;
  }

  find(url: string): SiteRoute | undefined {
    while (true) {
      const known = this.#routes.get(url);
      const kind = allKinds[this.#kindsListed];
      if (known !== undefined || kind === undefined) return known;
      for (const route of kind.routes(this.#site)) {
        this.#routes.set(route.url, { kind: kind.name, ...route });
      }
      this.#kindsListed += 1;
    }
  }
}

/** By kind: what Eleventy paginates over. */
export function urlsByKind(routes: Iterable<SiteRoute>): Readonly<Record<string, readonly string[]>> {
  const urls = new Map<string, string[]>(allKinds.map(({ name }) => [name, []]));
  for (const { kind, url } of routes) urls.get(kind)?.push(url);
  return Object.fromEntries(urls);
}
