/**
 * Keeps what was written of a story for one feed for the feeds that follow: it stands in those of its site, its topics,
 * its series and its people, and is the same in each. Bounded; what is forgotten is written again, to the same bytes.
 */

import type { Article, EditionFrame, SiteFrame } from '../site/site.ts';

/** Of one format. Entries of 1,000 stories of 600 words are 5 million. */
const maximumCharacters = 4_000_000;

interface EntryContext {
  readonly edition: EditionFrame;
  readonly site: SiteFrame;
}

type WriteEntry = (article: Article, context: EntryContext) => string;

interface Kept {
  readonly site: SiteFrame;
  /** The oldest first. */
  readonly entries: Map<Article, string>;
  characters: number;
}

/** @param write a function of the story and of these two frames alone */
export function keepEntries(write: WriteEntry): WriteEntry {
  // Weak: a preview assembles another site after each edit.
  const keptOf = new WeakMap<EditionFrame, Kept>();
  return (article, { edition, site }) => {
    const last = keptOf.get(edition);
    const kept = last?.site === site ? last : { site, entries: new Map<Article, string>(), characters: 0 };
    keptOf.set(edition, kept);
    const { entries } = kept;
    const known = entries.get(article);
    if (known !== undefined) return known;
    const text = write(article, { edition, site });
    entries.set(article, text);
    kept.characters += text.length;
    for (const [oldest, { length }] of entries) {
      if (kept.characters <= maximumCharacters) break;
      entries.delete(oldest);
      kept.characters -= length;
    }
    return text;
  };
}
