/** People, topics, series and pages that a query means: shown before the articles. Pure. */

import { fold, termsOf, wordsOf } from '../../../src/content/terms.ts';
import type { SearchRoot } from '../../../src/search/search-format.ts';
import type { Query } from './query.ts';

export interface DirectEntry {
  readonly kind: 'person' | 'topic' | 'series' | 'page';
  readonly name: string;
  /** Below the edition's own address. */
  readonly path: string;
}

/** More would hide the articles. */
const maximumEntries = 3;

/** Entries whose name has all words of the query; the last may be typed by its beginning. */
export function directEntries(root: SearchRoot, query: Query, lang: string): readonly DirectEntry[] {
  if (query.words.length === 0 || query.dates.length > 0) return [];
  const all: readonly DirectEntry[] = [
    ...root.people.map(([slug, name]) => ({ kind: 'person', name, path: `people/${slug}/` }) as const),
    ...root.topics.map(([slug, name]) => ({ kind: 'topic', name, path: `topics/${slug}/` }) as const),
    ...root.series.map(([slug, name]) => ({ kind: 'series', name, path: `series/${slug}/` }) as const),
    ...root.pages.map(([path, name]) => ({ kind: 'page', name, path }) as const),
  ];
  return all
    .map((entry) => {
      // A page is asked for by the last part of its address too: `about`.
      const names = entry.kind === 'page' ? [entry.name, entry.path.replaceAll(/[/-]/gu, ' ')] : [entry.name];
      return { entry, share: Math.max(...names.map((name) => shareMeant(name, query, lang))) };
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .slice(0, maximumEntries)
    .map(({ entry }) => entry);
}

/** How much of a name the query says; 0 where it says something else too. */
function shareMeant(name: string, { words }: Query, lang: string): number {
  const nameTerms = new Set(termsOf(name, lang));
  const starts = wordsOf(name).map(({ text }) => fold(text));
  const isIn = words.every(({ text, terms }) =>
    terms.every(
      ({ term, stem }) =>
        nameTerms.has(term) ||
        (stem !== undefined && (nameTerms.has(stem) || starts.some((start) => start.startsWith(fold(text))))),
    ),
  );
  const typed = words.reduce((sum, { text }) => sum + [...text].length, 0);
  const letters = starts.reduce((sum, start) => sum + [...start].length, 0);
  return isIn && letters > 0 ? Math.min(1, typed / letters) : 0;
}
