/**
 * A page template: which addresses it has on a site, and how each is rendered.
 *
 * A page is a function of its frame (what stands around every page) and of its own props, and cannot reach the rest of
 * the site. So what a page was made from is known exactly, and it is rendered again only when that has changed.
 */

import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { EarlierShards } from '../src/search/block-index.ts';
import type { Assets } from '../src/site/assets.ts';
import type { EditionFrame, Site, SiteFrame } from '../src/site/site.ts';
import { withoutImpossible } from '../src/text/hidden-characters.ts';

/** What follows one upon another: a large feed is written without being joined into one string before. */
type TextParts = readonly string[];

/** One page or file of the output. */
export interface Route {
  readonly url: string;
  readonly edition: EditionFrame;
  /** Plain data: everything that the page shows besides its frame. */
  readonly props: object;
  readonly render: (context: RenderContext) => VNode | string | TextParts;
  /** Stands for the bytes of the file, where they rest on less than its frame and its props. */
  readonly key?: () => string;
}

export interface RenderContext {
  readonly site: SiteFrame;
  readonly edition: EditionFrame;
  readonly assets: Assets;
}

/** @param Page a function of the module, never a closure: what it shows comes in through `props` alone */
export function route<Props extends object>(
  url: string,
  edition: { readonly frame: EditionFrame },
  props: Props,
  Page: (props: Props & { readonly context: RenderContext }) => VNode | string | TextParts,
): Route {
  return { url, edition: edition.frame, props, render: (context) => Page({ context, ...props }) };
}

export interface PageTemplate {
  readonly name: string;
  /** @param earlier what a build has of those before it */
  readonly routes: (site: Site, earlier?: EarlierShards) => readonly Route[];
}

/** A whole HTML document, or the text of a feed. */
export function renderRoute(page: Route, site: SiteFrame, assets: Assets): string {
  return renderParts(page, site, assets).join('');
}

/** The same in parts. */
export function renderParts(page: Route, site: SiteFrame, assets: Assets): TextParts {
  const content = page.render({ site, edition: page.edition, assets });
  if (typeof content === 'string') return [content];
  if (!('props' in content)) return content;
  // A body may hold control characters that were pasted along: the check names them, readers never get them.
  return [withoutImpossible(`<!doctype html>\n${renderToString(content)}\n`)];
}
