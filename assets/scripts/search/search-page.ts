/** Runs what the form asks for and shows what is found, ten articles at a time. */

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
    if (turn !== this.#turn) return;
    this.#rest = rankHits(found.flat(), words);
    this.#places.list.replaceChildren();
    this.#places.status.textContent = isEmpty ? '' : this.#summary(words);
    await this.#show();
  }

  #summary(words: number): string {
    const [best] = this.#rest;
    if (best === undefined) return this.#form.message('none');
    if (best.words < words) return this.#form.message('some');
    const count = this.#rest.length;
    return this.#form
      .message(count === 1 ? 'one' : 'many')
      .replace('#', count.toLocaleString(this.#form.locale));
  }

  async #show(): Promise<void> {
    const turn = this.#turn;
    const { query, locale } = this.#form;
    const next = this.#rest.slice(0, shownAtOnce);
    const items = await Promise.all(
      next.map(async ({ index: { lang }, index, block, number }) => {
        const result = await index.article(block, number);
        return result === undefined
          ? []
          : [resultElement(result, { words: readQuery(query, lang), lang, locale })];
      }),
    );
    if (turn !== this.#turn) return;
    this.#rest = this.#rest.slice(shownAtOnce);
    const { list, more } = this.#places;
    list.append(...items.flat());
    const place = more.parentElement;
    if (place !== null) place.hidden = this.#rest.length === 0;
  }

  /** The keyboard goes on at the first of those that came. */
  async #showMore(): Promise<void> {
    const { list, more } = this.#places;
    const first = list.children.length;
    more.disabled = true;
    await this.#show().finally(() => {
      more.disabled = false;
    });
    list.children[first]?.querySelector('a')?.focus();
  }
}
