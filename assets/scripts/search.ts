/** The search page. Nothing is fetched before there is something to search for. */

import { SearchForm } from './search/search-form.ts';
import { SearchPage } from './search/search-page.ts';
import { walkByArrows } from './search/walk-by-arrows.ts';

const form = document.querySelector<HTMLFormElement>('.search-form');
const list = document.querySelector<HTMLElement>('.search-results');
const status = document.querySelector<HTMLElement>('.search-status');
const more = document.querySelector<HTMLButtonElement>('.search-more');
if (form !== null && list !== null && status !== null && more !== null) {
  new SearchPage(new SearchForm(form), { list, status, more }).start();
  walkByArrows(() => [
    ...form.querySelectorAll<HTMLElement>('.search-words'),
    ...list.querySelectorAll<HTMLElement>('.story-title a'),
  ]);
}
