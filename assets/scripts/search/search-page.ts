/** Runs what the form asks for and shows what is found, ten articles at a time. */

import { countedWords } from '../text/counted-words.ts';
import { type Answer, answerQuery } from './answer-query.ts';
import { entryElement } from './entry-element.ts';
import type { Hit } from './find-articles.ts';
import { noQuery, type Query } from './query.ts';
import { resultElement } from './result-element.ts';
import type { Message, SearchForm } from './search-form.ts';

const visibleAtOnce = 10;
/** Enough to read on where nothing was found. */
const latestCount = 5;
/** Lists of everything, below the edition's address. */
const listPaths: readonly string[] = ['topics/', 'archive/'];

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
  #query: ((lang: string) => Query) | undefined;
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
    const { query: text, filters, indexes, otherIndexes, locale } = this.#form;
    const isEmpty = text.trim() === '' && Object.values(filters).every((value) => value === '');
    const answer = isEmpty ? undefined : await answerQuery({ text, locale, filters, indexes, otherIndexes });
    const items = answer === undefined ? [] : await this.#firstItems(answer);
    if (turn !== this.#turn) return;
    // In one step, so that the count is never beside the results of an earlier search.
    this.#places.list.replaceChildren(...items);
    this.#query = answer?.query;
    this.#keepRest(answer === undefined ? [] : [...answer.whole, ...answer.partial].slice(visibleAtOnce));
    this.#places.status.textContent = answer === undefined ? '' : this.#summary(answer);
  }

  /** People, topics and pages that are meant, then articles; the newest and the lists of all where there are none. */
  async #firstItems(answer: Answer): Promise<readonly HTMLElement[]> {
    const { whole, partial, entries, query } = answer;
    const entryItems = entries.map((entry) =>
      entryElement(entry, entry.kind === 'page' ? '' : this.#form.message(entry.kind)),
    );
    if (whole.length + partial.length === 0) return [...entryItems, ...(await this.#latest())];
    const first = await this.#elementsOf(whole.slice(0, visibleAtOnce), query);
    const some = await this.#elementsOf(partial.slice(0, visibleAtOnce - first.length), query);
    const heading =
      some.length > 0 && whole.length + entries.length > 0
        ? [headingElement(this.#form.message('also'))]
        : [];
    return [...entryItems, ...first, ...heading, ...some];
  }

  async #latest(): Promise<readonly HTMLElement[]> {
    const [index] = this.#form.indexes;
    const root = await index?.root();
    const block = root?.blocks.at(-1);
    if (index === undefined || root === undefined || block === undefined) return [];
    const numbers = Array.from({ length: latestCount }, (_, place) => block.count - 1 - place);
    const hits = numbers
      .filter((number) => number >= 0)
      .map((number): Hit => ({ index, block, number, parts: 0, score: 0 }));
    const elements = await this.#elementsOf(hits, () => noQuery);
    const lists = root.pages
      .filter(([path]) => listPaths.includes(path))
      .map(([path, name]) => entryElement({ kind: 'page', path, name, index }, ''));
    return [headingElement(this.#form.message('latest')), ...elements, ...lists];
  }

  #summary({ whole, partial, entries, correction, isElsewhere }: Answer): string {
    const message = (name: Message) => this.#form.message(name);
    if (correction !== undefined)
      return message('corrected').replace('{typed}', correction.typed).replace('{word}', correction.word);
    if (isElsewhere) return message('elsewhere');
    if (whole.length > 0) return countedWords(message('forms'), whole.length, this.#form.locale);
    if (entries.length > 0) return '';
    return message(partial.length > 0 ? 'some' : 'none');
  }

  async #elementsOf(hits: readonly Hit[], query: (lang: string) => Query): Promise<readonly HTMLElement[]> {
    const { locale } = this.#form;
    const elements = await Promise.all(
      hits.map(async ({ index: { lang }, index, block, number }) => {
        const result = await index.article(block, number);
        return result === undefined
          ? []
          : [resultElement(result, { words: query(lang).words, lang, locale })];
      }),
    );
    return elements.flat();
  }

  /** What stands after those that are shown now is shown on demand. */
  #keepRest(hits: readonly Hit[]): void {
    this.#rest = hits;
    const place = this.#places.more.parentElement;
    if (place !== null) place.hidden = this.#rest.length === 0;
  }

  /** The keyboard goes on at the first of those that came. */
  async #showMore(): Promise<void> {
    const turn = this.#turn;
    const { list, more } = this.#places;
    more.disabled = true;
    const next = await this.#elementsOf(
      this.#rest.slice(0, visibleAtOnce),
      this.#query ?? (() => noQuery),
    ).finally(() => {
      more.disabled = false;
    });
    if (turn !== this.#turn) return;
    list.append(...next);
    this.#keepRest(this.#rest.slice(visibleAtOnce));
    next[0]?.querySelector('a')?.focus();
  }
}

function headingElement(text: string): HTMLElement {
  const item = document.createElement('li');
  item.className = 'search-heading';
  item.textContent = text;
  return item;
}
