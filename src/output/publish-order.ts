/** In which order the files of a site go out, so that a link followed at any moment leads to its page. */

import { cachePolicyOf } from './cache-policy.ts';

/** 0: photos and assets, which pages show; 1: pages; 2: the home page, feeds and sitemaps, which name pages. */
export function placeInOrder(file: string): 0 | 1 | 2 {
  if (cachePolicyOf(file) === 'immutable') return 0;
  return /^(?:[a-z-]+\/)?index\.html$|(?:^|\/)(?:feed\.(?:xml|json)|[\w-]*sitemap[\w-]*\.xml)$/iu.test(file)
    ? 2
    : 1;
}
