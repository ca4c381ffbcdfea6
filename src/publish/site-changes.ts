/** What a publish would change for readers: one manifest against another. Pure. */

import { cachePolicyOf } from '../output/cache-policy.ts';
import { deliveryOf, type SiteManifest } from '../output/manifest.ts';
import { PublishError } from '../output/publish-error.ts';

/** Paths inside the site, sorted. */
export interface SiteChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** As many go with one story of a small newsroom: its own page and those of its month, topic, series and author. */
const FEW_PAGES = 5;
/** More than this part of all pages at once is likely a mistake. */
const MUCH = 0.1;

/** @param before what is published now, if anything is known of it */
export function compareManifests(before: SiteManifest | undefined, after: SiteManifest): SiteChanges {
  const old = before?.files ?? new Map();
  const isSame = (file: string) => {
    const delivery = before?.delivery.get(file) ?? deliveryOf(file);
    const { contentType, cache } = deliveryOf(file);
    return (
      old.get(file)?.sha256 === after.files.get(file)?.sha256 &&
      delivery.contentType === contentType &&
      delivery.cache === cache
    );
  };
  const now = [...after.files.keys()];
  return {
    added: now.filter((file) => !old.has(file)).sort(),
    changed: now.filter((file) => old.has(file) && !isSame(file)).sort(),
    removed: [...old.keys()].filter((file) => !after.files.has(file)).sort(),
  };
}

export function isEmpty({ added, changed, removed }: SiteChanges): boolean {
  return added.length + changed.length + removed.length === 0;
}

/**
 * Throws a PublishError when more would go than a publish may remove without being told, as from an old checkout. Only pages
 * count: photos are replaced by the thousand when the settings of their encoding change, parts of the search index when it
 * grows or shrinks, feeds with their pages.
 */
export function refuseMassRemoval(before: SiteManifest | undefined, { removed }: SiteChanges): void {
  const isPage = (file: string) => cachePolicyOf(file) === 'short' && file.endsWith('.html');
  const published = [...(before?.files.keys() ?? [])].filter(isPage).length;
  const leaving = removed.filter(isPage);
  if (leaving.length <= FEW_PAGES || leaving.length <= published * MUCH) return;
  throw new PublishError(
    'content',
    `${leaving.length} of ${published} published pages would be gone, such as ${leaving.slice(0, 3).join(', ')}. ` +
      'Publish from a checkout that is up to date; if it is, and this is meant, with --allow-removals.',
  );
}
