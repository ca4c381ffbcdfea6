/** How long browsers and caches in between may keep a file: decided by its path alone, for every kind of host. */

export const cachePolicies = ['immutable', 'short'] as const;

/** `immutable`: the name stands for the content. `short`: the content behind the name may change at any time. */
export type CachePolicy = (typeof cachePolicies)[number];

/** @param file path inside the output */
export function cachePolicyOf(file: string): CachePolicy {
  // Pages of the photo archive lie among the photos.
  return /^(?:photos|assets)\/.*(?<!\.html)$/su.test(file) ? 'immutable' : 'short';
}

/** Pages may be a minute old, which spares a host in a rush; then they are asked for again. */
export const cacheControl: Readonly<Record<CachePolicy, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  short: 'public, max-age=60, must-revalidate',
};
