/** People, topics, series and pages that a query means: shown before the articles. Pure. */

import { fold, termsOf, termsOfWord, wordsOf } from '../../../src/content/terms.ts';
import type { SearchRoot } from '../../../src/search/search-format.ts';
import type { Query, QueryWord } from './query.ts';

export interface DirectEntry {
  readonly kind: 'person' | 'topic' | 'series' | 'page';
  readonly name: string;
  /** Below the edition's own address. */
  readonly path: string;
  /** What the person is. */
  readonly role?: string;
}

/** More would hide the articles. */
const maximumEntries = 3;
/** A smaller part of a name, or of a query, means something else. */
const smallestShare = 0.45;

/** How much of a name the query says, and whether it says nothing else. */
interface Meaning {
  readonly share: number;
  readonly isNamed: boolean;
}

const noMeaning: Meaning = { share: 0, isNamed: false };

/** Entries whose name or role has all words of the query, and pages of which it says the whole name. */
export function directEntries(root: SearchRoot, query: Query, lang: string): readonly DirectEntry[] {
  if (query.words.length === 0 || query.dates.length > 0) return [];
  const skips = new Set(root.skipped[0].split(' '));
  const all: readonly DirectEntry[] = [
    ...root.people.map(
      ([slug, name, role = '']) => ({ kind: 'person', name, path: `people/${slug}/`, role }) as const,
    ),
    ...root.topics.map(([slug, name]) => ({ kind: 'topic', name, path: `topics/${slug}/` }) as const),
    ...root.series.map(([slug, name]) => ({ kind: 'series', name, path: `series/${slug}/` }) as const),
    ...root.pages.map(([path, name]) => ({ kind: 'page', name, path }) as const),
  ];
  return all
    .map((entry) => {
      const names = [entry.name, ...addressNames(entry)].map((name) => new Name(name, lang, skips));
      const meanings = names
        .map((name) => meaningOf(name, query, entry))
        .filter(({ share }) => share >= smallestShare);
      return { entry, best: meanings.sort(compareMeanings)[0] };
    })
    .flatMap(({ entry, best }) => (best === undefined ? [] : [{ entry, best }]))
    .sort((a, b) => compareMeanings(a.best, b.best))
    .slice(0, maximumEntries)
    .map(({ entry }) => entry);

  function meaningOf(name: Name, { words }: Query, { kind, role = '' }: DirectEntry): Meaning {
    const typed = words.map(({ text }) => fold(text));
    if (name.isJoinedAs(typed.join(''))) return { share: 1, isNamed: true };
    const said = words.filter((word) => name.has(word));
    const share = shareOf(said, name);
    if (said.length === words.length) return { share, isNamed: true };
    const rest = words.filter((word) => !said.includes(word));
    if (role !== '') {
      const roleName = new Name(role, lang, skips);
      const isAll = rest.every((word) => roleName.has(word));
      return isAll ? { share: Math.max(share, shareOf(rest, roleName)), isNamed: false } : noMeaning;
    }
    // "Privacy policy" means the page "Privacy".
    const isWithMore = kind === 'page' && name.isIn(words);
    return isWithMore ? { share: name.letters / lettersIn(typed), isNamed: false } : noMeaning;
  }
}

function compareMeanings(a: Meaning, b: Meaning): number {
  return Number(b.isNamed) - Number(a.isNamed) || b.share - a.share;
}

function shareOf(words: readonly QueryWord[], { letters }: Name): number {
  return Math.min(1, lettersIn(words.map(({ text }) => text)) / letters);
}

/** A page is asked for by the last part of its address too (`about`), and a person by the letters of it. */
function addressNames({ kind, path }: DirectEntry): readonly string[] {
  if (kind === 'page') return [path.replaceAll(/[/-]/gu, ' ')];
  return kind === 'person' ? [path.slice('people/'.length).replaceAll(/[/-]/gu, ' ')] : [];
}

/** The words of a name, without those that carry nothing in it. */
class Name {
  readonly #words: readonly string[];
  readonly #terms: ReadonlySet<string>;
  readonly #lang: string;

  constructor(text: string, lang: string, skips: ReadonlySet<string>) {
    const all = wordsOf(text).map((word) => fold(word.text));
    const kept = all.filter((word) => !skips.has(word));
    this.#words = kept.length > 0 ? kept : all;
    this.#terms = new Set(termsOf(text, lang));
    this.#lang = lang;
  }

  get letters(): number {
    return Math.max(1, lettersIn(this.#words));
  }

  /** Whether it has a word of a query; one that is being typed by its beginning. */
  has({ text, terms }: QueryWord): boolean {
    return terms.every(
      ({ term, stem }) =>
        this.#terms.has(term) ||
        (stem !== undefined &&
          (this.#terms.has(stem) || this.#words.some((word) => word.startsWith(fold(text))))),
    );
  }

  /** Whether the words of a query have all of its own. */
  isIn(words: readonly QueryWord[]): boolean {
    const terms = new Set(
      words.flatMap((word) => word.terms.flatMap(({ term, stem = term }) => [term, stem])),
    );
    return this.#words.every(
      (own) =>
        termsOfWord(own, this.#lang).every((term) => terms.has(term)) ||
        words.some(({ text }) => /^[^\p{ASCII}]+$/u.test(own) && fold(text).includes(own)),
    );
  }

  /** Whether these letters are all of it, whatever stands between them and whichever part is first. */
  isJoinedAs(letters: string): boolean {
    const own = this.#words.join('');
    return own.length === letters.length && own.length > 3 && (own + own).includes(letters);
  }
}

function lettersIn(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + [...word].length, 0);
}
