/** A line to search from, on a page that is not the search: it leads there with what was typed. */

import type { RenderContext } from '../page-template.ts';
import { languageOf, Said } from './said.tsx';

export function SearchBox({ context: { edition, site } }: { readonly context: RenderContext }) {
  const { messages } = edition;
  return (
    <search>
      <form class="search-box" action={site.href(`${edition.url}search/`)}>
        <input
          name="q"
          type="search"
          enterkeyhint="search"
          aria-label={messages.searchLabel}
          {...languageOf('searchLabel', edition)}
        />
        <button type="submit">
          <Said word="search" edition={edition}>
            {messages.search}
          </Said>
        </button>
      </form>
    </search>
  );
}
