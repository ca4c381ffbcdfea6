/**
 * The one template that Eleventy knows: paginated over the addresses of the build, and over addresses only, because
 * Eleventy copies everything that goes through its data cascade.
 */

import { outputFileOf } from '../../src/output/output-file.ts';

interface PageData {
  readonly url: string;
  /** Renders the page at an address; set by `.eleventy.ts`. */
  readonly renderUrl: (url: string) => string;
}

export const data = {
  pagination: { data: 'urls', size: 1, alias: 'url' },
  permalink: ({ url }: { readonly url: string }) => `/${outputFileOf(url)}`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ url, renderUrl }: PageData): string => renderUrl(url);
