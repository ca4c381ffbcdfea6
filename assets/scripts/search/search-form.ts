/**
 * The form of the search page. What is asked for stands in the address too (`?q=steel&topic=research`), so that a
 * search can be linked to, reloaded and gone back to.
 */

import type { Filters } from './find-articles.ts';
import { SearchIndex } from './search-index.ts';

const names = ['q', 'topic', 'year', 'person', 'lang'] as const;
type Name = (typeof names)[number];

/** The words of the page, by the names of its form's `data-` attributes. */
export type Message =
  | 'forms'
  | 'none'
  | 'some'
  | 'also'
  | 'corrected'
  | 'elsewhere'
  | 'latest'
  | 'person'
  | 'topic'
  | 'series'
  | 'failed';

/** One search a pause while the reader types. */
const pauseMs = 150;

export class SearchForm {
  /** The page's language and how its numbers and dates are written. */
  readonly lang = document.documentElement.lang;
  readonly locale: string;
  readonly #form: HTMLFormElement;
  readonly #indexes: ReadonlyMap<string, SearchIndex>;
  /** Whether the filters have their choices, which come with the index. */
  #hasChoices = false;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.locale = form.dataset.locale ?? this.lang;
    const languages = [...form.querySelectorAll<HTMLOptionElement>('[data-index]')];
    const all =
      languages.length > 0
        ? languages.map(({ value, dataset }) => new SearchIndex(value, dataset.index ?? '', dataset.stemmer))
        : [new SearchIndex(this.lang, form.action, form.dataset.stemmer)];
    this.#indexes = new Map(all.map((index) => [index.lang, index]));
  }

  get query(): string {
    return this.#choice('q');
  }

  get filters(): Filters {
    return { topic: this.#choice('topic'), year: this.#choice('year'), person: this.#choice('person') };
  }

  /** Of the languages that were not chosen. */
  get otherIndexes(): readonly SearchIndex[] {
    const chosen = new Set(this.indexes);
    return [...this.#indexes.values()].filter((index) => !chosen.has(index));
  }

  /** Of the chosen languages. */
  get indexes(): readonly SearchIndex[] {
    const lang = this.#choice('lang');
    if (lang === 'all') return [...this.#indexes.values()];
    const chosen = this.#indexes.get(lang) ?? this.#indexes.get(this.lang);
    return chosen === undefined ? [] : [chosen];
  }

  message(name: Message): string {
    return this.#form.dataset[name] ?? '';
  }

  /** Shows the form as the address says. @param onChange something else is asked for now */
  start(onChange: () => void): void {
    const change = () => {
      this.#saveAddress();
      onChange();
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    this.#form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(change, pauseMs);
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      change();
    });
    this.#form.addEventListener('focusin', () => this.#offerChoices());
    this.#readAddress();
    this.#form.hidden = false;
    if (location.search === '') {
      this.#field('q')?.focus();
    } else {
      this.#offerChoices();
      onChange();
    }
  }

  #field(name: Name): HTMLInputElement | HTMLSelectElement | null {
    return this.#form.querySelector(`[name="${name}"]`);
  }

  #choice(name: Name): string {
    return this.#field(name)?.value ?? '';
  }

  #saveAddress(): void {
    const address = new URL(location.href);
    for (const name of names) {
      const value = this.#choice(name);
      if (value === '' || (name === 'lang' && value === this.lang)) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
  }

  #readAddress(): void {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = names.some((known) => known === name) ? this.#form.elements.namedItem(name) : null;
      if (field instanceof HTMLSelectElement) {
        // The choice may not be there yet: it stands as it was written until its name comes.
        if (![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
        field.value = value;
      } else if (field instanceof HTMLInputElement) {
        field.value = value;
      }
    }
  }

  #offerChoices(): void {
    if (this.#hasChoices) return;
    this.#hasChoices = true;
    this.#fillFilters().catch(() => {
      this.#hasChoices = false;
    });
  }

  async #fillFilters(): Promise<void> {
    const root = await this.#indexes.get(this.lang)?.root();
    if (root === undefined) return;
    const years = root.years.map((year) => [String(year), String(year)] as const);
    for (const [name, choices] of [
      ['topic', root.topics],
      ['year', years],
      ['person', root.people],
    ] as const) {
      const select = this.#field(name);
      if (!(select instanceof HTMLSelectElement)) continue;
      const { value } = select;
      while (select.options.length > 1) select.remove(1);
      for (const [slug, text] of choices) select.add(new Option(text, slug));
      select.value = value;
    }
  }
}
