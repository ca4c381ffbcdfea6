/**
 * Slugs of persons and series, which have no file whose name could give one. What the ledger knows stays whose it is;
 * names that sound the same get numbers, the same whatever is read first. Pure.
 */

import { type AddressLedger, digestOfName, type NamedListKind } from '../content/address-ledger.ts';
import { freeSlug } from '../content/slugs.ts';

/** By slug the digests of the names that readers found there. */
export type KnownSlugs = ReadonlyMap<string, ReadonlySet<string>>;

/** @param root of the edition; undefined for the slugs that all editions share */
export function knownSlugs(
  ledger: AddressLedger | undefined,
  kind: NamedListKind,
  root?: string,
): KnownSlugs {
  const known = new Map<string, Set<string>>();
  for (const [url, digest] of ledger?.names ?? []) {
    if (ledger?.addresses.get(url) !== kind) continue;
    const [, before = '', slug = ''] = new RegExp(`^(.*/)${kind}/([^/]+)/$`, 'u').exec(url) ?? [];
    if (slug === '' || (root !== undefined && root !== before)) continue;
    known.set(slug, (known.get(slug) ?? new Set()).add(digest));
  }
  return known;
}

interface SlugRules {
  /** What a name alone would become. */
  readonly slugOf: (name: string) => string;
  /** Slugs that are given already. */
  readonly taken: Iterable<string>;
  readonly known: KnownSlugs;
}

/** @param names each once; of two that sound the same the first has the plain slug, unless readers know it otherwise */
export function lastingSlugs(
  names: readonly string[],
  { slugOf, taken, known }: SlugRules,
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const slugs = new Map<string, string>();
  // The shortest first: the plain one before those with numbers.
  const knownInOrder = [...known].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (const name of names) {
    const digest = digestOfName(name);
    const own = knownInOrder.find(([slug, digests]) => digests.has(digest) && !used.has(slug))?.[0];
    if (own === undefined) continue;
    slugs.set(name, own);
    used.add(own);
  }
  // The address of a person who is no longer named is not given to another.
  for (const slug of known.keys()) used.add(slug);
  for (const name of names) {
    if (slugs.has(name)) continue;
    const slug = freeSlug(slugOf(name), used);
    slugs.set(name, slug);
    used.add(slug);
  }
  return slugs;
}
