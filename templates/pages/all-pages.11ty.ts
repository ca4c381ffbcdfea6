/**
 * The one template that Eleventy knows: paginated over the addresses of the build, and over addresses only, because
 * Eleventy copies everything that goes through its data cascade. It takes many at a time: measured, one page of
 * Eleventy's costs as much as rendering one of ours.
 */

import { outputFileOf } from '../../src/output/output-file.ts';

interface PageData {
  readonly urls: readonly string[];
  /** Renders the page at an address; set by `src/build/pages-config.ts`. */
  readonly renderUrl: (url: string) => string;
}

export const data = {
  pagination: { data: 'allUrls', size: 500, alias: 'urls' },
  permalink: ({ urls: [first = '/'] }: Pick<PageData, 'urls'>) => `/${outputFileOf(first)}`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ urls, renderUrl }: PageData): string => urls.map(renderUrl).join('');
