/**
 * A kind of page: which addresses it has on a site, and how each is rendered. Every file in `pages/` names one
 * for Eleventy: one paginated template a kind, over addresses only, because Eleventy copies everything that goes
 * through its data cascade.
 *
 * A page is a function of its frame (what stands around every page) and of what it is given to show, and of nothing
 * else: it cannot reach the site. So what a page was made from is known exactly, and it is made anew only when that
 * has changed.
 */

import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Assets } from '../src/site/assets.ts';
import type { EditionFrame, Site, SiteFrame } from '../src/site/site.ts';

/** One page or file of the output. */
export interface Route {
  readonly url: string;
  readonly edition: EditionFrame;
  /** Plain data: everything that the page shows besides its frame. */
  readonly shown: object;
  readonly render: (context: RenderContext) => VNode | string;
}

export interface RenderContext {
  readonly site: SiteFrame;
  readonly edition: EditionFrame;
  readonly assets: Assets;
}

/** @param Page a function of the module, never a closure: what it shows comes in through `shown` alone */
export function route<Shown extends object>(
  url: string,
  edition: { readonly frame: EditionFrame },
  shown: Shown,
  Page: (props: Shown & { readonly context: RenderContext }) => VNode | string,
): Route {
  return { url, edition: edition.frame, shown, render: (context) => Page({ context, ...shown }) };
}

export interface PageKind {
  readonly name: string;
  readonly routes: (site: Site) => readonly Route[];
}

/** A whole HTML document, or the text of a feed. */
export function renderRoute(page: Route, site: SiteFrame, assets: Assets): string {
  const content = page.render({ site, edition: page.edition, assets });
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
