/** The addresses of the whole site. */

import type { EarlierShards } from '../../src/search/block-index.ts';
import type { Site } from '../../src/site/site.ts';
import type { Route } from '../page-template.ts';
import { pageTemplates } from './page-templates.ts';

/** By url, in the order of the templates. Throws when two pages claim one address: content cannot make that happen. */
export function routesByUrl(site: Site, earlier?: EarlierShards): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  for (const template of pageTemplates) {
    for (const route of template.routes(site, earlier)) {
      if (routes.has(route.url)) throw new Error(`Two pages have the address ${route.url}.`);
      routes.set(route.url, route);
    }
  }
  return routes;
}

/** Finds single pages: a template lists its addresses once, when those before it do not have the page. */
export class RouteFinder {
  readonly #site: Site;
  readonly #routes = new Map<string, Route>();
  #templatesListed = 0;

  constructor(site: Site) {
    this.#site = site;
  }

  find(url: string): Route | undefined {
    while (true) {
      const known = this.#routes.get(url);
      const template = pageTemplates[this.#templatesListed];
      if (known !== undefined || template === undefined) return known;
      for (const route of template.routes(this.#site)) {
        this.#routes.set(route.url, route);
      }
      this.#templatesListed += 1;
    }
  }
}
