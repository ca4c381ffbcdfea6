/** Runs what the form asks for and shows what is found, ten articles at a time. */

import { countedWords } from '../text/counted-words.ts';
import { findArticles, type Hit, rankHits } from './find-articles.ts';
import { readQuery } from './query.ts';
import { resultElement } from './result-element.ts';
import type { SearchForm } from './search-form.ts';

const shownAtOnce = 10;

export interface SearchPlaces {
  readonly list: HTMLElement;
  readonly status: HTMLElement;
  readonly more: HTMLButtonElement;
}

export class SearchPage {
  readonly #form: SearchForm;
  readonly #places: SearchPlaces;
  /** Grows with each search, so that a slow answer never replaces a later one. */
  #turn = 0;
  /** Found and not shown yet. */
  #rest: readonly Hit[] = [];

  constructor(form: SearchForm, places: SearchPlaces) {
    this.#form = form;
    this.#places = places;
  }

  start(): void {
    this.#form.start(() => this.#try(this.#search()));
    this.#places.more.addEventListener('click', () => this.#try(this.#showMore()));
  }

  #try(work: Promise<void>): void {
    work.catch(() => {
      this.#places.status.textContent = this.#form.message('failed');
    });
  }

  async #search(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { query, filters, indexes, lang } = this.#form;
    const words = readQuery(query, lang).length;
    const isEmpty = words === 0 && Object.values(filters).every((value) => value === '');
    const found = await Promise.all(
      isEmpty ? [] : indexes.map((index) => findArticles(index, readQuery(query, index.lang), filters)),
    );
    const hits = rankHits(found.flat(), words);
    const first = await this.#elementsOf(hits.slice(0, shownAtOnce));
    if (turn !== this.#turn) return;
    // In one step, so that nobody reads a count beside the results of an earlier search.
    this.#places.list.replaceChildren(...first);
    this.#keepRest(hits);
    this.#places.status.textContent = isEmpty ? '' : this.#summary(hits, words);
  }

  #summary(hits: readonly Hit[], words: number): string {
    const [best] = hits;
    if (best === undefined) return this.#form.message('none');
    if (best.words < words) return this.#form.message('some');
    return countedWords(this.#form.message('forms'), hits.length, this.#form.locale);
  }

  async #elementsOf(hits: readonly Hit[]): Promise<readonly HTMLElement[]> {
    const { query, locale } = this.#form;
    const elements = await Promise.all(
      hits.map(async ({ index: { lang }, index, block, number }) => {
        const result = await index.article(block, number);
        return result === undefined
          ? []
          : [resultElement(result, { words: readQuery(query, lang), lang, locale })];
      }),
    );
    return elements.flat();
  }

  /** What stands after those that are shown now is shown on demand. */
  #keepRest(hits: readonly Hit[]): void {
    this.#rest = hits.slice(shownAtOnce);
    const place = this.#places.more.parentElement;
    if (place !== null) place.hidden = this.#rest.length === 0;
  }

  /** The keyboard goes on at the first of those that came. */
  async #showMore(): Promise<void> {
    const turn = this.#turn;
    const { list, more } = this.#places;
    more.disabled = true;
    const next = await this.#elementsOf(this.#rest.slice(0, shownAtOnce)).finally(() => {
      more.disabled = false;
    });
    if (turn !== this.#turn) return;
    list.append(...next);
    this.#keepRest(this.#rest);
    next[0]?.querySelector('a')?.focus();
  }
}
