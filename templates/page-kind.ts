/**
 * A kind of page: which addresses it has on a site, and how each is rendered. Every file in `pages/` declares one
 * and is at the same time the Eleventy template that writes it: one paginated template a kind, over addresses only,
 * because Eleventy copies everything that goes through its data cascade.
 */

import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Assets } from '../src/site/assets.ts';
import type { Edition, Site } from '../src/site/site.ts';

/** One page or file of the output. */
export interface Route {
  readonly url: string;
  readonly edition: Edition;
  readonly render: (context: RenderContext) => VNode | string;
}

export interface RenderContext {
  readonly site: Site;
  readonly edition: Edition;
  readonly assets: Assets;
}

export interface PageKind {
  readonly name: string;
  readonly routes: (site: Site) => readonly Route[];
}

/** A whole HTML document, or the text of a feed. */
export function renderRoute(route: Route, site: Site, assets: Assets): string {
  const content = route.render({ site, edition: route.edition, assets });
  return typeof content === 'string' ? content : `<!doctype html>\n${renderToString(content)}\n`;
}

/** Where a url is written: `/2024/01/fair/` to `2024/01/fair/index.html`. */
export function outputFileOf(url: string): string {
  return (url.endsWith('/') ? `${url}index.html` : url).slice(1);
}

interface TemplateData {
  readonly pagination: { readonly data: string; readonly size: 1; readonly alias: 'url' };
  readonly permalink: (data: { readonly url: string }) => string;
  readonly eleventyExcludeFromCollections: true;
}

interface PageData {
  readonly url: string;
  /** Given by `.eleventy.ts`: renders the page at a url. */
  readonly renderUrl: (url: string) => string;
}

export interface EleventyTemplate {
  readonly data: TemplateData;
  readonly render: (data: PageData) => string;
}

/** The two exports that Eleventy asks of a template. */
export function eleventyTemplate(kind: PageKind): EleventyTemplate {
  return {
    data: {
      pagination: { data: `urls.${kind.name}`, size: 1, alias: 'url' },
      permalink: ({ url }) => `/${outputFileOf(url)}`,
      eleventyExcludeFromCollections: true,
    },
    render: ({ url, renderUrl }) => renderUrl(url),
  };
}
