/**
 * The search page. What is asked for stands in the address (`?q=steel&topic=research`), so that a search can be
 * linked to, reloaded and gone back to. Nothing is fetched before there is something to search for.
 */

import { type Filters, findArticles, type Hit, rankHits } from './search/find-articles.ts';
import { readQuery } from './search/query.ts';
import { resultElement } from './search/result-element.ts';
import { SearchIndex } from './search/search-index.ts';

const shownAtOnce = 10;
/** While somebody types, one search a pause. */
const pauseMs = 150;

const form = document.querySelector<HTMLFormElement>('.search-form');
const list = document.querySelector<HTMLElement>('.search-results');
const status = document.querySelector<HTMLElement>('.search-status');
const more = document.querySelector<HTMLButtonElement>('.search-more');
if (form !== null && list !== null && status !== null && more !== null) start(form, list, status, more);

function start(form: HTMLFormElement, list: HTMLElement, status: HTMLElement, more: HTMLButtonElement): void {
  const field = (name: string) =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
  const choiceOf = (name: string) => field(name)?.value ?? '';
  const input = field('q');
  const languages = [...form.querySelectorAll<HTMLOptionElement>('[data-index]')];
  const here = document.documentElement.lang;
  const locale = form.dataset.locale ?? here;
  const indexes = new Map(
    languages.map((option) => [option.value, new SearchIndex(option.value, option.dataset.index ?? '')]),
  );
  if (indexes.size === 0) indexes.set(here, new SearchIndex(here, form.action.split('?')[0] ?? ''));

  /** Grows with each search, so that a slow answer never replaces a later one. */
  let turn = 0;
  let rest: readonly Hit[] = [];

  const chosenIndexes = () => {
    const lang = choiceOf('lang');
    const chosen = indexes.get(lang);
    if (lang === 'all') return [...indexes.values()];
    return chosen === undefined ? [...indexes.values()].slice(0, 1) : [chosen];
  };

  const show = async (own: number) => {
    const [next, later] = [rest.slice(0, shownAtOnce), rest.slice(shownAtOnce)];
    const items = await Promise.all(
      next.map(async ({ index, block, number }) => {
        const result = await index.article(block, number);
        const words = readQuery(choiceOf('q'), index.lang);
        return result === undefined ? [] : [resultElement(result, { words, lang: index.lang, locale })];
      }),
    );
    if (own !== turn) return;
    rest = later;
    list.append(...items.flat());
    const place = more.parentElement;
    if (place !== null) place.hidden = rest.length === 0;
  };

  const search = async () => {
    turn += 1;
    const own = turn;
    const filters: Filters = { topic: choiceOf('topic'), year: choiceOf('year'), person: choiceOf('person') };
    const isEmpty = choiceOf('q').trim() === '' && Object.values(filters).every((value) => value === '');
    const words = readQuery(choiceOf('q'), here).length;
    const found = isEmpty
      ? []
      : await Promise.all(
          chosenIndexes().map((index) => findArticles(index, readQuery(choiceOf('q'), index.lang), filters)),
        );
    if (own !== turn) return;
    rest = rankHits(found.flat(), words);
    const hasAll = rest[0]?.words === words;
    list.replaceChildren();
    if (isEmpty) status.textContent = '';
    else if (rest.length === 0) status.textContent = form.dataset.none ?? '';
    else if (!hasAll) status.textContent = form.dataset.some ?? '';
    else {
      const text = (rest.length === 1 ? form.dataset.one : form.dataset.many) ?? '';
      status.textContent = text.replace('#', rest.length.toLocaleString(locale));
    }
    await show(own);
  };

  const failed = () => {
    status.textContent = form.dataset.failed ?? '';
  };
  const run = () => {
    search().catch(failed);
  };

  const saveAddress = () => {
    const address = new URL(location.href);
    for (const name of ['q', 'topic', 'year', 'person', 'lang']) {
      const value = choiceOf(name);
      if (value === '' || (name === 'lang' && value === here)) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
  };

  const readAddress = () => {
    const wanted = new URLSearchParams(location.search);
    for (const name of ['q', 'topic', 'year', 'person', 'lang']) {
      const value = wanted.get(name);
      const known = field(name);
      if (known === null || value === null) continue;
      // The choices of a filter may not be there yet: they come with the index.
      if (
        known instanceof HTMLSelectElement &&
        ![...known.options].some((option) => option.value === value)
      ) {
        known.append(new Option(value, value));
      }
      known.value = value;
    }
  };

  /** The choices of the filters, fetched when the reader first turns to the form. */
  let hasChoices = false;
  const fillFilters = async () => {
    if (hasChoices) return;
    hasChoices = true;
    const { topics, years, people } = (await (indexes.get(here) ?? chosenIndexes()[0])?.root()) ?? {};
    const fill = (name: string, choices: readonly (readonly [string, string])[] = []) => {
      const select = field(name);
      if (!(select instanceof HTMLSelectElement)) return;
      const { value } = select;
      while (select.options.length > 1) select.remove(1);
      select.append(...choices.map(([slug, text]) => new Option(text, slug)));
      select.value = value;
    };
    fill('topic', topics);
    fill(
      'year',
      years?.map((year) => [String(year), String(year)]),
    );
    fill('person', people);
  };
  const offerFilters = () => {
    fillFilters().catch(() => {
      hasChoices = false;
    });
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      saveAddress();
      run();
    }, pauseMs);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    saveAddress();
    run();
  });
  form.addEventListener('focusin', offerFilters);
  more.addEventListener('click', () => {
    const first = list.children.length;
    show(turn)
      .then(() => list.children[first]?.querySelector('a')?.focus())
      .catch(failed);
  });

  // Down and up walk from the field through the results and back.
  const links = () => [...list.querySelectorAll<HTMLElement>('.story-title a')];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [input, ...links()];
    const at = stops.findIndex((stop) => stop !== null && stop === document.activeElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || next === undefined || next === null) return;
    event.preventDefault();
    next.focus();
  });

  readAddress();
  form.hidden = false;
  if (location.search === '') input?.focus();
  else {
    offerFilters();
    run();
  }
}
