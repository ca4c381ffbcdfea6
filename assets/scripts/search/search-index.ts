/** The index of one language: its files, each fetched once and only when something asks for it. */

import { addStemmer } from '../../../src/content/terms.ts';
import {
  resultsPerPart,
  type SearchBlockEntry,
  type SearchFacets,
  type SearchPages,
  type SearchResult,
  type SearchRoot,
  type SearchShard,
  shardOf,
} from '../../../src/search/search-format.ts';

type StemmerModule = typeof import('@orama/stemmers/german');

export class SearchIndex {
  readonly lang: string;
  readonly #folder: string;
  readonly #stemmer: string | undefined;
  readonly #roots = new FetchedFiles<SearchRoot>();
  readonly #shards = new FetchedFiles<SearchShard>();
  readonly #facets = new FetchedFiles<SearchFacets>();
  readonly #parts = new FetchedFiles<readonly SearchResult[]>();
  readonly #pages = new FetchedFiles<SearchPages>();
  readonly #variants = new FetchedFiles<readonly [string, string]>();

  /**
   * @param folder the address of the search page of the language
   * @param stemmer the address of its stemmer; undefined where the search has it, or the language has none
   */
  constructor(lang: string, folder: string, stemmer?: string) {
    this.lang = lang;
    this.#folder = folder;
    this.#stemmer = stemmer;
  }

  /** Makes words of the language comparable with those of its index. */
  async loadStemmer(): Promise<void> {
    if (this.#stemmer === undefined) return;
    const module: StemmerModule = await import(this.#stemmer);
    addStemmer(this.lang.replace(/-.*/u, ''), module.stemmer);
  }

  root(): Promise<SearchRoot> {
    // Asked of the server each time: it names the versions of all other files.
    return this.#roots.get(`${this.#folder}index.json`, 'no-cache');
  }

  shard(block: SearchBlockEntry, term: string): Promise<SearchShard> {
    return this.#shards.get(this.#address(block, `terms-${shardOf(term, block.shards)}`));
  }

  facets(block: SearchBlockEntry): Promise<SearchFacets> {
    return this.#facets.get(this.#address(block, 'facets'));
  }

  pages(): Promise<SearchPages> {
    return this.#pages.get(`${this.#folder}pages.json`, 'no-cache');
  }

  /** The address of the language's home page. */
  get home(): string {
    return this.#folder.replace(/search\/$/u, '');
  }

  /** Traditional Chinese characters as the index writes them. */
  async simplify(text: string): Promise<string> {
    const [traditional, plain] = await this.#variants.get(`${this.#folder}variants.json`);
    const [from, to] = [[...traditional], [...plain]];
    const table = new Map(from.map((character, place) => [character, to[place] ?? character]));
    return [...text].map((character) => table.get(character) ?? character).join('');
  }

  async article(block: SearchBlockEntry, number: number): Promise<SearchResult | undefined> {
    const part = Math.floor(number / resultsPerPart);
    const articles = await this.#parts.get(this.#address(block, `articles-${part}`));
    return articles[number % resultsPerPart];
  }

  #address({ name, version }: SearchBlockEntry, file: string): string {
    return `${this.#folder}${name}/${file}.json?${version}`;
  }
}

/** Files of one kind, as this site makes them. */
class FetchedFiles<Content> {
  readonly #files = new Map<string, Promise<Content>>();

  get(address: string, cache: RequestCache = 'default'): Promise<Content> {
    const known = this.#files.get(address);
    if (known !== undefined) return known;
    const file = fetch(address, { cache }).then((response): Promise<Content> => {
      if (!response.ok) throw new Error(`${response.status} ${address}`);
      return response.json();
    });
    this.#files.set(address, file);
    // What could not be fetched may be there a moment later.
    file.catch(() => this.#files.delete(address));
    return file;
  }
}
